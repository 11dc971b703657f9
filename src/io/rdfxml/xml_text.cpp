// See xml_text.h.
#include "io/rdfxml/xml_text.h"

#include <cstddef>

namespace whence::io {
namespace {

std::string_view reference_to(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#x9;";
    case '\n':
      return "&#xA;";
    default:
      return "&#xD;";
  }
}

void append_replacing(std::string& out, std::string_view text, std::string_view replaced) {
  for (;;) {
    const std::size_t at = text.find_first_of(replaced);
    out.append(text.substr(0, at));
    if (at == std::string_view::npos) {
      return;
    }
    out += reference_to(text[at]);
    text.remove_prefix(at + 1);
  }
}

}  // namespace

void append_xml_text(std::string& out, std::string_view text) {
  append_replacing(out, text, "&<>\r");
}

void append_xml_attribute(std::string& out, std::string_view text) {
  append_replacing(out, text, "&<\"\t\n\r");
}

}  // namespace whence::io
