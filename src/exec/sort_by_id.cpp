// Sorts by ids, as a merge join above wants it. Order by terms is order_by.cpp.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <utility>
#include <vector>

#include "exec/operators.h"
#include "exec/row_buffer.h"

namespace whence::exec {

namespace {

class SortById final : public Operator {
 public:
  SortById(const plan::SortById& node, OperatorPtr child, QueryContext& context)
      : node_(node),
        context_(context),
        child_(std::move(child)),
        rows_(context),
        memory_(context) {}

  bool next(Batch& batch) override {
    context_.check();
    if (!is_sorted_) {
      sort();
    }
    position_ += rows_.gather(order_, position_, batch);
    return batch.row_count != 0;
  }

 private:
  void sort() {
    is_sorted_ = true;
    rows_.append_all(*child_);
    memory_.add(rows_.size() * sizeof(std::uint32_t));
    const auto numbers = std::views::iota(0U, static_cast<std::uint32_t>(rows_.size()));
    order_.assign(numbers.begin(), numbers.end());
    std::ranges::sort(order_, [this](std::uint32_t a, std::uint32_t b) {
      if (++comparisons_ % store::kBatchRows == 0) {
        context_.check();
      }
      for (const std::size_t column : node_.columns) {
        const auto& ids = rows_.rows().columns[column];
        if (ids[a] != ids[b]) {
          return ids[a] < ids[b];
        }
      }
      return a < b;
    });
  }

  const plan::SortById& node_;
  QueryContext& context_;
  OperatorPtr child_;
  RowBuffer rows_;
  MemoryReservation memory_;
  std::vector<std::uint32_t> order_;
  std::size_t comparisons_ = 0;
  bool is_sorted_ = false;
  std::size_t position_ = 0;
};

}  // namespace

OperatorPtr make_sort_by_id(const plan::SortById& node, OperatorPtr child, QueryContext& context) {
  return std::make_unique<SortById>(node, std::move(child), context);
}

}  // namespace whence::exec
