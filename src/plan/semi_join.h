// Which operator asks whether a row of the left has a partner on the right: a merge where both
// sides are sorted, or the left is cheaply sorted; else a hash table of the right.
#pragma once

#include <optional>

#include "plan/pass.h"
#include "plan/physical_plan.h"
#include "plan/scan_source.h"

namespace whence::plan {

[[nodiscard]] Plan semi_join_plans(PartnerUse use, Plan left, Plan right, const PassSet& passes,
                                   const std::optional<Variable>& mark = {});

/// The same with a pattern on the right, whose order follows the left's.
[[nodiscard]] Plan semi_join_with_scan(PartnerUse use, Plan left, const ScanSource& right,
                                       const PassSet& passes,
                                       const std::optional<Variable>& mark = {});

}  // namespace whence::plan
