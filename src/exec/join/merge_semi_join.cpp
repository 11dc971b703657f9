// Semi- and anti-joins of two inputs sorted by their keys: one pass over both. The right side is
// skipped by galloping within a batch and by seeks between batches, so that a small left side reads
// only its part of a large right one. Output follows the left's order.
#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "exec/join/partner_use.h"
#include "exec/operators.h"

namespace whence::exec {

namespace {

class MergeSemiJoin final : public Operator {
 public:
  MergeSemiJoin(const plan::MergeSemiJoin& node, OperatorPtr left, OperatorPtr right,
                QueryContext& context)
      : node_(node), context_(context), left_(std::move(left)), right_(std::move(right)) {}

  bool next(Batch& batch) override {
    while (!has_ended() && left_->next(left_rows_)) {
      context_.check();
      find_partners();
      if (use_partners(node_.use, with_partner_, left_rows_, batch)) {
        return true;
      }
      if (node_.use == plan::PartnerUse::kSemi && !right_ended_) {
        left_->seek(right_rows_.columns[node_.keys[0].second][right_row_]);
      }
    }
    batch.reset(node_.left->columns.size());
    return false;
  }

  void seek(Id id) override { left_->seek(id); }

 private:
  /// Whether no further row of the left can be kept.
  [[nodiscard]] bool has_ended() const {
    return right_ended_ && node_.use == plan::PartnerUse::kSemi;
  }

  void find_partners() {
    with_partner_.clear();
    for (std::size_t row = 0; row < left_rows_.row_count && !right_ended_; ++row) {
      if (reach(row) && compare_right(right_row_, row) == std::strong_ordering::equal) {
        with_partner_.push_back(static_cast<std::uint32_t>(row));
      }
    }
  }

  /// Brings the right side to its first row that is not before the left's `row`; false: none is.
  bool reach(std::size_t row) {
    while (true) {
      if (right_row_ < right_rows_.row_count &&
          compare_right(right_rows_.row_count - 1, row) != std::strong_ordering::less) {
        gallop(row);
        return true;
      }
      right_->seek(left_rows_.columns[node_.keys[0].first][row]);
      right_row_ = 0;
      if (!right_->next(right_rows_)) {
        right_ended_ = true;
        return false;
      }
      context_.check();
    }
  }

  /// As reach(), within a batch whose last row is not before the left's.
  void gallop(std::size_t row) {
    std::size_t step = 1;
    std::size_t before = right_row_;  // No row that is skipped lies behind it.
    std::size_t probe = right_row_;
    while (probe < right_rows_.row_count && compare_right(probe, row) < 0) {
      before = probe + 1;
      probe += step;
      step *= 2;
    }
    std::size_t end = std::min(probe, right_rows_.row_count - 1);
    while (before < end) {
      const std::size_t middle = before + (end - before) / 2;
      if (compare_right(middle, row) < 0) {
        before = middle + 1;
      } else {
        end = middle;
      }
    }
    right_row_ = before;
  }

  [[nodiscard]] std::strong_ordering compare_right(std::size_t right_row, std::size_t row) const {
    for (const auto& [left, right] : node_.keys) {
      const auto order = right_rows_.columns[right][right_row] <=> left_rows_.columns[left][row];
      if (order != 0) {
        return order;
      }
    }
    return std::strong_ordering::equal;
  }

  const plan::MergeSemiJoin& node_;
  QueryContext& context_;
  OperatorPtr left_;
  OperatorPtr right_;
  Batch left_rows_;
  Batch right_rows_;
  std::size_t right_row_ = 0;
  bool right_ended_ = false;
  std::vector<std::uint32_t> with_partner_;
};

}  // namespace

OperatorPtr make_merge_semi_join(const plan::MergeSemiJoin& node, OperatorPtr left,
                                 OperatorPtr right, QueryContext& context) {
  return std::make_unique<MergeSemiJoin>(node, std::move(left), std::move(right), context);
}

}  // namespace whence::exec
