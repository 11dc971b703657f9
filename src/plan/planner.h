// Algebra to physical plan, against one snapshot.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/pass.h"
#include "plan/physical_plan.h"
#include "sparql/algebra.h"
#include "store/snapshot.h"

namespace whence::plan {

/// Plans the pattern of a query. Throws Error kUnsupported for what cannot be run yet.
[[nodiscard]] Plan make_plan(const sparql::Algebra& pattern, const store::Snapshot& snapshot,
                             const PassSet& passes = {});

}  // namespace whence::plan
