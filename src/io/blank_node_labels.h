// Labels for the blank nodes of one document: the scope in front, and nodes that have no label in
// the document ("[]", collections) under names that no label of the document can take.
//
// A generated node is "g" and a number. A document's own label of that form, "g12", becomes "g_12",
// and "g_12" becomes "g__12": one more "_" for every label that is "g", underscores and digits. So
// the names depend on scope and label alone, and two different ones never meet.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "io/characters.h"

namespace whence::io {

/// Whether `label` is "g", any number of "_", and at least one digit.
[[nodiscard]] inline bool resembles_generated_label(std::string_view label) {
  if (!label.starts_with('g') || !is_digit(label.back())) {
    return false;
  }
  const std::size_t digits = label.find_first_not_of('_', 1);
  return std::ranges::all_of(label.substr(digits), is_digit);
}

/// Writes the scoped form of a document's own label into `out`.
inline void scope_label(std::string_view scope, std::string_view label, std::string& out) {
  out.assign(scope);
  if (resembles_generated_label(label)) {
    out.append("g_").append(label.substr(1));
  } else {
    out.append(label);
  }
}

/// Writes the scoped form of the node that the parser numbered `number` into `out`.
inline void scope_generated(std::string_view scope, std::string_view number, std::string& out) {
  out.assign(scope).append("g").append(number);
}

}  // namespace whence::io
