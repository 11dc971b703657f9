// One more column, computed from the others; unbound where the expression is an error (SPARQL 1.1
// §18.5, Extend).
#include <cstddef>
#include <utility>

#include "exec/expression.h"
#include "exec/operators.h"

namespace whence::exec {

namespace {

class Extend final : public Operator {
 public:
  Extend(const plan::Extend& node, OperatorPtr child, QueryContext& context)
      : context_(context),
        child_(std::move(child)),
        expression_(compile(node.expression, node.child->columns)) {}

  bool next(Batch& batch) override {
    if (!child_->next(batch)) {
      return false;
    }
    context_.check();
    column_.clear();
    for (std::size_t row = 0; row < batch.row_count; ++row) {
      column_.push_back(to_id(expression_->evaluate(Row{&batch, row}, context_), context_));
    }
    batch.columns.push_back(column_);
    return true;
  }

  void seek(Id id) override { child_->seek(id); }

 private:
  QueryContext& context_;
  OperatorPtr child_;
  std::unique_ptr<Evaluator> expression_;
  std::vector<Id> column_;
};

}  // namespace

OperatorPtr make_extend(const plan::Extend& node, OperatorPtr child, QueryContext& context) {
  return std::make_unique<Extend>(node, make_single_rows({node.expression}, std::move(child)),
                                  context);
}

}  // namespace whence::exec
