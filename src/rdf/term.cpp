#include "rdf/term.h"

#include <cstddef>

#include <fmt/format.h>

#include "rdf/vocabulary.h"

namespace whence::rdf {

TermView TermView::literal(std::string_view lexical, std::string_view datatype) {
  if (datatype == xsd::kString) {
    datatype = {};
  }
  return {TermKind::kLiteral, lexical, datatype, {}};
}

std::string_view TermView::datatype_iri() const {
  if (!language.empty()) {
    return vocabulary::kLangString;
  }
  return datatype.empty() ? xsd::kString : datatype;
}

namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          out += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        } else {
          out += c;
        }
    }
  }
}

}  // namespace

std::string to_ntriples(const TermView& term) {
  std::string out;
  switch (term.kind) {
    case TermKind::kIri:
      out.append("<").append(term.value).append(">");
      break;
    case TermKind::kBlankNode:
      out.append("_:").append(term.value);
      break;
    case TermKind::kLiteral:
      out += '"';
      append_escaped(out, term.value);
      out += '"';
      if (!term.language.empty()) {
        out.append("@").append(term.language);
      } else if (!term.datatype.empty()) {
        out.append("^^<").append(term.datatype).append(">");
      }
      break;
  }
  return out;
}

}  // namespace whence::rdf
