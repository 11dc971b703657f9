// Compiles expressions: variables and constants here, everything else by the table of functions.
#include "exec/expression.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "exec/exists.h"
#include "exec/functions/function.h"
#include "rdf/error.h"
#include "sparql/algebra.h"

namespace whence::exec {

std::optional<rdf::TermView> Evaluator::view(const Row& row, QueryContext& context,
                                             TermScratch& scratch) {
  Value value = evaluate(row, context);
  if (const auto* id = std::get_if<store::Id>(&value)) {
    return context.term(*id, scratch.text);
  }
  if (is_error(value)) {
    return std::nullopt;
  }
  if (auto* computed = std::get_if<xsd::Value>(&value)) {
    if (auto* text = std::get_if<std::string>(computed)) {
      scratch.text = std::move(*text);
      return rdf::TermView::literal(scratch.text);
    }
    scratch.term = xsd::to_term(*computed);
  } else {
    scratch.term = std::move(std::get<rdf::Term>(value));
  }
  return scratch.term.view();
}

std::optional<bool> Evaluator::truth(const Row& row, QueryContext& context) {
  return effective_boolean_value(evaluate(row, context), context);
}

bool Evaluator::is_true(const Row& row, QueryContext& context) {
  return truth(row, context) == true;
}

namespace {

/// A variable of the input.
class ColumnNode final : public Evaluator {
 public:
  explicit ColumnNode(std::size_t column) : column_(column) {}

  Value evaluate(const Row& row, QueryContext& /*context*/) override {
    const store::Id id = id_in(row);
    return id.is_bound() ? Value(id) : Value(ExpressionError{});
  }
  std::optional<rdf::TermView> view(const Row& row, QueryContext& context,
                                    TermScratch& scratch) override {
    const store::Id id = id_in(row);
    return id.is_bound() ? std::optional(context.term(id, scratch.text)) : std::nullopt;
  }

 private:
  [[nodiscard]] store::Id id_in(const Row& row) const {
    return row.batch->columns[column_][row.index];
  }

  std::size_t column_;
};

/// A variable that no row binds.
class UnboundNode final : public Evaluator {
 public:
  Value evaluate(const Row& /*row*/, QueryContext& /*context*/) override {
    return ExpressionError{};
  }
};

class ConstantNode final : public Evaluator {
 public:
  explicit ConstantNode(rdf::Term term) : term_(std::move(term)) {}

  Value evaluate(const Row& /*row*/, QueryContext& context) override {
    if (!id_.is_bound()) {
      id_ = context.id(term_);
    }
    return id_;
  }
  std::optional<rdf::TermView> view(const Row& /*row*/, QueryContext& /*context*/,
                                    TermScratch& /*scratch*/) override {
    return term_.view();
  }
  [[nodiscard]] const rdf::Term* constant() const override { return &term_; }

 private:
  rdf::Term term_;
  store::Id id_;  ///< Looked up at the first row.
};

std::unique_ptr<Evaluator> compile_call(const sparql::Call& call,
                                        const std::vector<sparql::Variable>& columns) {
  const Function* function = find_function(call.name);
  if (function == nullptr) {
    throw Error(ErrorCode::kUnsupported, fmt::format("there is no function <{}>", call.name),
                call.position);
  }
  return make_node(*function, call, compile_all(call.arguments, columns));
}

}  // namespace

std::unique_ptr<Evaluator> compile(const sparql::Expression& expression,
                                   const std::vector<sparql::Variable>& columns) {
  if (const auto* variable = std::get_if<sparql::Variable>(&expression.node)) {
    const auto found = std::ranges::find(columns, *variable);
    if (found == columns.end()) {
      return std::make_unique<UnboundNode>();
    }
    return std::make_unique<ColumnNode>(static_cast<std::size_t>(found - columns.begin()));
  }
  if (const auto* term = std::get_if<rdf::Term>(&expression.node)) {
    return std::make_unique<ConstantNode>(*term);
  }
  if (const auto* call = std::get_if<sparql::Call>(&expression.node)) {
    return compile_call(*call, columns);
  }
  return make_exists(std::get<sparql::Exists>(expression.node), columns);
}

std::vector<std::unique_ptr<Evaluator>> compile_all(
    const std::vector<sparql::Expression>& expressions,
    const std::vector<sparql::Variable>& columns) {
  std::vector<std::unique_ptr<Evaluator>> nodes;
  nodes.reserve(expressions.size());
  for (const sparql::Expression& expression : expressions) {
    nodes.push_back(compile(expression, columns));
  }
  return nodes;
}

bool all_true(const std::vector<std::unique_ptr<Evaluator>>& conditions, const Row& row,
              QueryContext& context) {
  return std::ranges::all_of(
      conditions, [&](const auto& condition) { return condition->is_true(row, context); });
}

}  // namespace whence::exec
