// Whether two data sets are the same up to the names of their blank nodes (RDF 1.1 Concepts §3.6,
// §4.2). Blank nodes may name graphs too.
#pragma once

#include <span>

#include "rdf/quad.h"

namespace whence::conformance {

/// Duplicates count once. Exact: nodes that refinement cannot tell apart are tried in turn, which
/// takes exponential time for graphs made to be hard, and none for those of the suites.
[[nodiscard]] bool are_isomorphic(std::span<const rdf::Quad> left,
                                  std::span<const rdf::Quad> right);

}  // namespace whence::conformance
