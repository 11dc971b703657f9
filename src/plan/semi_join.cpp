#include "plan/semi_join.h"

#include <utility>
#include <vector>

#include "plan/key_order.h"
#include "plan/nodes.h"

namespace whence::plan {

namespace {

bool can_merge(PartnerUse use, const Plan& left, const std::vector<Variable>& keys,
               const PassSet& passes) {
  return passes.has(Pass::kMergeJoins) && use != PartnerUse::kMinus && !keys.empty() &&
         binds_all(left, keys);
}

}  // namespace

Plan semi_join_plans(PartnerUse use, Plan left, Plan right, const PassSet& passes,
                     const std::optional<Variable>& mark) {
  const std::vector<Variable> keys = shared_columns(left, right);
  if (can_merge(use, left, keys, passes) && binds_all(right, keys)) {
    const auto order = sorted_keys(left, keys);
    if (order && is_sorted_by(right, *order)) {
      return merge_semi_join(use, std::move(left), std::move(right), *order, mark);
    }
    const auto right_order = sorted_keys(right, keys);
    if (right_order && left.estimated_rows * kSeekRatio < right.estimated_rows) {
      return merge_semi_join(use, sort_by_id(*right_order, std::move(left)), std::move(right),
                             *right_order, mark);
    }
  }
  return hash_semi_join(use, std::move(left), std::move(right), mark);
}

Plan semi_join_with_scan(PartnerUse use, Plan left, const ScanSource& right, const PassSet& passes,
                         const std::optional<Variable>& mark) {
  std::vector<Variable> keys;
  for (const Variable& variable : right.variables()) {
    if (left.column_of(variable)) {
      keys.push_back(variable);
    }
  }
  if (can_merge(use, left, keys, passes)) {
    if (const auto order = sorted_keys(left, keys)) {
      if (auto scan = right.scan(*order)) {
        return merge_semi_join(use, std::move(left), std::move(*scan), *order, mark);
      }
    }
    if (auto found = scan_by(right, keys)) {
      return semi_join_plans(use, std::move(left), std::move(found->second), passes, mark);
    }
  }
  return hash_semi_join(use, std::move(left), right.any_scan({}), mark);
}

}  // namespace whence::plan
