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
#include "plan/variables.h"
#include "rdf/error.h"

namespace whence::plan {

namespace {

Expression call(std::string name, std::vector<Expression> arguments) {
  return {sparql::Call{std::move(name), std::move(arguments), {}}};
}

/// Builds bottom-up. `graph` is the active graph of §18.6: inside GRAPH ?g every leaf has the
/// graph's name as one more column, and all joins are on that column too.
class Planner {
 public:
  Planner(const store::Snapshot& snapshot, const PassSet& passes)
      : snapshot_(snapshot), passes_(passes) {}

  Plan build(const sparql::Algebra& algebra, const ActiveGraph& graph);

 private:
  Plan build(const sparql::LeftJoin& node, const ActiveGraph& graph);
  Plan build(const sparql::Filter& node, const ActiveGraph& graph);
  Plan build(const sparql::Union& node, const ActiveGraph& graph);
  Plan build(const sparql::Extend& node, const ActiveGraph& graph);
  Plan build(const sparql::Values& node, const ActiveGraph& graph);
  Plan build(const sparql::Group& node, const ActiveGraph& graph);
  Plan build(const sparql::OrderBy& node, const ActiveGraph& graph);
  Plan build(const sparql::Project& node, const ActiveGraph& graph);
  Plan build(const sparql::Slice& node, const ActiveGraph& graph);
  Plan build_graph(const sparql::Graph& node);

  Plan build_group(const sparql::Algebra& algebra, const ActiveGraph& graph);
  /// Adds what `algebra` joins to `group`, through joins, GRAPHs and filters that may move.
  void collect(const sparql::Algebra& algebra, const ActiveGraph& graph, JoinGroup& group);
  void collect(const sparql::Bgp& node, const ActiveGraph& graph, JoinGroup& group);
  [[nodiscard]] bool can_collect(const sparql::Graph& node) const;
  [[nodiscard]] bool can_collect(const sparql::Filter& node) const;
  /// Triple patterns, joined, and conditions on what they bind.
  [[nodiscard]] bool is_of_triples(const sparql::Algebra& algebra) const;

  [[nodiscard]] ScanSource source(const sparql::TriplePattern& pattern, const ActiveGraph& graph);
  /// The leaf of a pattern that matches without reading a triple.
  Plan unit(const ActiveGraph& graph);
  [[nodiscard]] bool is_graph(const rdf::Term& name) const;

  const store::Snapshot& snapshot_;
  PassSet passes_;
  std::size_t pattern_count_ = 0;
  std::size_t graph_variable_count_ = 0;
};

const Variable* graph_variable(const ActiveGraph& graph) {
  return graph ? std::get_if<Variable>(&*graph) : nullptr;
}

ScanSource Planner::source(const sparql::TriplePattern& pattern, const ActiveGraph& graph) {
  if (++pattern_count_ > kPatternsMax) {
    throw Error(ErrorCode::kLimit,
                fmt::format("the query has more than {} triple patterns", kPatternsMax));
  }
  return {pattern, graph, snapshot_};
}

bool Planner::is_graph(const rdf::Term& name) const {
  const auto id = snapshot_.find(name);
  store::QuadPattern all;
  all.graph = id.value_or(store::Id());
  return id && snapshot_.count(all) > 0;
}

Plan Planner::unit(const ActiveGraph& graph) {
  const Variable* variable = graph_variable(graph);
  return variable == nullptr
             ? one_row()
             : graph_names(*variable, static_cast<double>(snapshot_.named_graphs().size()));
}

void Planner::collect(const sparql::Bgp& node, const ActiveGraph& graph, JoinGroup& group) {
  for (const sparql::TriplePattern& pattern : node.patterns) {
    group.add(source(pattern, graph));
  }
  if (node.patterns.empty() && graph_variable(graph) != nullptr) {
    group.add(unit(graph));
  }
}

/// Inside GRAPH ?g the variable ?g is not bound by the GRAPH (§18.6 joins it on afterwards): the
/// two can be taken for one only where no part of the pattern could see it unbound.
bool Planner::can_collect(const sparql::Graph& node) const {
  const auto* variable = std::get_if<Variable>(&node.name);
  if (variable == nullptr) {
    return is_graph(std::get<rdf::Term>(node.name));
  }
  return is_of_triples(*node.child);
}

bool Planner::is_of_triples(const sparql::Algebra& algebra) const {
  if (const auto* join = std::get_if<sparql::Join>(&algebra.node)) {
    return is_of_triples(*join->left) && is_of_triples(*join->right);
  }
  if (const auto* filter = std::get_if<sparql::Filter>(&algebra.node)) {
    return can_collect(*filter) && is_of_triples(*filter->child);
  }
  return std::holds_alternative<sparql::Bgp>(algebra.node);
}

bool Planner::can_collect(const sparql::Filter& node) const {
  const VariableSet bound = certain_variables(*node.child);
  return passes_.has(Pass::kPushFilters) &&
         std::ranges::all_of(node.conditions, [&](const Expression& condition) {
           return is_movable(condition) && mentions_only(condition, bound);
         });
}

void Planner::collect(const sparql::Algebra& algebra, const ActiveGraph& graph, JoinGroup& group) {
  if (const auto* bgp = std::get_if<sparql::Bgp>(&algebra.node)) {
    collect(*bgp, graph, group);
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

Plan Planner::build_group(const sparql::Algebra& algebra, const ActiveGraph& graph) {
  JoinGroup group(passes_);
  collect(algebra, graph, group);
  return group.plan();
}

Plan Planner::build(const sparql::LeftJoin& node, const ActiveGraph& graph) {
  Plan left = build(*node.left, graph);
  const double rows = left.estimated_rows;
  const auto* bgp = std::get_if<sparql::Bgp>(&node.right->node);
  if (bgp != nullptr && bgp->patterns.size() == 1 && !node.condition) {
    return join_with_scan(JoinKind::kLeft, std::move(left), source(bgp->patterns.front(), graph),
                          passes_, rows);
  }
  Plan right = build(*node.right, graph);
  if (!node.condition) {
    return join_plans(JoinKind::kLeft, std::move(left), std::move(right), passes_, rows);
  }
  return hash_join(JoinKind::kLeft, std::move(left), std::move(right), node.condition, rows);
}

Plan Planner::build(const sparql::Filter& node, const ActiveGraph& graph) {
  return filter(node.conditions, build(*node.child, graph));
}

Plan Planner::build(const sparql::Union& node, const ActiveGraph& graph) {
  std::vector<Plan> branches;
  branches.reserve(node.branches.size());
  for (const sparql::Algebra& branch : node.branches) {
    branches.push_back(build(branch, graph));
  }
  return unite(std::move(branches));
}

Plan Planner::build(const sparql::Extend& node, const ActiveGraph& graph) {
  return extend(build(*node.child, graph), node.variable, node.expression);
}

Plan Planner::build(const sparql::Values& node, const ActiveGraph& graph) {
  Plan rows = inline_rows(node);
  if (graph_variable(graph) == nullptr) {
    return rows;
  }
  Plan names = unit(graph);
  const double size = rows.estimated_rows * names.estimated_rows;
  return hash_join(JoinKind::kInner, std::move(names), std::move(rows), std::nullopt, size);
}

Plan Planner::build(const sparql::Group& node, const ActiveGraph& graph) {
  return group(build(*node.child, graph), node, graph_variable(graph));
}

Plan Planner::build(const sparql::OrderBy& node, const ActiveGraph& graph) {
  return order_by(node.conditions, build(*node.child, graph));
}

Plan Planner::build(const sparql::Project& node, const ActiveGraph& graph) {
  std::vector<Variable> variables = node.variables;
  const Variable* name = graph_variable(graph);
  if (name != nullptr && std::ranges::find(variables, *name) == variables.end()) {
    variables.push_back(*name);
  }
  return project(variables, build(*node.child, graph));
}

Plan Planner::build(const sparql::Slice& node, const ActiveGraph& graph) {
  return slice(node.offset, node.limit, build(*node.child, graph), graph_variable(graph));
}

Plan Planner::build_graph(const sparql::Graph& node) {
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

Plan Planner::build(const sparql::Algebra& algebra, const ActiveGraph& graph) {
  return std::visit(
      [&](const auto& node) -> Plan {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, sparql::Bgp> || std::is_same_v<Node, sparql::Join>) {
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
        } else if constexpr (std::is_same_v<Node, sparql::Path>) {
          throw Error(ErrorCode::kUnsupported, "property paths are not supported yet",
                      node.position);
        } else if constexpr (std::is_same_v<Node, sparql::Service>) {
          throw Error(ErrorCode::kUnsupported, "SERVICE is not supported yet", node.position);
        } else if constexpr (std::is_same_v<Node, sparql::Minus>) {
          throw Error(ErrorCode::kUnsupported, "MINUS is not supported yet");
        } else if constexpr (std::is_same_v<Node, sparql::Filter>) {
          return can_collect(node) ? build_group(algebra, graph) : build(node, graph);
        } else {
          return build(node, graph);
        }
      },
      algebra.node);
}

}  // namespace

Plan make_plan(const sparql::Algebra& pattern, const store::Snapshot& snapshot,
               const PassSet& passes) {
  Planner planner(snapshot, passes);
  if (passes.has(Pass::kPushFilters)) {
    return planner.build(push_filters(pattern), std::nullopt);
  }
  return planner.build(pattern, std::nullopt);
}

}  // namespace whence::plan
