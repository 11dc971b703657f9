// Which variables a pattern can bind (SPARQL 1.1 §18.2.1).
#pragma once

#include <vector>

#include "sparql/algebra.h"

namespace whence::sparql {

/// Whether `variable` is among in_scope_variables(algebra), found without making the list.
[[nodiscard]] bool is_in_scope(const Algebra& algebra, const Variable& variable);

/// The variables that `expression` itself reads: as mentioned_variables(), but nothing of the
/// patterns of EXISTS, which are groups of their own.
[[nodiscard]] std::vector<Variable> own_variables(const Expression& expression);

}  // namespace whence::sparql
