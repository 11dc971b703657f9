#include "plan/key_order.h"

#include <algorithm>
#include <cstddef>

namespace whence::plan {

bool binds_all(const Plan& plan, const std::vector<Variable>& variables) {
  return std::ranges::all_of(variables, [&](const Variable& v) { return plan.binds(v); });
}

std::optional<std::vector<Variable>> sorted_keys(const Plan& plan,
                                                 const std::vector<Variable>& keys) {
  std::vector<Variable> order;
  for (const std::size_t column : plan.sorted_by) {
    if (order.size() == keys.size()) {
      break;
    }
    if (std::ranges::find(keys, plan.columns[column]) == keys.end()) {
      return std::nullopt;
    }
    order.push_back(plan.columns[column]);
  }
  return order.size() == keys.size() ? std::optional(order) : std::nullopt;
}

std::optional<std::pair<std::vector<Variable>, Plan>> scan_by(const ScanSource& source,
                                                              std::vector<Variable> keys) {
  std::ranges::sort(keys);
  do {
    if (auto scan = source.scan(keys)) {
      return std::pair(keys, std::move(*scan));
    }
  } while (std::ranges::next_permutation(keys).found);
  return std::nullopt;
}

}  // namespace whence::plan
