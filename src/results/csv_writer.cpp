// See csv_writer.h.
#include "results/csv_writer.h"

#include <algorithm>

#include "results/byte_set.h"

namespace whence::results {
namespace {

constexpr ByteSet kQuoted("\",\r\n");  // What makes a field need quotation marks (RFC 4180 §2).

void append_field(std::string& out, std::string_view text) {
  if (kQuoted.find_in(text) == text.size()) {
    out += text;
    return;
  }
  out += '"';
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('"', start), text.size());
    out.append(text, start, end - start);
    if (end < text.size()) {
      out += "\"\"";
    }
    start = end + 1;
  }
  out += '"';
}

}  // namespace

void CsvWriter::begin(const std::vector<std::string>& variables) {
  std::string& out = buffer_.text();
  for (std::size_t i = 0; i < variables.size(); ++i) {
    out.append(i == 0 ? "" : ",").append(variables[i]);  // §3.1: without "?".
  }
  out += "\r\n";
}

void CsvWriter::row(std::span<const std::optional<rdf::TermView>> cells) {
  std::string& out = buffer_.text();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) {
      out += ',';
    }
    if (cells[i]) {  // §3.2: an unbound variable is an empty field, as an empty string is.
      if (cells[i]->is_blank_node()) {
        out += "_:";
      }
      append_field(out, cells[i]->value);
    }
  }
  out += "\r\n";
  buffer_.end_row();
}

/// The recommendation defines no CSV of a boolean. A lone word is what a person or a script
/// expects.
void CsvWriter::boolean(bool value) { buffer_.text() += value ? "true\r\n" : "false\r\n"; }

}  // namespace whence::results
