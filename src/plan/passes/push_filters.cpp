#include "plan/passes/push_filters.h"

#include <type_traits>
#include <utility>
#include <vector>

#include "plan/variables.h"

namespace whence::plan {

using namespace sparql;

namespace {

using Conditions = std::vector<Expression>;

Algebra push(Algebra algebra, Conditions conditions);

Algebra filtered(Conditions conditions, Algebra child) {
  if (conditions.empty()) {
    return child;
  }
  return {sparql::Filter{std::move(conditions), std::move(child)}};
}

/// Takes out of `conditions` those that may stand inside `child`.
Conditions take_for(Conditions& conditions, const Algebra& child) {
  const VariableSet bound = certain_variables(child);
  Conditions taken;
  Conditions rest;
  for (Expression& condition : conditions) {
    const bool fits = is_movable(condition) && mentions_only(condition, bound);
    (fits ? taken : rest).push_back(std::move(condition));
  }
  conditions = std::move(rest);
  return taken;
}

Algebra into_join(sparql::Join join, Conditions conditions) {
  Conditions left = take_for(conditions, *join.left);
  Conditions right = take_for(conditions, *join.right);
  *join.left = push(std::move(*join.left), std::move(left));
  *join.right = push(std::move(*join.right), std::move(right));
  return filtered(std::move(conditions), {std::move(join)});
}

/// LeftJoin and Minus: every solution extends one of the left side.
template <typename LeftSided>
Algebra into_left(LeftSided join, Conditions conditions) {
  Conditions left = take_for(conditions, *join.left);
  *join.left = push(std::move(*join.left), std::move(left));
  *join.right = push(std::move(*join.right), {});
  return filtered(std::move(conditions), {std::move(join)});
}

/// Filter(Union(A, B)) = Union(Filter(A), Filter(B)), whatever the condition mentions.
Algebra into_union(sparql::Union node, const Conditions& conditions) {
  for (Algebra& branch : node.branches) {
    branch = push(std::move(branch), conditions);
  }
  return {std::move(node)};
}

Algebra into_extend(sparql::Extend node, Conditions conditions) {
  Conditions inner = take_for(conditions, *node.child);
  *node.child = push(std::move(*node.child), std::move(inner));
  return filtered(std::move(conditions), {std::move(node)});
}

/// Inside GRAPH ?g the variable ?g is not bound (§18.6), unless the pattern binds it itself:
/// take_for looks at the inner pattern alone and so leaves such conditions outside.
Algebra into_graph(sparql::Graph node, Conditions conditions) {
  Conditions inner = take_for(conditions, *node.child);
  *node.child = push(std::move(*node.child), std::move(inner));
  return filtered(std::move(conditions), {std::move(node)});
}

Algebra push(Algebra algebra, Conditions conditions) {
  return std::visit(
      [&](auto node) -> Algebra {
        using Node = decltype(node);
        if constexpr (std::is_same_v<Node, Bgp> || std::is_same_v<Node, Path> ||
                      std::is_same_v<Node, Values> || std::is_same_v<Node, Service>) {
          return filtered(std::move(conditions), {std::move(node)});
        } else if constexpr (std::is_same_v<Node, sparql::Join>) {
          return into_join(std::move(node), std::move(conditions));
        } else if constexpr (std::is_same_v<Node, sparql::LeftJoin> ||
                             std::is_same_v<Node, sparql::Minus>) {
          return into_left(std::move(node), std::move(conditions));
        } else if constexpr (std::is_same_v<Node, sparql::Filter>) {
          conditions.insert(conditions.begin(), node.conditions.begin(), node.conditions.end());
          return push(std::move(*node.child), std::move(conditions));
        } else if constexpr (std::is_same_v<Node, sparql::Union>) {
          return into_union(std::move(node), conditions);
        } else if constexpr (std::is_same_v<Node, sparql::Extend>) {
          return into_extend(std::move(node), std::move(conditions));
        } else if constexpr (std::is_same_v<Node, sparql::Graph>) {
          return into_graph(std::move(node), std::move(conditions));
        } else {
          // Group and the solution modifiers keep what is above them above.
          *node.child = push(std::move(*node.child), {});
          return filtered(std::move(conditions), {std::move(node)});
        }
      },
      std::move(algebra.node));
}

}  // namespace

Algebra push_filters(Algebra algebra) { return push(std::move(algebra), {}); }

}  // namespace whence::plan
