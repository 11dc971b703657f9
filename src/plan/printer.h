// The physical plan as an S-expression: what --explain shows and tests compare.
//   (project (?s ?name) rows=12
//     (merge-join inner on (?s) rows=12
//       (index-scan (?s iri#4 ?name) default-graph by (?s ?name) rows=90)
//       (index-scan (?s iri#7 iri#9) default-graph by (?s) rows=12)))
// Terms in scans are ids, which hold for the plan's snapshot alone.
#pragma once

#include <string>

#include "plan/physical_plan.h"

namespace whence::plan {

/// One node a line, children indented by two; no newline at the end. `rows` are estimated.
[[nodiscard]] std::string to_string(const Plan& plan);

}  // namespace whence::plan
