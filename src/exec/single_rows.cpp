// Rows that stand for several become several: an expression like RAND() has a value of its own for
// each solution (SPARQL 1.1 §17.4.4.5), even where solutions are equal.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "exec/operators.h"
#include "plan/variables.h"

namespace whence::exec {

namespace {

class SingleRows final : public Operator {
 public:
  explicit SingleRows(OperatorPtr child) : child_(std::move(child)) {}

  bool next(Batch& batch) override {
    if (row_ >= rows_.row_count) {
      row_ = 0;
      done_ = 0;
      rows_.row_count = 0;  // Handed on: whatever comes next, these rows are done.
      if (!child_->next(batch)) {
        return false;
      }
      if (batch.multiplicities.empty()) {
        return true;  // In the very batch: calls of BNODE know a solution by its place.
      }
      std::swap(batch, rows_);
    }
    batch.reset(rows_.columns.size());
    while (row_ < rows_.row_count && batch.row_count < store::kBatchRows) {
      repeat(batch);
    }
    return true;
  }

  void seek(Id id) override { child_->seek(id); }

 private:
  /// The current row as often as it is still due and there is room for.
  void repeat(Batch& batch) {
    const std::uint64_t count = std::min<std::uint64_t>(rows_.multiplicity(row_) - done_,
                                                        store::kBatchRows - batch.row_count);
    for (std::size_t i = 0; i < rows_.columns.size(); ++i) {
      batch.columns[i].insert(batch.columns[i].end(), count, rows_.columns[i][row_]);
    }
    batch.row_count += count;
    done_ += count;
    if (done_ == rows_.multiplicity(row_)) {
      ++row_;
      done_ = 0;
    }
  }

  OperatorPtr child_;
  Batch rows_;
  std::size_t row_ = 0;
  std::uint64_t done_ = 0;  ///< How often the current row was handed on.
};

}  // namespace

OperatorPtr make_single_rows(const std::vector<plan::Expression>& expressions, OperatorPtr child) {
  if (std::ranges::none_of(expressions, plan::has_fresh_values)) {
    return child;
  }
  return std::make_unique<SingleRows>(std::move(child));
}

}  // namespace whence::exec
