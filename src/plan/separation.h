// EXISTS (SPARQL 1.1 §18.6) asks about a pattern into which the current solution is substituted.
// For most patterns it is the same to evaluate the pattern once, by itself, and to ask for a
// solution of it that is compatible with the current one: then one semi-join answers for all rows.
#pragma once

#include "plan/variables.h"
#include "sparql/algebra.h"

namespace whence::plan {

/// Whether for every solution μ that binds some of `outer` and nothing else, substitute(pattern, μ)
/// has a solution exactly if `pattern` has one that is compatible with μ.
[[nodiscard]] bool is_separable(const sparql::Algebra& pattern, const VariableSet& outer);

}  // namespace whence::plan
