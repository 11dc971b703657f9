// Merge join of two inputs sorted by their keys: one pass over both, with seeks over what cannot
// match, so that a small left side reads only its part of a large right one.
#include <compare>
#include <cstddef>
#include <utility>
#include <vector>

#include "exec/operators.h"
#include "exec/row_buffer.h"

namespace whence::exec {

namespace {

class MergeJoin final : public Operator {
 public:
  MergeJoin(const plan::MergeJoin& node, OperatorPtr left, OperatorPtr right, QueryContext& context)
      : node_(node),
        context_(context),
        memory_(context),
        left_(std::move(left)),
        right_(std::move(right)) {
    const std::size_t right_columns = node.right->columns.size();
    for (std::size_t i = 0; i < right_columns; ++i) {
      if (!node.left->column_of(node.right->columns[i])) {
        own_.push_back(i);
      }
    }
    rows_max_ = batch_rows(node.left->columns.size() + own_.size());
    group_.reset(own_.size());
    group_key_.resize(node.keys.size());
  }

  bool next(Batch& batch) override {
    context_.check();
    batch.reset(node_.left->columns.size() + own_.size());
    while (batch.row_count < rows_max_ && !ended_ && fill_left()) {
      step(batch);
    }
    return batch.row_count != 0;
  }

  void seek(Id id) override { left_->seek(id); }

 private:
  bool fill_left() {
    if (left_row_ < left_rows_.row_count) {
      return true;
    }
    left_row_ = 0;
    return left_->next(left_rows_);
  }

  bool fill_right() {
    if (right_row_ < right_rows_.row_count) {
      return true;
    }
    right_row_ = 0;
    return right_->next(right_rows_);
  }

  /// One step: joins the left row, skips it, or brings the right side up to it.
  void step(Batch& batch) {
    const auto order = has_group_ ? compare_left_to_group() : std::strong_ordering::greater;
    if (order == std::strong_ordering::equal) {
      emit_matches(batch);
    } else if (order == std::strong_ordering::greater && !right_ended_) {
      load_group();
    } else if (node_.kind == plan::JoinKind::kLeft) {
      append(batch, nullptr, 0);
      ++left_row_;
    } else if (order == std::strong_ordering::greater) {
      ended_ = true;  // The right has ended: nothing more can match.
    } else {
      left_->seek(group_key_[0]);
      ++left_row_;
    }
  }

  [[nodiscard]] std::strong_ordering compare_left_to_group() const {
    for (std::size_t i = 0; i < node_.keys.size(); ++i) {
      const Id key = left_rows_.columns[node_.keys[i].first][left_row_];
      if (const auto order = key <=> group_key_[i]; order != 0) {
        return order;
      }
    }
    return std::strong_ordering::equal;
  }

  [[nodiscard]] bool right_before_left() const {
    for (const auto& [left, right] : node_.keys) {
      const auto order =
          right_rows_.columns[right][right_row_] <=> left_rows_.columns[left][left_row_];
      if (order != 0) {
        return order < 0;
      }
    }
    return false;
  }

  /// Collects the first rows of the right that share one key not before the left row's.
  void load_group() {
    has_group_ = false;
    group_.reset(own_.size());
    right_->seek(left_rows_.columns[node_.keys[0].first][left_row_]);
    while (fill_right() && right_before_left()) {
      ++right_row_;
    }
    if (right_row_ >= right_rows_.row_count) {
      right_ended_ = true;
      return;
    }
    has_group_ = true;
    for (std::size_t i = 0; i < node_.keys.size(); ++i) {
      group_key_[i] = right_rows_.columns[node_.keys[i].second][right_row_];
    }
    while (fill_right() && right_in_group()) {
      for (std::size_t i = 0; i < own_.size(); ++i) {
        group_.columns[i].push_back(right_rows_.columns[own_[i]][right_row_]);
      }
      group_.multiplicities.push_back(right_rows_.multiplicity(right_row_));
      ++group_.row_count;
      ++right_row_;
    }
    if (group_.row_count > group_rows_max_) {
      memory_.add((group_.row_count - group_rows_max_) * (own_.size() + 1) * sizeof(Id));
      group_rows_max_ = group_.row_count;
    }
  }

  [[nodiscard]] bool right_in_group() const {
    for (std::size_t i = 0; i < node_.keys.size(); ++i) {
      if (right_rows_.columns[node_.keys[i].second][right_row_] != group_key_[i]) {
        return false;
      }
    }
    return true;
  }

  void emit_matches(Batch& batch) {
    while (group_row_ < group_.row_count && batch.row_count < rows_max_) {
      append(batch, &group_, group_row_++);
    }
    if (group_row_ == group_.row_count) {
      group_row_ = 0;
      ++left_row_;
    }
  }

  void append(Batch& batch, const Batch* right, std::size_t right_row) {
    const std::size_t left_columns = left_rows_.columns.size();
    for (std::size_t i = 0; i < left_columns; ++i) {
      batch.columns[i].push_back(left_rows_.columns[i][left_row_]);
    }
    for (std::size_t i = 0; i < own_.size(); ++i) {
      batch.columns[left_columns + i].push_back(right == nullptr ? Id()
                                                                 : right->columns[i][right_row]);
    }
    const std::uint64_t count = left_rows_.multiplicity(left_row_) *
                                (right == nullptr ? 1 : right->multiplicity(right_row));
    if (count != 1 && batch.multiplicities.empty()) {
      batch.multiplicities.assign(batch.row_count, 1);
    }
    if (count != 1 || !batch.multiplicities.empty()) {
      batch.multiplicities.push_back(count);
    }
    ++batch.row_count;
  }

  const plan::MergeJoin& node_;
  QueryContext& context_;
  MemoryReservation memory_;
  OperatorPtr left_;
  OperatorPtr right_;
  std::vector<std::size_t> own_;  ///< The right's columns that the left has not.
  std::size_t rows_max_ = 0;      ///< Of an output batch.
  Batch left_rows_;
  Batch right_rows_;
  std::size_t left_row_ = 0;
  std::size_t right_row_ = 0;
  Batch group_;  ///< The right's rows of one key, its own columns alone.
  std::vector<Id> group_key_;
  std::size_t group_row_ = 0;  ///< The next to be joined with the left row.
  std::size_t group_rows_max_ = 0;
  bool has_group_ = false;
  bool right_ended_ = false;
  bool ended_ = false;
};

}  // namespace

OperatorPtr make_merge_join(const plan::MergeJoin& node, OperatorPtr left, OperatorPtr right,
                            QueryContext& context) {
  return std::make_unique<MergeJoin>(node, std::move(left), std::move(right), context);
}

}  // namespace whence::exec
