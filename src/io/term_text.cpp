// See term_text.h.
#include "io/term_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include <fmt/format.h>

#include "io/characters.h"
#include "rdf/iri.h"
#include "rdf/vocabulary.h"

namespace whence::io {
namespace {

/// The bytes that a string cannot have as they are.
constexpr auto kIsEscaped = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) {
    table[c] = true;
  }
  table['"'] = table['\\'] = table[0x7F] = true;
  return table;
}();

void append_numeric_escape(std::string& out, char c) {
  fmt::format_to(std::back_inserter(out), "\\u{:04X}", static_cast<unsigned char>(c));
}

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      append_numeric_escape(out, c);
  }
}

std::size_t digits_size(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

}  // namespace

void append_iri(std::string& out, std::string_view iri) {
  out += '<';
  if (rdf::has_only_iri_characters(iri)) {
    out += iri;
  } else {
    for (const char c : iri) {
      if (rdf::has_only_iri_characters({&c, 1})) {
        out += c;
      } else {
        append_numeric_escape(out, c);
      }
    }
  }
  out += '>';
}

void append_blank_node(std::string& out, std::string_view label) {
  out += "_:";
  if (!label.empty() && blank_node_label_size(label) == label.size()) {
    out += label;
    return;
  }
  out += "x-";
  for (const char c : label) {
    fmt::format_to(std::back_inserter(out), "{:02x}", static_cast<unsigned char>(c));
  }
}

void append_string_content(std::string& out, std::string_view text) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kIsEscaped[static_cast<unsigned char>(text[i])]) {
      out.append(text, start, i - start);
      append_escape(out, text[i]);
      start = i + 1;
    }
  }
  out.append(text, start);
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  append_string_content(out, text);
  out += '"';
}

void append_term(std::string& out, const rdf::TermView& term) {
  switch (term.kind) {
    case rdf::TermKind::kIri:
      append_iri(out, term.value);
      return;
    case rdf::TermKind::kBlankNode:
      append_blank_node(out, term.value);
      return;
    case rdf::TermKind::kLiteral:
      break;
  }
  append_string(out, term.value);
  if (!term.language.empty()) {
    out.append("@").append(term.language);
  } else if (!term.datatype.empty()) {
    out += "^^";
    append_iri(out, term.datatype);
  }
}

bool has_bare_form(std::string_view lexical, std::string_view datatype) {
  if (datatype == rdf::xsd::kBoolean) {
    return lexical == "true" || lexical == "false";
  }
  std::string_view rest = lexical;
  if (rest.starts_with('+') || rest.starts_with('-')) {
    rest.remove_prefix(1);
  }
  const std::size_t whole = digits_size(rest);
  rest.remove_prefix(whole);
  if (rest.empty()) {
    return whole > 0 && datatype == rdf::xsd::kInteger;
  }
  std::size_t fraction = 0;
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    fraction = digits_size(rest);
    rest.remove_prefix(fraction);
    if (rest.empty()) {
      return fraction > 0 && datatype == rdf::xsd::kDecimal;
    }
  }
  if (whole + fraction == 0 || (rest.front() != 'e' && rest.front() != 'E')) {
    return false;
  }
  rest.remove_prefix(1);
  if (rest.starts_with('+') || rest.starts_with('-')) {
    rest.remove_prefix(1);
  }
  return !rest.empty() && digits_size(rest) == rest.size() && datatype == rdf::xsd::kDouble;
}

}  // namespace whence::io
