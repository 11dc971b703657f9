// The operators that read no index: inline rows, and the names of the named graphs.
#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "exec/operators.h"

namespace whence::exec {

namespace {

class InlineRows final : public Operator {
 public:
  InlineRows(const plan::InlineRows& node, std::size_t column_count, QueryContext& context)
      : node_(node), column_count_(column_count), context_(context) {}

  bool next(Batch& batch) override {
    context_.check();
    batch.reset(column_count_);
    for (; position_ < node_.rows.size() && batch.row_count < store::kBatchRows; ++position_) {
      for (std::size_t i = 0; i < column_count_; ++i) {
        const auto& cell = node_.rows[position_][i];
        batch.columns[i].push_back(cell ? context_.id(*cell) : Id());
      }
      ++batch.row_count;
    }
    return batch.row_count != 0;
  }

 private:
  const plan::InlineRows& node_;
  std::size_t column_count_;
  QueryContext& context_;
  std::size_t position_ = 0;
};

class GraphNames final : public Operator {
 public:
  explicit GraphNames(QueryContext& context)
      : context_(context), names_(context.snapshot().named_graphs()) {}

  bool next(Batch& batch) override {
    context_.check();
    batch.reset(1);
    const std::size_t end = std::min(names_.size(), position_ + store::kBatchRows);
    batch.columns[0].assign(names_.begin() + static_cast<std::ptrdiff_t>(position_),
                            names_.begin() + static_cast<std::ptrdiff_t>(end));
    batch.row_count = end - position_;
    position_ = end;
    return batch.row_count != 0;
  }

 private:
  QueryContext& context_;
  std::vector<Id> names_;
  std::size_t position_ = 0;
};

}  // namespace

OperatorPtr make_inline_rows(const plan::InlineRows& node, std::size_t column_count,
                             QueryContext& context) {
  return std::make_unique<InlineRows>(node, column_count, context);
}

OperatorPtr make_graph_names(QueryContext& context) {
  return std::make_unique<GraphNames>(context);
}

}  // namespace whence::exec
