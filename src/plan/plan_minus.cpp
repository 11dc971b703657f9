// MINUS (SPARQL 1.1 §18.5): a solution goes if one of the right is compatible with it and binds a
// variable that it binds too.
#include <algorithm>
#include <utility>
#include <vector>

#include "plan/plan_builder.h"
#include "plan/semi_join.h"

namespace whence::plan {

namespace {

/// The variables of both sides. The name of the graph that both are matched in is none of them.
std::vector<Variable> shared_variables(const sparql::Minus& node) {
  const std::vector<Variable> right = sparql::in_scope_variables(*node.right);
  std::vector<Variable> shared;
  for (const Variable& variable : sparql::in_scope_variables(*node.left)) {
    if (std::ranges::find(right, variable) != right.end()) {
      shared.push_back(variable);
    }
  }
  return shared;
}

/// Where no row of either side leaves one of these unbound, being compatible is enough.
bool is_ever_bound(const std::vector<Variable>& variables, const Plan& plan) {
  return std::ranges::any_of(variables, [&](const Variable& v) { return plan.binds(v); });
}

}  // namespace

Plan PlanBuilder::build(const sparql::Minus& node, const ActiveGraph& graph) {
  const std::vector<Variable> shared = shared_variables(node);
  if (shared.empty()) {
    return build(*node.left, graph);  // Disjoint domains: the right can take nothing away.
  }
  std::vector<Variable> keys = shared;
  if (const Variable* name = graph_variable(graph)) {
    keys.push_back(*name);
  }
  Plan left = build_sorted(*node.left, graph, keys);
  if (const auto* pattern = lone_pattern(*node.right)) {
    const PartnerUse use = is_ever_bound(shared, left) ? PartnerUse::kAnti : PartnerUse::kMinus;
    return semi_join_with_scan(use, std::move(left), source(*pattern, graph), passes_);
  }
  Plan right = build_sorted(*node.right, graph, keys);
  const bool is_certain = std::ranges::any_of(
      shared, [&](const Variable& v) { return left.binds(v) && right.binds(v); });
  const PartnerUse use = is_certain ? PartnerUse::kAnti : PartnerUse::kMinus;
  return semi_join_plans(use, std::move(left), std::move(right), passes_);
}

}  // namespace whence::plan
