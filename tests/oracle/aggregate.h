// The set functions of SPARQL 1.1 §18.5.1.
#pragma once

#include <optional>

#include "oracle/solution.h"
#include "sparql/expression.h"

namespace whence::oracle {

/// Of one group. Nothing: an error.
[[nodiscard]] std::optional<rdf::Term> evaluate(const sparql::Aggregate& aggregate,
                                                const Solutions& group);

}  // namespace whence::oracle
