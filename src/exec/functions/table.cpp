// Finds functions by name, and the three kinds of node that run plain ones.
#include <algorithm>
#include <array>
#include <utility>

#include "exec/functions/function.h"

namespace whence::exec {

namespace {

/// Fills `views` with the terms of `arguments`; false if one is an error.
bool view_all(const Arguments& arguments, const Row& row, QueryContext& context,
              std::vector<TermScratch>& scratch, std::vector<rdf::TermView>& views) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto view = arguments[i]->view(row, context, scratch[i]);
    if (!view) {
      return false;
    }
    views[i] = *view;
  }
  return true;
}

class TermFunctionNode final : public Evaluator {
 public:
  TermFunctionNode(TermFunction function, Arguments arguments)
      : function_(function),
        arguments_(std::move(arguments)),
        scratch_(arguments_.size()),
        views_(arguments_.size()) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    return view_all(arguments_, row, context, scratch_, views_) ? function_(views_, context)
                                                                : Value(ExpressionError{});
  }

 private:
  TermFunction function_;
  Arguments arguments_;
  std::vector<TermScratch> scratch_;
  std::vector<rdf::TermView> views_;
};

class TermPredicateNode final : public Evaluator {
 public:
  TermPredicateNode(TermPredicate predicate, Arguments arguments)
      : predicate_(predicate),
        arguments_(std::move(arguments)),
        scratch_(arguments_.size()),
        views_(arguments_.size()) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    return boolean(truth(row, context));
  }
  std::optional<bool> truth(const Row& row, QueryContext& context) override {
    return view_all(arguments_, row, context, scratch_, views_) ? predicate_(views_) : std::nullopt;
  }

 private:
  TermPredicate predicate_;
  Arguments arguments_;
  std::vector<TermScratch> scratch_;
  std::vector<rdf::TermView> views_;
};

class ValueFunctionNode final : public Evaluator {
 public:
  ValueFunctionNode(ValueFunction function, Arguments arguments)
      : function_(function), arguments_(std::move(arguments)), values_(arguments_.size()) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
      Value value = arguments_[i]->evaluate(row, context);
      if (auto* computed = std::get_if<xsd::Value>(&value)) {
        values_[i] = std::move(*computed);
      } else if (is_error(value)) {
        return ExpressionError{};
      } else {
        values_[i] = to_xsd(value, context);
      }
    }
    return from(function_(values_));
  }

 private:
  ValueFunction function_;
  Arguments arguments_;
  std::vector<xsd::Value> values_;
};

}  // namespace

const Function* find_function(std::string_view name) {
  static const std::array kFamilies{
      logical_functions(),    comparison_functions(), numeric_functions(), term_functions(),
      fresh_term_functions(), string_functions(),     regex_functions(),   date_time_functions(),
      hash_functions(),       cast_functions()};
  for (const std::span<const Function> family : kFamilies) {
    const auto found = std::ranges::find(family, name, &Function::name);
    if (found != family.end()) {
      return &*found;
    }
  }
  return nullptr;
}

std::unique_ptr<Evaluator> make_node(const Function& function, const sparql::Call& call,
                                     Arguments arguments) {
  if (const auto* of_terms = std::get_if<TermFunction>(&function.run)) {
    return std::make_unique<TermFunctionNode>(*of_terms, std::move(arguments));
  }
  if (const auto* predicate = std::get_if<TermPredicate>(&function.run)) {
    return std::make_unique<TermPredicateNode>(*predicate, std::move(arguments));
  }
  if (const auto* of_values = std::get_if<ValueFunction>(&function.run)) {
    return std::make_unique<ValueFunctionNode>(*of_values, std::move(arguments));
  }
  return std::get<NodeMaker>(function.run)(call, std::move(arguments));
}

}  // namespace whence::exec
