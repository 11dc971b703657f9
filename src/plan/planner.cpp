#include "plan/planner.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "plan/join_group.h"
#include "plan/nodes.h"
#include "plan/passes/push_filters.h"
#include "plan/plan_builder.h"
#include "plan/variables.h"
#include "rdf/error.h"

namespace whence::plan {

namespace {

Expression call(std::string name, std::vector<Expression> arguments) {
  return {sparql::Call{std::move(name), std::move(arguments), {}}};
}

}  // namespace

const Variable* graph_variable(const ActiveGraph& graph) {
  return graph ? std::get_if<Variable>(&*graph) : nullptr;
}

const sparql::TriplePattern* lone_pattern(const sparql::Algebra& algebra) {
  const auto* bgp = std::get_if<sparql::Bgp>(&algebra.node);
  return bgp != nullptr && bgp->patterns.size() == 1 ? &bgp->patterns.front() : nullptr;
}

ScanSource PlanBuilder::source(const sparql::TriplePattern& pattern, const ActiveGraph& graph) {
  if (++pattern_count_ > kPatternsMax) {
    throw Error(ErrorCode::kLimit,
                fmt::format("the query has more than {} triple patterns", kPatternsMax));
  }
  return {pattern, graph, snapshot_};
}

bool PlanBuilder::is_graph(const rdf::Term& name) const {
  const auto id = snapshot_.find(name);
  store::QuadPattern all;
  all.graph = id.value_or(store::Id());
  return id && snapshot_.count(all) > 0;
}

Plan PlanBuilder::unit(const ActiveGraph& graph) {
  const Variable* variable = graph_variable(graph);
  return variable == nullptr
             ? one_row()
             : graph_names(*variable, static_cast<double>(snapshot_.named_graphs().size()));
}

void PlanBuilder::collect(const sparql::Bgp& node, const ActiveGraph& graph, JoinGroup& group) {
  for (const sparql::TriplePattern& pattern : node.patterns) {
    group.add(source(pattern, graph));
  }
  if (node.patterns.empty() && graph_variable(graph) != nullptr) {
    group.add(unit(graph));
  }
}

void PlanBuilder::collect(const sparql::Service& node, const ActiveGraph& graph, JoinGroup& group) {
  if (graph_variable(graph) != nullptr) {
    group.add(unit(graph));
  }
  group.add(ServiceSource(node));
}

/// Inside GRAPH ?g the variable ?g is not bound by the GRAPH (§18.6 joins it on afterwards): the
/// two can be taken for one only where no part of the pattern could see it unbound.
bool PlanBuilder::can_collect(const sparql::Graph& node) const {
  const auto* variable = std::get_if<Variable>(&node.name);
  if (variable == nullptr) {
    return is_graph(std::get<rdf::Term>(node.name));
  }
  return is_of_triples(*node.child);
}

bool PlanBuilder::is_of_triples(const sparql::Algebra& algebra) const {
  if (const auto* join = std::get_if<sparql::Join>(&algebra.node)) {
    return is_of_triples(*join->left) && is_of_triples(*join->right);
  }
  if (const auto* filter = std::get_if<sparql::Filter>(&algebra.node)) {
    return can_collect(*filter) && is_of_triples(*filter->child);
  }
  return std::holds_alternative<sparql::Bgp>(algebra.node) ||
         std::holds_alternative<sparql::Path>(algebra.node);
}

bool PlanBuilder::can_collect(const sparql::Filter& node) const {
  const VariableSet bound = certain_variables(*node.child);
  return passes_.has(Pass::kPushFilters) &&
         std::ranges::all_of(node.conditions, [&](const Expression& condition) {
           return is_movable(condition) && mentions_only(condition, bound);
         });
}

void PlanBuilder::collect(const sparql::Algebra& algebra, const ActiveGraph& graph,
                          JoinGroup& group) {
  if (const auto* bgp = std::get_if<sparql::Bgp>(&algebra.node)) {
    collect(*bgp, graph, group);
  } else if (const auto path = lone_path(algebra)) {
    collect(*path, graph, group);
  } else if (const auto* service = std::get_if<sparql::Service>(&algebra.node)) {
    collect(*service, graph, group);
  } else if (const auto* join = std::get_if<sparql::Join>(&algebra.node)) {
    collect(*join->left, graph, group);
    collect(*join->right, graph, group);
  } else if (const auto* inner = std::get_if<sparql::Graph>(&algebra.node);
             inner != nullptr && graph_variable(graph) == nullptr && can_collect(*inner)) {
    collect(*inner->child, inner->name, group);
  } else if (const auto* filtering = std::get_if<sparql::Filter>(&algebra.node);
             filtering != nullptr && can_collect(*filtering)) {
    collect(*filtering->child, graph, group);
    for (const Expression& condition : filtering->conditions) {
      group.add(condition);
    }
  } else {
    group.add(build(algebra, graph));
  }
}

Plan PlanBuilder::build_group(const sparql::Algebra& algebra, const ActiveGraph& graph,
                              const std::vector<Variable>& keys) {
  JoinGroup group(passes_);
  collect(algebra, graph, group);
  return without_path_variables(group.plan(keys));
}

Plan PlanBuilder::build_sorted(const sparql::Algebra& algebra, const ActiveGraph& graph,
                               const std::vector<Variable>& keys) {
  const auto* filtering = std::get_if<sparql::Filter>(&algebra.node);
  if (std::holds_alternative<sparql::Bgp>(algebra.node) ||
      (filtering != nullptr && can_collect(*filtering))) {
    return build_group(algebra, graph, keys);
  }
  return build(algebra, graph);
}

Plan PlanBuilder::build(const sparql::LeftJoin& written, const ActiveGraph& graph) {
  const sparql::LeftJoin node =
      passes_.has(Pass::kSemiJoins) ? with_tests_inside(written) : written;
  Plan left = build(*node.left, graph);
  const double rows = left.estimated_rows;
  if (const auto* pattern = lone_pattern(*node.right); pattern != nullptr && !node.condition) {
    return join_with_scan(JoinKind::kLeft, std::move(left), source(*pattern, graph), passes_, rows);
  }
  if (const auto path = lone_path(*node.right); path && !node.condition) {
    if (auto joined = left_join(left, *path, graph)) {
      return std::move(*joined);
    }
  }
  if (const auto* service = std::get_if<sparql::Service>(&node.right->node);
      service != nullptr && !node.condition) {
    return ServiceSource(*service).after(JoinKind::kLeft, std::move(left), rows);
  }
  Plan right = build(*node.right, graph);
  if (!node.condition) {
    return join_plans(JoinKind::kLeft, std::move(left), std::move(right), passes_, rows);
  }
  return hash_join(JoinKind::kLeft, std::move(left), std::move(right),
                   prepared(*node.condition, graph), rows);
}

Plan PlanBuilder::build(const sparql::Union& node, const ActiveGraph& graph) {
  std::vector<Plan> branches;
  branches.reserve(node.branches.size());
  for (const sparql::Algebra& branch : node.branches) {
    branches.push_back(build(branch, graph));
  }
  return unite(std::move(branches));
}

Plan PlanBuilder::build(const sparql::Extend& node, const ActiveGraph& graph) {
  Plan child = build(*node.child, graph);
  std::vector<Variable> columns = child.columns;
  columns.push_back(node.variable);
  Expression expression = prepared(node.expression, child, graph);
  return project(columns, extend(std::move(child), node.variable, std::move(expression)));
}

Plan PlanBuilder::build(const sparql::Values& node, const ActiveGraph& graph) {
  Plan rows = inline_rows(node);
  if (graph_variable(graph) == nullptr) {
    return rows;
  }
  Plan names = unit(graph);
  const double size = rows.estimated_rows * names.estimated_rows;
  return hash_join(JoinKind::kInner, std::move(names), std::move(rows), std::nullopt, size);
}

Plan PlanBuilder::build(const sparql::Group& node, const ActiveGraph& graph) {
  Plan child = build(*node.child, graph);
  // Its own child stays behind: only keys and aggregates are asked for.
  sparql::Group grouping{node.keys, node.aggregates, sparql::Algebra{sparql::Bgp{}}};
  for (sparql::BoundAggregate& bound : grouping.aggregates) {
    if (bound.aggregate.argument) {
      bound.aggregate.argument = prepared(*bound.aggregate.argument, child, graph);
    }
  }
  return group(std::move(child), grouping, graph_variable(graph));
}

Plan PlanBuilder::build(const sparql::OrderBy& node, const ActiveGraph& graph) {
  Plan child = build(*node.child, graph);
  const std::vector<Variable> columns = child.columns;
  std::vector<sparql::OrderCondition> conditions = node.conditions;
  for (sparql::OrderCondition& condition : conditions) {
    condition.expression = prepared(condition.expression, child, graph);
  }
  return project(columns, order_by(std::move(conditions), std::move(child)));
}

Plan PlanBuilder::build(const sparql::Project& node, const ActiveGraph& graph) {
  std::vector<Variable> variables = node.variables;
  const Variable* name = graph_variable(graph);
  if (name != nullptr && std::ranges::find(variables, *name) == variables.end()) {
    variables.push_back(*name);
  }
  return project(variables, build(*node.child, graph));
}

Plan PlanBuilder::build(const sparql::Slice& node, const ActiveGraph& graph) {
  return slice(node.offset, node.limit, build(*node.child, graph), graph_variable(graph));
}

Plan PlanBuilder::build_graph(const sparql::Graph& node) {
  const auto* variable = std::get_if<Variable>(&node.name);
  if (variable == nullptr) {
    return is_graph(std::get<rdf::Term>(node.name))
               ? build(*node.child, node.name)
               : no_rows(sparql::in_scope_variables(*node.child));
  }
  // The graph's name has a column of its own inside, and is joined with ?g afterwards.
  const Variable name{fmt::format(".graph{}", graph_variable_count_++)};
  Plan plan = build(*node.child, name);
  if (!plan.column_of(*variable)) {
    return rename(std::move(plan), name, *variable);
  }
  const Expression inside{*variable};
  const Expression outside{name};
  plan = filter(
      {call("||", {call("!", {call("bound", {inside})}), call("sameterm", {inside, outside})})},
      std::move(plan));
  std::vector<Variable> columns = plan.columns;
  std::erase(columns, *variable);
  return rename(project(columns, std::move(plan)), name, *variable);
}

Plan PlanBuilder::build(const sparql::Algebra& algebra, const ActiveGraph& graph) {
  return std::visit(
      [&](const auto& node) -> Plan {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, sparql::Bgp> || std::is_same_v<Node, sparql::Join> ||
                      std::is_same_v<Node, sparql::Path> || std::is_same_v<Node, sparql::Service>) {
          return build_group(algebra, graph);
        } else if constexpr (std::is_same_v<Node, sparql::Graph>) {
          if (graph_variable(graph) == nullptr) {
            return can_collect(node) ? build_group(algebra, graph) : build_graph(node);
          }
          // A GRAPH inside GRAPH ?h is joined with every ?h (§18.6).
          Plan plan = build_graph(node);
          const double size = plan.estimated_rows;
          return join_plans(JoinKind::kInner, unit(graph), std::move(plan), passes_, size);
        } else if constexpr (std::is_same_v<Node, sparql::Distinct> ||
                             std::is_same_v<Node, sparql::Reduced>) {
          return distinct(build(*node.child, graph));
        } else if constexpr (std::is_same_v<Node, sparql::Filter>) {
          return can_collect(node) ? build_group(algebra, graph) : build(node, graph);
        } else {
          return build(node, graph);
        }
      },
      algebra.node);
}

Plan make_plan(const sparql::Algebra& pattern, const store::Snapshot& snapshot,
               const PassSet& passes) {
  PlanBuilder builder(snapshot, passes);
  if (passes.has(Pass::kPushFilters)) {
    return builder.build(push_filters(pattern), std::nullopt);
  }
  return builder.build(pattern, std::nullopt);
}

}  // namespace whence::plan
