// See tsv_writer.h.
#include "results/tsv_writer.h"

#include "io/term_text.h"

namespace whence::results {

void TsvWriter::begin(const std::vector<std::string>& variables) {
  std::string& out = buffer_.text();
  for (std::size_t i = 0; i < variables.size(); ++i) {
    out.append(i == 0 ? "?" : "\t?").append(variables[i]);
  }
  out += '\n';
}

void TsvWriter::row(std::span<const std::optional<rdf::TermView>> cells) {
  std::string& out = buffer_.text();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) {
      out += '\t';
    }
    if (!cells[i]) {
      continue;
    }
    const rdf::TermView& term = *cells[i];
    if (!term.datatype.empty() && io::has_bare_form(term.value, term.datatype)) {
      out += term.value;  // §4.2 lets numbers stand without quotation marks.
    } else {
      io::append_term(out, term);  // Escapes every tab and line end.
    }
  }
  out += '\n';
  buffer_.end_row();
}

/// The recommendation defines no TSV of a boolean; see CsvWriter::boolean.
void TsvWriter::boolean(bool value) { buffer_.text() += value ? "true\n" : "false\n"; }

}  // namespace whence::results
