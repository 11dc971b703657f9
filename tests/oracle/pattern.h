// Triple patterns and property paths over one graph, by the text of SPARQL 1.1 §18.3 and §18.4.
#pragma once

#include "oracle/data_set.h"
#include "oracle/solution.h"
#include "sparql/algebra.h"

namespace whence::oracle {

/// §18.3.1, of one pattern.
[[nodiscard]] Solutions evaluate(const sparql::TriplePattern& pattern, const Graph& graph);

/// eval(Path(X, path, Y)) of §18.4. A negated property set finds a pair once for each triple that
/// it does not exclude: the section says of which solutions its answer is, not how often.
[[nodiscard]] Solutions evaluate(const sparql::Path& path, const Graph& graph);

}  // namespace whence::oracle
