// Generated data and queries for property tests: few terms of many kinds, so that patterns match,
// and the whole language that engine and oracle have in common.
#pragma once

#include <iosfwd>
#include <string>

#include <rapidcheck.h>

#include "oracle/data_set.h"

namespace whence::oracle {

/// What a generated query is mostly made of.
enum class Flavour { kPatterns, kPaths, kNegation, kAggregates, kModifiers, kConstruct, kAsk };

struct Case {
  DataSet data;
  std::string query;
};

std::ostream& operator<<(std::ostream& out, const Case& sample);

[[nodiscard]] rc::Gen<Case> cases(Flavour flavour);

/// Variables whose value is any of several that are equal (MIN, MAX) begin with this.
inline constexpr char kByValuePrefix[] = "v_";
/// Variables whose value is a GROUP_CONCAT, in any order, begin with this.
inline constexpr char kConcatenatedPrefix[] = "c_";
/// What stands between the values of a GROUP_CONCAT; no value has it.
inline constexpr char kSeparator[] = "|";

}  // namespace whence::oracle
