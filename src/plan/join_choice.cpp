// Which operator joins two sides: a merge where both are sorted or the smaller is cheaply sorted,
// else a hash join with the smaller side in the table.
#include <algorithm>
#include <cstddef>
#include <utility>

#include "plan/join_group.h"
#include "plan/key_order.h"
#include "plan/nodes.h"

namespace whence::plan {

namespace {

Plan hash(JoinKind kind, Plan left, Plan right, double estimated_rows) {
  // An inner join is the same either way round; the right side becomes the table.
  if (kind == JoinKind::kInner && left.estimated_rows < right.estimated_rows) {
    std::swap(left, right);
  }
  return hash_join(kind, std::move(left), std::move(right), std::nullopt, estimated_rows);
}

}  // namespace

Plan join_plans(JoinKind kind, Plan left, Plan right, const PassSet& passes,
                double estimated_rows) {
  const std::vector<Variable> keys = shared_columns(left, right);
  if (passes.has(Pass::kMergeJoins) && !keys.empty() && binds_all(left, keys) &&
      binds_all(right, keys)) {
    const auto order = sorted_keys(left, keys);
    if (order && is_sorted_by(right, *order)) {
      return merge_join(kind, std::move(left), std::move(right), *order, estimated_rows);
    }
  }
  return hash(kind, std::move(left), std::move(right), estimated_rows);
}

Plan join_with_scan(JoinKind kind, Plan left, const ScanSource& right, const PassSet& passes,
                    double estimated_rows) {
  std::vector<Variable> keys;
  for (const Variable& variable : right.variables()) {
    if (left.column_of(variable)) {
      keys.push_back(variable);
    }
  }
  if (passes.has(Pass::kMergeJoins) && !keys.empty() && binds_all(left, keys)) {
    if (const auto order = sorted_keys(left, keys)) {
      if (auto scan = right.scan(*order)) {
        return merge_join(kind, std::move(left), std::move(*scan), *order, estimated_rows);
      }
    }
    if (left.estimated_rows * kSeekRatio < right.row_count()) {
      if (auto found = scan_by(right, keys)) {
        Plan sorted = sort_by_id(found->first, std::move(left));
        return merge_join(kind, std::move(sorted), std::move(found->second), found->first,
                          estimated_rows);
      }
    }
  }
  return hash(kind, std::move(left), right.any_scan({}), estimated_rows);
}

}  // namespace whence::plan
