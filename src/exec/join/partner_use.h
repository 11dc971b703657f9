// The common end of the joins that only ask whether a row of the left has a partner.
#pragma once

#include <cstdint>
#include <vector>

#include "exec/operator.h"
#include "plan/physical_plan.h"

namespace whence::exec {

/// Hands the rows on in `batch` as `use` says, given the numbers of those that have a partner,
/// ascending. May take the columns of `rows`. False: none is kept.
bool use_partners(plan::PartnerUse use, const std::vector<std::uint32_t>& with_partner, Batch& rows,
                  Batch& batch);

}  // namespace whence::exec
