// EXISTS and NOT EXISTS within an expression, for those patterns that depend on the solution in a
// way that no join can express (plan/separation.h): the solution is substituted into the pattern
// (SPARQL 1.1 §18.6), which is then planned and run up to its first row. Solutions that agree in
// what the pattern mentions share one run.
#pragma once

#include <memory>
#include <vector>

#include "exec/expression.h"
#include "sparql/expression.h"

namespace whence::exec {

/// Throws what compile() throws, for the expressions inside the pattern.
[[nodiscard]] std::unique_ptr<Evaluator> make_exists(const sparql::Exists& exists,
                                                     const std::vector<sparql::Variable>& columns);

}  // namespace whence::exec
