// substitute(pattern, μ) of SPARQL 1.1 §18.6: what EXISTS evaluates.
#pragma once

#include "oracle/solution.h"
#include "sparql/algebra.h"

namespace whence::oracle {

/// `pattern` with every occurrence of a variable that `solution` binds replaced by its term, in
/// expressions and in the patterns of EXISTS inside as well. The section does not say what becomes
/// of a variable that the pattern itself gives a value to, in VALUES or BIND: here the two values
/// have to agree.
[[nodiscard]] sparql::Algebra substitute(const sparql::Algebra& pattern, const Solution& solution);

}  // namespace whence::oracle
