// The algebra as an S-expression: what tests compare and --explain shows.
//   (project (?s ?o)
//     (filter ((< ?o 5))
//       (bgp (triple ?s <http://example/p> ?o))))
#pragma once

#include <string>

#include "sparql/algebra.h"

namespace whence::sparql {

/// One node a line, children indented by two; no newline at the end.
[[nodiscard]] std::string to_string(const Query& query);
[[nodiscard]] std::string to_string(const Algebra& algebra);
/// On one line.
[[nodiscard]] std::string to_string(const Expression& expression);
[[nodiscard]] std::string to_string(const PropertyPath& path);
[[nodiscard]] std::string to_string(const Variable& variable);
[[nodiscard]] std::string to_string(const PatternTerm& term);

}  // namespace whence::sparql
