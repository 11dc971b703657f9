// Hash join: the right side is held in a table by its keys, the left streams by. Columns that may
// be unbound on either side cannot be hashed; they are matched row by row as compatible (SPARQL
// 1.1 §18.3). Output follows the left's order.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "exec/expression.h"
#include "exec/operators.h"
#include "exec/row_buffer.h"

namespace whence::exec {

namespace {

class HashJoin final : public Operator {
 public:
  HashJoin(const plan::HashJoin& node, OperatorPtr left, OperatorPtr right, QueryContext& context)
      : node_(node),
        context_(context),
        left_(std::move(left)),
        right_(std::move(right)),
        rows_(context),
        keys_(node.keys.size(), context),
        memory_(context) {
    Columns columns = node.left->columns;
    for (std::size_t i = 0; i < node.right->columns.size(); ++i) {
      if (!node.left->column_of(node.right->columns[i])) {
        own_.push_back(i);
        columns.push_back(node.right->columns[i]);
      }
    }
    rows_max_ = batch_rows(columns.size());
    if (node.condition) {
      condition_.push_back(compile(*node.condition, columns));
    }
  }

  bool next(Batch& batch) override {
    if (!is_built_) {
      build();
    }
    batch.reset(node_.left->columns.size() + own_.size());
    while (batch.row_count < rows_max_ && fill_left()) {
      if (!probe_row(batch)) {
        break;  // The batch is full in the middle of a row's matches.
      }
      ++left_row_;
      is_probing_ = false;
    }
    return batch.row_count != 0;
  }

  void seek(Id id) override { left_->seek(id); }

 private:
  static constexpr std::uint32_t kNone = KeyTable::kNone;

  void build() {
    is_built_ = true;
    rows_.append_all(*right_);
    std::vector<const std::vector<Id>*> key_columns;
    for (const auto& [left, right] : node_.keys) {
      key_columns.push_back(rows_.size() == 0 ? nullptr : &rows_.rows().columns[right]);
    }
    memory_.add(2 * rows_.size() * sizeof(std::uint32_t));
    next_.assign(rows_.size(), kNone);
    // Chains are built from the back, so that they are walked in the right's order.
    for (std::size_t row = rows_.size(); row-- > 0;) {
      if (row % store::kBatchRows == 0) {
        context_.check();
      }
      const std::uint32_t key = keys_.insert(key_columns, row);
      if (key == first_.size()) {
        first_.push_back(kNone);
      }
      next_[row] = first_[key];
      first_[key] = static_cast<std::uint32_t>(row);
    }
  }

  bool fill_left() {
    if (left_row_ < left_rows_.row_count) {
      return true;
    }
    if (node_.kind == plan::JoinKind::kInner && rows_.size() == 0) {
      return false;
    }
    context_.check();
    left_row_ = 0;
    if (!left_->next(left_rows_)) {
      return false;
    }
    left_keys_.clear();
    for (const auto& [left, right] : node_.keys) {
      left_keys_.push_back(&left_rows_.columns[left]);
    }
    return true;
  }

  /// Joins the left row with its matches; false if the batch is full before the last of them.
  bool probe_row(Batch& batch) {
    if (!is_probing_) {
      is_probing_ = true;
      has_matched_ = false;
      const std::uint32_t key = keys_.find(left_keys_, left_row_);
      candidate_ = key == kNone ? kNone : first_[key];
    }
    for (; candidate_ != kNone; candidate_ = next_[candidate_]) {
      if (batch.row_count >= rows_max_) {
        return false;
      }
      if (++steps_ % store::kBatchRows == 0) {
        context_.check();
      }
      if (is_compatible()) {
        append(batch, candidate_);
        has_matched_ = keep_if_condition_holds(batch) || has_matched_;
      }
    }
    if (!has_matched_ && node_.kind == plan::JoinKind::kLeft) {
      append(batch, kNone);
    }
    return true;
  }

  [[nodiscard]] bool is_compatible() const {
    return std::ranges::all_of(node_.compatible, [&](const auto& pair) {
      const Id left = left_rows_.columns[pair.first][left_row_];
      const Id right = rows_.rows().columns[pair.second][candidate_];
      return !left.is_bound() || !right.is_bound() || left == right;
    });
  }

  /// Takes the last row of `batch` back if the condition does not hold for it.
  bool keep_if_condition_holds(Batch& batch) {
    if (all_true(condition_, Row{&batch, batch.row_count - 1}, context_)) {
      return true;
    }
    for (auto& column : batch.columns) {
      column.pop_back();
    }
    if (!batch.multiplicities.empty()) {
      batch.multiplicities.pop_back();
    }
    --batch.row_count;
    return false;
  }

  void append(Batch& batch, std::uint32_t right_row) {
    const std::size_t left_columns = left_rows_.columns.size();
    const bool matched = right_row != kNone;
    const Batch& right = rows_.rows();
    for (std::size_t i = 0; i < left_columns; ++i) {
      batch.columns[i].push_back(left_rows_.columns[i][left_row_]);
    }
    for (const auto& [left_column, right_column] : node_.compatible) {
      Id& value = batch.columns[left_column].back();
      if (matched && !value.is_bound()) {
        value = right.columns[right_column][right_row];
      }
    }
    for (std::size_t i = 0; i < own_.size(); ++i) {
      batch.columns[left_columns + i].push_back(matched ? right.columns[own_[i]][right_row] : Id());
    }
    const std::uint64_t count =
        left_rows_.multiplicity(left_row_) * (matched ? right.multiplicity(right_row) : 1);
    if (count != 1 && batch.multiplicities.empty()) {
      batch.multiplicities.assign(batch.row_count, 1);
    }
    if (count != 1 || !batch.multiplicities.empty()) {
      batch.multiplicities.push_back(count);
    }
    ++batch.row_count;
  }

  const plan::HashJoin& node_;
  QueryContext& context_;
  OperatorPtr left_;
  OperatorPtr right_;
  std::vector<std::size_t> own_;  ///< The right's columns that the left has not.
  std::size_t rows_max_ = 0;      ///< Of an output batch.
  std::vector<std::unique_ptr<Evaluator>> condition_;
  RowBuffer rows_;  ///< All of the right.
  KeyTable keys_;
  MemoryReservation memory_;
  std::vector<std::uint32_t> first_;  ///< By key: its first row.
  std::vector<std::uint32_t> next_;   ///< By row: the next of the same key.
  bool is_built_ = false;
  Batch left_rows_;
  std::vector<const std::vector<Id>*> left_keys_;
  std::size_t left_row_ = 0;
  bool is_probing_ = false;   ///< In the middle of the left row's candidates.
  bool has_matched_ = false;  ///< The left row has.
  std::uint32_t candidate_ = kNone;
  std::size_t steps_ = 0;
};

}  // namespace

OperatorPtr make_hash_join(const plan::HashJoin& node, OperatorPtr left, OperatorPtr right,
                           QueryContext& context) {
  return std::make_unique<HashJoin>(node, std::move(left), std::move(right), context);
}

}  // namespace whence::exec
