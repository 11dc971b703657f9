// EXISTS over triple patterns that hang together by the solution's variables alone, or not at all:
// EXISTS { A . B } = EXISTS { A } && EXISTS { B } where A and B share no variable. Evaluated as one
// pattern, apart from the solution, they would be a product.
#pragma once

#include "sparql/algebra.h"

namespace whence::plan {

/// `exists`, or an expression of several with the same value.
[[nodiscard]] sparql::Expression in_parts(const sparql::Exists& exists);

}  // namespace whence::plan
