// In which order two sides of a join can be merged.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "plan/physical_plan.h"
#include "plan/scan_source.h"

namespace whence::plan {

/// A left side this many times smaller than the right is sorted and merged with seeks rather than
/// hashed, which would read all of the right.
inline constexpr double kSeekRatio = 8;

[[nodiscard]] bool binds_all(const Plan& plan, const std::vector<Variable>& variables);

/// `keys` in the order in which `plan` is sorted by them, if it is sorted by all of them first.
[[nodiscard]] std::optional<std::vector<Variable>> sorted_keys(const Plan& plan,
                                                               const std::vector<Variable>& keys);

/// A scan of `source` sorted by all of `keys` in any order of them, and that order.
[[nodiscard]] std::optional<std::pair<std::vector<Variable>, Plan>> scan_by(
    const ScanSource& source, std::vector<Variable> keys);

}  // namespace whence::plan
