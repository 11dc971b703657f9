// A row of a table of texts and the trees that they make. In the texts ":" stands for <e:>.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <variant>

#include <gtest/gtest.h>

#include "sparql/parser.h"
#include "sparql/printer.h"

namespace whence::sparql {

struct TreeCase {
  const char* name;
  const char* text;
  const char* tree;
};
inline void PrintTo(const TreeCase& test, std::ostream* out) { *out << test.text; }

inline std::string tree_case_name(const testing::TestParamInfo<TreeCase>& tested) {
  return tested.param.name;
}

/// Relative IRIs are resolved against http://b/.
inline Query parsed(std::string_view text) {
  ParserOptions options;
  options.base_iri = "http://b/";
  return parse_query(std::string("PREFIX : <e:> ").append(text), options);
}

inline std::string query_tree(std::string_view text) { return to_string(parsed(text)); }

/// The tree of a group in braces.
inline std::string pattern_tree(std::string_view group) {
  return to_string(parsed(std::string("ASK ").append(group)).pattern);
}

/// The tree of an expression.
inline std::string condition_tree(std::string_view expression) {
  const Query query = parsed(std::string("ASK { FILTER(").append(expression).append(") }"));
  return to_string(std::get<Filter>(query.pattern.node).conditions.front());
}

}  // namespace whence::sparql
