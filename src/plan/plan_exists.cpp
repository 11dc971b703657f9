// EXISTS and NOT EXISTS (SPARQL 1.1 §18.6). As a condition of a filter each is a semi- or anti-join
// with its pattern, anywhere else in an expression a join that adds a column of truth values. Where
// the pattern cannot be evaluated by itself (separation.h) it stays in the expression, to be
// evaluated for each solution.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "plan/exists_parts.h"
#include "plan/nodes.h"
#include "plan/passes/push_filters.h"
#include "plan/plan_builder.h"
#include "plan/semi_join.h"
#include "plan/separation.h"
#include "plan/variables.h"

namespace whence::plan {

namespace {

/// To substitute a solution, plan and run costs about as much as to make so many rows: a pattern
/// that has more for each solution is better asked for each.
constexpr double kRowsPerEvaluation = 3000;

Expression negation(Expression expression) {
  return {sparql::Call{"!", {std::move(expression)}, {}}};
}

/// Every EXISTS of `expression` in parts.
Expression with_parts(const Expression& expression) {
  if (const auto* exists = std::get_if<sparql::Exists>(&expression.node)) {
    return in_parts(*exists);
  }
  const auto* call = std::get_if<sparql::Call>(&expression.node);
  if (call == nullptr) {
    return expression;
  }
  sparql::Call result{call->name, {}, call->position};
  for (const Expression& argument : call->arguments) {
    result.arguments.push_back(with_parts(argument));
  }
  return {std::move(result)};
}

/// The operands of "&&", also of nested ones: all of them must be true.
void add_conjuncts(const Expression& condition, std::vector<Expression>& conjuncts) {
  const auto* call = std::get_if<sparql::Call>(&condition.node);
  if (call == nullptr || call->name != "&&") {
    conjuncts.push_back(condition);
    return;
  }
  for (const Expression& argument : call->arguments) {
    add_conjuncts(argument, conjuncts);
  }
}

/// A condition that is an EXISTS or the negation of one, as one.
std::optional<sparql::Exists> as_test(const Expression& condition) {
  if (const auto* exists = std::get_if<sparql::Exists>(&condition.node)) {
    return *exists;
  }
  const auto* call = std::get_if<sparql::Call>(&condition.node);
  if (call == nullptr || call->name != "!") {
    return std::nullopt;
  }
  auto test = as_test(call->arguments.front());
  if (test) {
    test->negated = !test->negated;
  }
  return test;
}

/// The conditions that hold an EXISTS, and all others.
struct Conditions {
  std::vector<Expression> with_exists;
  std::vector<Expression> others;
};

Conditions split(const std::vector<Expression>& conditions) {
  Conditions result;
  for (const Expression& condition : conditions) {
    if (!has_exists(condition)) {
      result.others.push_back(condition);
      continue;
    }
    std::vector<Expression> conjuncts;
    add_conjuncts(with_parts(condition), conjuncts);
    for (Expression& conjunct : conjuncts) {
      (has_exists(conjunct) ? result.with_exists : result.others).push_back(std::move(conjunct));
    }
  }
  return result;
}

VariableSet as_set(const std::vector<Variable>& variables) {
  return {variables.begin(), variables.end()};
}

/// The variables of `pattern` that `columns` has, and the graph's name.
std::vector<Variable> join_keys(const sparql::Algebra& pattern,
                                const std::vector<Variable>& columns, const ActiveGraph& graph) {
  std::vector<Variable> keys = sparql::in_scope_variables(pattern);
  std::erase_if(
      keys, [&](const Variable& key) { return std::ranges::find(columns, key) == columns.end(); });
  if (const Variable* name = graph_variable(graph)) {
    keys.push_back(*name);
  }
  return keys;
}

}  // namespace

Plan PlanBuilder::build(const sparql::Filter& node, const ActiveGraph& graph) {
  Conditions conditions = split(node.conditions);
  if (conditions.with_exists.empty()) {
    return filter(node.conditions, build(*node.child, graph));
  }
  sparql::Algebra inner = *node.child;
  if (!conditions.others.empty()) {
    inner = {sparql::Filter{std::move(conditions.others), std::move(inner)}};
  }
  const auto first = as_test(conditions.with_exists.front());
  Plan plan = first ? build_sorted(inner, graph,
                                   join_keys(*first->pattern, in_scope_variables(inner), graph))
                    : build(inner, graph);
  const std::vector<Variable> columns = plan.columns;
  std::vector<Expression> rest;
  for (const Expression& condition : conditions.with_exists) {
    const auto test = as_test(condition);
    auto kept = test ? keep_where(*test, plan, graph) : std::nullopt;
    if (kept) {
      plan = std::move(*kept);
    } else {
      rest.push_back(prepared(condition, plan, graph));
    }
  }
  return project(columns, filter(std::move(rest), std::move(plan)));
}

std::optional<Plan> PlanBuilder::keep_where(const sparql::Exists& test, const Plan& child,
                                            const ActiveGraph& graph) {
  if (!passes_.has(Pass::kSemiJoins) || !is_separable(*test.pattern, as_set(child.columns))) {
    return std::nullopt;
  }
  const PartnerUse use = test.negated ? PartnerUse::kAnti : PartnerUse::kSemi;
  return partner_join(use, *test.pattern, child, graph);
}

std::optional<Plan> PlanBuilder::partner_join(PartnerUse use, const sparql::Algebra& pattern,
                                              const Plan& child, const ActiveGraph& graph,
                                              const std::optional<Variable>& mark) {
  const sparql::Algebra inner = passes_.has(Pass::kPushFilters) ? push_filters(pattern) : pattern;
  if (const auto* triple = lone_pattern(inner)) {
    return semi_join_with_scan(use, child, source(*triple, graph), passes_, mark);
  }
  Plan partners = build_sorted(inner, graph, join_keys(inner, child.columns, graph));
  if (partners.estimated_rows > kRowsPerEvaluation * std::max(1.0, child.estimated_rows)) {
    return std::nullopt;
  }
  return semi_join_plans(use, child, std::move(partners), passes_, mark);
}

Expression PlanBuilder::prepared(const Expression& expression, Plan& child,
                                 const ActiveGraph& graph) {
  if (const auto* call = std::get_if<sparql::Call>(&expression.node)) {
    sparql::Call result{call->name, {}, call->position};
    for (const Expression& argument : call->arguments) {
      result.arguments.push_back(prepared(argument, child, graph));
    }
    return {std::move(result)};
  }
  const auto* exists = std::get_if<sparql::Exists>(&expression.node);
  if (exists == nullptr || !passes_.has(Pass::kSemiJoins) ||
      !is_separable(*exists->pattern, as_set(child.columns))) {
    return prepared(expression, graph);
  }
  const Expression parts = in_parts(*exists);
  if (std::holds_alternative<sparql::Call>(parts.node)) {
    return prepared(parts, child, graph);
  }
  const Variable mark{fmt::format(".exists{}", mark_count_++)};
  auto marked = partner_join(PartnerUse::kMark, *exists->pattern, child, graph, mark);
  if (!marked) {
    return prepared(expression, graph);
  }
  child = std::move(*marked);
  return exists->negated ? negation({mark}) : Expression{mark};
}

/// The pattern is matched in the graph that is active here; when a solution is substituted, that is
/// a name.
Expression PlanBuilder::prepared(const Expression& expression, const ActiveGraph& graph) const {
  if (const auto* call = std::get_if<sparql::Call>(&expression.node)) {
    sparql::Call result{call->name, {}, call->position};
    for (const Expression& argument : call->arguments) {
      result.arguments.push_back(prepared(argument, graph));
    }
    return {std::move(result)};
  }
  const auto* exists = std::get_if<sparql::Exists>(&expression.node);
  if (exists == nullptr || !graph) {
    return expression;
  }
  return {sparql::Exists{sparql::Algebra{sparql::Graph{*graph, *exists->pattern}}, exists->negated,
                         exists->position}};
}

/// A condition that says nothing of the left but what the right binds as well is a condition on the
/// right alone.
sparql::LeftJoin PlanBuilder::with_tests_inside(const sparql::LeftJoin& node) {
  if (!node.condition || !has_exists(*node.condition)) {
    return node;
  }
  const VariableSet left = as_set(in_scope_variables(*node.left));
  const VariableSet right = certain_variables(*node.right);
  std::vector<Expression> conjuncts;
  add_conjuncts(*node.condition, conjuncts);
  std::vector<Expression> inside;
  std::vector<Expression> rest;
  for (Expression& conjunct : conjuncts) {
    const bool says_nothing_of_left =
        has_exists(conjunct) &&
        std::ranges::all_of(mentioned_variables(conjunct), [&](const Variable& variable) {
          return !left.contains(variable) || right.contains(variable);
        });
    (says_nothing_of_left ? inside : rest).push_back(std::move(conjunct));
  }
  if (inside.empty()) {
    return node;
  }
  sparql::LeftJoin result{
      *node.left, sparql::Algebra{sparql::Filter{std::move(inside), *node.right}}, std::nullopt};
  if (rest.size() == 1) {
    result.condition = std::move(rest.front());
  } else if (!rest.empty()) {
    result.condition = Expression{sparql::Call{"&&", std::move(rest), {}}};
  }
  return result;
}

}  // namespace whence::plan
