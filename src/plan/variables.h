// What is known of a pattern's variables without looking at data.
#pragma once

#include <set>

#include "sparql/algebra.h"

namespace whence::plan {

using VariableSet = std::set<sparql::Variable>;

/// The variables that every solution of `algebra` binds.
[[nodiscard]] VariableSet certain_variables(const sparql::Algebra& algebra);

/// Whether `expression` gives the same value wherever in a plan it is evaluated, if only the
/// variables it mentions are bound: false for RAND, UUID, STRUUID, BNODE and for EXISTS.
[[nodiscard]] bool is_movable(const sparql::Expression& expression);

/// Whether an EXISTS or NOT EXISTS stands in `expression`.
[[nodiscard]] bool has_exists(const sparql::Expression& expression);

/// Whether `expression` may have another value each time that it is evaluated, whatever the
/// variables are: RAND, UUID, STRUUID, BNODE, also inside an EXISTS.
[[nodiscard]] bool has_fresh_values(const sparql::Expression& expression);

/// Whether every variable that `expression` mentions is in `variables`.
[[nodiscard]] bool mentions_only(const sparql::Expression& expression,
                                 const VariableSet& variables);

}  // namespace whence::plan
