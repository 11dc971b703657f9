#include "exec/exists.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "exec/operator.h"
#include "exec/row_buffer.h"
#include "plan/expressions_of.h"
#include "plan/planner.h"
#include "plan/substitution.h"
#include "plan/variables.h"

namespace whence::exec {

namespace {

class ExistsNode final : public Evaluator {
 public:
  ExistsNode(const sparql::Exists& exists, const std::vector<sparql::Variable>& columns)
      : pattern_(*exists.pattern),
        is_negated_(exists.negated),
        has_fresh_values_(plan::has_fresh_values({exists})) {
    for (const sparql::Variable& variable : sparql::mentioned_variables({exists})) {
      const auto found = std::ranges::find(columns, variable);
      if (found != columns.end()) {
        variables_.push_back(variable);
        columns_.push_back(static_cast<std::size_t>(found - columns.begin()));
      }
    }
  }

  Value evaluate(const Row& row, QueryContext& context) override {
    return boolean(answer(row, context));
  }
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    return answer(row, context);
  }

 private:
  bool answer(const Row& row, QueryContext& context) {
    if (has_fresh_values_) {
      return has_solution(row, context) != is_negated_;
    }
    if (!known_) {
      known_ = std::make_unique<KeyTable>(columns_.size(), context);
    }
    key_.clear();
    for (const std::size_t column : columns_) {
      key_.push_back(&row.batch->columns[column]);
    }
    const std::uint32_t number = known_->insert(key_, row.index);
    if (number == answers_.size()) {
      answers_.push_back(has_solution(row, context) != is_negated_);
    }
    return answers_[number];
  }

  [[nodiscard]] bool has_solution(const Row& row, QueryContext& context) const {
    context.check();
    plan::Bindings bindings;
    std::string scratch;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const store::Id id = row.batch->columns[columns_[i]][row.index];
      if (id.is_bound()) {
        bindings.emplace(variables_[i], rdf::Term(context.term(id, scratch)));
      }
    }
    const plan::Plan plan = plan::make_plan(plan::substitute(pattern_, bindings),
                                            context.snapshot(), context.planning().passes);
    Batch batch;
    return make_operator(plan, context)->next(batch);
  }

  sparql::Algebra pattern_;
  bool is_negated_;
  bool has_fresh_values_;
  std::vector<sparql::Variable> variables_;  ///< Of the input, those that the pattern mentions.
  std::vector<std::size_t> columns_;         ///< Their columns.
  std::unique_ptr<KeyTable> known_;          ///< Numbers what was asked before.
  std::vector<bool> answers_;                ///< By number.
  std::vector<const std::vector<Id>*> key_;
};

}  // namespace

std::unique_ptr<Evaluator> make_exists(const sparql::Exists& exists,
                                       const std::vector<sparql::Variable>& columns) {
  // What cannot be run is said before the first row.
  plan::for_each_expression(
      *exists.pattern, [](const sparql::Expression& expression) { (void)compile(expression, {}); });
  return std::make_unique<ExistsNode>(exists, columns);
}

}  // namespace whence::exec
