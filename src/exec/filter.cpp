// Rows for which all conditions hold (SPARQL 1.1 §18.5, Filter). Order and multiplicities stay.
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "exec/expression.h"
#include "exec/operators.h"
#include "exec/row_buffer.h"

namespace whence::exec {

namespace {

class Filter final : public Operator {
 public:
  Filter(const plan::Filter& node, OperatorPtr child, QueryContext& context)
      : context_(context),
        child_(std::move(child)),
        conditions_(compile_all(node.conditions, node.child->columns)) {}

  bool next(Batch& batch) override {
    while (child_->next(rows_)) {
      context_.check();
      kept_.clear();
      for (std::size_t row = 0; row < rows_.row_count; ++row) {
        if (all_true(conditions_, Row{&rows_, row}, context_)) {
          kept_.push_back(static_cast<std::uint32_t>(row));
        }
      }
      if (!kept_.empty()) {
        gather_rows(rows_, kept_, batch);
        return true;
      }
    }
    batch.reset(rows_.columns.size());
    return false;
  }

  void seek(Id id) override { child_->seek(id); }

 private:
  QueryContext& context_;
  OperatorPtr child_;
  std::vector<std::unique_ptr<Evaluator>> conditions_;
  Batch rows_;
  std::vector<std::uint32_t> kept_;
};

}  // namespace

OperatorPtr make_filter(const plan::Filter& node, OperatorPtr child, QueryContext& context) {
  return std::make_unique<Filter>(node, make_single_rows(node.conditions, std::move(child)),
                                  context);
}

}  // namespace whence::exec
