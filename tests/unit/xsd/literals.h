// Literals in short for the tables of tests: "decimal:1.50" is "1.50"^^xsd:decimal. A value prints
// the same way in its canonical form; nothing prints "error".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rdf/term.h"
#include "rdf/vocabulary.h"
#include "xsd/value.h"

namespace whence::xsd {

/// Of the whole text, so that lexical forms may hold colons.
inline rdf::Term literal(std::string_view text) {
  const std::size_t colon = text.find(':');
  return rdf::Term::literal(text.substr(colon + 1),
                            std::string(rdf::xsd::kNamespace) + std::string(text.substr(0, colon)));
}

inline Value value_of(std::string_view text) { return parse_value(literal(text)); }

inline std::string printed(const std::optional<Value>& value) {
  if (!value || std::holds_alternative<std::monostate>(*value)) {
    return "error";
  }
  const rdf::Term term = to_term(*value);
  return std::string(term.view().datatype_iri().substr(rdf::xsd::kNamespace.size())) + ":" +
         term.value;
}

/// The name of a case: its text with what names must not hold put into words.
inline std::string test_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      name += c;
    } else if (c == '-') {
      name += "_minus_";
    } else if (c == '+') {
      name += "_plus_";
    } else if (c == '.') {
      name += "_point_";
    } else if (!name.ends_with('_')) {
      name += '_';
    }
  }
  return name;
}

}  // namespace whence::xsd
