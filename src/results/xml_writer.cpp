// See xml_writer.h.
#include "results/xml_writer.h"

#include <fmt/format.h>

#include "rdf/error.h"
#include "results/byte_set.h"

namespace whence::results {
namespace {

/// Markup, what a parser would normalise (XML 1.0 §2.11, §3.3.3) or cannot take (§2.2), and the
/// first byte of U+FFFE and U+FFFF in UTF-8, which are no characters of XML either.
constexpr ByteSet kSpecial("<>&\"\xEF", 0x20);

/// How the byte at the front of `rest` is written; empty where it stands for itself.
std::string_view escape(std::string_view rest, std::string_view variable) {
  switch (rest.front()) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#x9;";
    case '\n':
      return "&#xA;";
    case '\r':
      return "&#xD;";
    case '\xEF':
      if (!rest.starts_with("\xEF\xBF\xBE") && !rest.starts_with("\xEF\xBF\xBF")) {
        return {};
      }
      break;
    default:
      break;
  }
  const unsigned code = rest.front() != '\xEF' ? static_cast<unsigned char>(rest.front())
                        : rest[2] == '\xBE'    ? 0xFFFEU
                                               : 0xFFFFU;
  throw Error(ErrorCode::kUsage, fmt::format("XML cannot carry the character U+{:04X}, found in a "
                                             "value of ?{}; JSON, CSV and TSV can",
                                             code, variable));
}

}  // namespace

void XmlWriter::begin(const std::vector<std::string>& variables) {
  variables_ = variables;
  has_rows_ = true;
  open_document();
  std::string& out = buffer_.text();
  out += "  <head>\n";
  for (const std::string& variable : variables_) {
    out.append("    <variable name=\"").append(variable).append("\"/>\n");
  }
  out += "  </head>\n  <results>\n";
}

void XmlWriter::row(std::span<const std::optional<rdf::TermView>> cells) {
  std::string& out = buffer_.text();
  out += "    <result>\n";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i]) {  // §2.3.1: an unbound variable has no binding.
      out.append("      <binding name=\"").append(variables_[i]).append("\">");
      term(*cells[i], variables_[i]);
      out += "</binding>\n";
    }
  }
  out += "    </result>\n";
  buffer_.end_row();
}

void XmlWriter::boolean(bool value) {
  open_document();
  buffer_.text() += "  <head/>\n  <boolean>";
  buffer_.text() += value ? "true" : "false";
  buffer_.text() += "</boolean>\n";
}

void XmlWriter::finish() {
  if (has_rows_) {
    buffer_.text() += "  </results>\n";
  }
  buffer_.text() += "</sparql>\n";
  buffer_.flush();
}

void XmlWriter::open_document() {
  buffer_.text() +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n";
}

/// §2.3.1, Variable Binding Results.
void XmlWriter::term(const rdf::TermView& term, std::string_view variable) {
  std::string& out = buffer_.text();
  switch (term.kind) {
    case rdf::TermKind::kIri:
      out += "<uri>";
      text(term.value, variable);
      out += "</uri>";
      return;
    case rdf::TermKind::kBlankNode:
      out += "<bnode>";
      text(term.value, variable);
      out += "</bnode>";
      return;
    case rdf::TermKind::kLiteral:
      break;
  }
  out += "<literal";
  if (!term.language.empty()) {
    out += " xml:lang=\"";
    text(term.language, variable);
    out += '"';
  } else if (!term.datatype.empty()) {
    out += " datatype=\"";
    text(term.datatype, variable);
    out += '"';
  }
  out += '>';
  text(term.value, variable);
  out += "</literal>";
}

/// The same escapes in elements and in attributes: a reference is right in both.
void XmlWriter::text(std::string_view text, std::string_view variable) {
  std::string& out = buffer_.text();
  std::size_t start = 0;
  for (std::size_t i = kSpecial.find_in(text); i < text.size(); i = kSpecial.find_in(text, i + 1)) {
    const std::string_view escaped = escape(text.substr(i), variable);
    if (!escaped.empty()) {
      out.append(text, start, i - start);
      out += escaped;
      start = i + 1;
    }
  }
  out.append(text, start);
}

}  // namespace whence::results
