// Generated expressions, as SPARQL text.
#pragma once

#include <string>
#include <vector>

namespace whence::oracle {

/// A variable of `variables`, with its "?".
[[nodiscard]] std::string random_variable(const std::vector<std::string>& variables);
/// Any expression over `variables`, of at most `depth` levels of calls.
[[nodiscard]] std::string random_expression(const std::vector<std::string>& variables, int depth);
/// One that is mostly a truth.
[[nodiscard]] std::string random_condition(const std::vector<std::string>& variables, int depth);

}  // namespace whence::oracle
