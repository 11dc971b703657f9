// Sorts by terms, as ORDER BY wants it (SPARQL 1.1 §15.1); solutions that it does not tell apart
// stay in the order in which they came. Order by ids is sort_by_id.cpp.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <utility>
#include <vector>

#include "exec/expression.h"
#include "exec/operators.h"
#include "exec/order_key.h"
#include "exec/row_buffer.h"

namespace whence::exec {

namespace {

class OrderBy final : public Operator {
 public:
  OrderBy(const plan::OrderBy& node, OperatorPtr child, QueryContext& context)
      : node_(node), context_(context), child_(std::move(child)), rows_(context), memory_(context) {
    for (const sparql::OrderCondition& condition : node.conditions) {
      expressions_.push_back(compile(condition.expression, node.child->columns));
    }
  }

  bool next(Batch& batch) override {
    context_.check();
    if (!is_sorted_) {
      is_sorted_ = true;
      collect();
      sort();
    }
    position_ += rows_.gather(order_, position_, batch);
    return batch.row_count != 0;
  }

 private:
  void collect() {
    Batch batch;
    while (child_->next(batch)) {
      context_.check();
      std::size_t bytes = batch.row_count * sizeof(std::uint32_t);
      for (std::size_t row = 0; row < batch.row_count; ++row) {
        for (const auto& expression : expressions_) {
          keys_.emplace_back(expression->evaluate(Row{&batch, row}, context_), context_);
          bytes += keys_.back().memory_bytes();
        }
      }
      memory_.add(bytes);
      rows_.append(batch);
    }
  }

  void sort() {
    const auto numbers = std::views::iota(0U, static_cast<std::uint32_t>(rows_.size()));
    order_.assign(numbers.begin(), numbers.end());
    std::ranges::stable_sort(order_, [this](std::uint32_t a, std::uint32_t b) {
      if (++comparisons_ % store::kBatchRows == 0) {
        context_.check();
      }
      return is_before(a, b);
    });
    keys_ = {};
  }

  [[nodiscard]] bool is_before(std::uint32_t a, std::uint32_t b) const {
    const std::size_t count = expressions_.size();
    for (std::size_t i = 0; i < count; ++i) {
      const auto order = keys_[a * count + i] <=> keys_[b * count + i];
      if (order != 0) {
        return node_.conditions[i].descending ? order > 0 : order < 0;
      }
    }
    return false;
  }

  const plan::OrderBy& node_;
  QueryContext& context_;
  OperatorPtr child_;
  std::vector<std::unique_ptr<Evaluator>> expressions_;
  RowBuffer rows_;
  MemoryReservation memory_;
  std::vector<OrderKey> keys_;  ///< Row by row, one a condition.
  std::vector<std::uint32_t> order_;
  std::size_t comparisons_ = 0;
  bool is_sorted_ = false;
  std::size_t position_ = 0;
};

}  // namespace

OperatorPtr make_order_by(const plan::OrderBy& node, OperatorPtr child, QueryContext& context) {
  return std::make_unique<OrderBy>(node, std::move(child), context);
}

}  // namespace whence::exec
