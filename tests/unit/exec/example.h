// A row of a table of expressions, and what evaluates it. Apart from evaluating.h, since most tests
// need no more.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace whence::exec {

/// The value of the expression `text`, which has the prefixes xsd: and : (http://example.org/), in
/// N-Triples with "xsd:" for its namespace; "error". It is run in every way that a node can be
/// asked, once with its constants and once with variables bound to them: all have to agree.
std::string evaluated(std::string_view text);

struct Example {
  const char* name;
  const char* expression;
  const char* result;
};
inline void PrintTo(const Example& example, std::ostream* out) { *out << example.expression; }

inline std::string example_name(const testing::TestParamInfo<Example>& tested) {
  return tested.param.name;
}

}  // namespace whence::exec
