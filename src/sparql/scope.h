// Which variables a pattern can bind (SPARQL 1.1 §18.2.1).
#pragma once

#include "sparql/algebra.h"

namespace whence::sparql {

/// Whether `variable` is among in_scope_variables(algebra), found without making the list.
[[nodiscard]] bool is_in_scope(const Algebra& algebra, const Variable& variable);

}  // namespace whence::sparql
