// The evaluation of the algebra by the text of SPARQL 1.1 §18: lists of solution mappings, nested
// loops, nothing clever. What the engine answers is compared with it.
#pragma once

#include <vector>

#include "oracle/data_set.h"
#include "oracle/solution.h"
#include "sparql/algebra.h"

namespace whence::oracle {

/// eval(D(G), pattern) with the default graph as active graph (§18.6). Throws TooManySolutions, and
/// std::logic_error for a SERVICE.
[[nodiscard]] Solutions evaluate(const DataSet& data, const sparql::Algebra& pattern);

/// §16.2, for templates without blank nodes.
[[nodiscard]] Graph construct(const std::vector<sparql::TemplateTriple>& triples,
                              const Solutions& solutions);

}  // namespace whence::oracle
