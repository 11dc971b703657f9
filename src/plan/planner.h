// Algebra to physical plan, against one snapshot.
#pragma once

#include <cstddef>

#include "plan/pass.h"
#include "plan/physical_plan.h"
#include "sparql/algebra.h"
#include "store/snapshot.h"

namespace whence::plan {

/// Triple patterns that one query may have: the depth of a plan grows with them.
inline constexpr std::size_t kPatternsMax = 1000;

/// Plans the pattern of a query by the counts that the snapshot's indexes give. Throws Error kLimit
/// for a query of more than kPatternsMax triple patterns.
[[nodiscard]] Plan make_plan(const sparql::Algebra& pattern, const store::Snapshot& snapshot,
                             const PassSet& passes = {});

}  // namespace whence::plan
