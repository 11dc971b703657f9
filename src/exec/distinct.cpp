// Each row once (SPARQL 1.1 §18.5, Distinct), at its first coming: terms are equal when ids are.
#include <cstddef>
#include <utility>
#include <vector>

#include "exec/operators.h"
#include "exec/row_buffer.h"

namespace whence::exec {

namespace {

class Distinct final : public Operator {
 public:
  Distinct(const plan::Distinct& node, OperatorPtr child, QueryContext& context)
      : context_(context), child_(std::move(child)), seen_(node.child->columns.size(), context) {}

  bool next(Batch& batch) override {
    while (child_->next(rows_)) {
      context_.check();
      select(batch);
      if (batch.row_count != 0) {
        return true;
      }
    }
    batch.reset(0);
    return false;
  }

 private:
  void select(Batch& batch) {
    batch.reset(rows_.columns.size());
    std::vector<const std::vector<Id>*> columns;
    for (const auto& column : rows_.columns) {
      columns.push_back(&column);
    }
    for (std::size_t row = 0; row < rows_.row_count; ++row) {
      const std::size_t before = seen_.size();
      seen_.insert(columns, row);
      if (seen_.size() == before) {
        continue;
      }
      for (std::size_t i = 0; i < columns.size(); ++i) {
        batch.columns[i].push_back((*columns[i])[row]);
      }
      ++batch.row_count;
    }
  }

  QueryContext& context_;
  OperatorPtr child_;
  KeyTable seen_;
  Batch rows_;
};

}  // namespace

OperatorPtr make_distinct(const plan::Distinct& node, OperatorPtr child, QueryContext& context) {
  return std::make_unique<Distinct>(node, std::move(child), context);
}

}  // namespace whence::exec
