// The expressions that stand in an algebra, for those who look at all of them.
#pragma once

#include <functional>

#include "sparql/algebra.h"

namespace whence::plan {

/// Calls `visit` for each expression of `algebra` and below, but not for the parts of expressions.
void for_each_expression(const sparql::Algebra& algebra,
                         const std::function<void(const sparql::Expression&)>& visit);

}  // namespace whence::plan
