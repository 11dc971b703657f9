#include "plan/expressions_of.h"

#include <type_traits>

namespace whence::plan {

using namespace sparql;

namespace {

using Visit = std::function<void(const Expression&)>;

/// Those of the node itself.
template <typename Node>
void visit_own(const Node& node, const Visit& visit) {
  if constexpr (std::is_same_v<Node, LeftJoin>) {
    if (node.condition) {
      visit(*node.condition);
    }
  } else if constexpr (std::is_same_v<Node, Filter>) {
    for (const Expression& condition : node.conditions) {
      visit(condition);
    }
  } else if constexpr (std::is_same_v<Node, Extend>) {
    visit(node.expression);
  } else if constexpr (std::is_same_v<Node, Group>) {
    for (const BoundAggregate& bound : node.aggregates) {
      if (bound.aggregate.argument) {
        visit(*bound.aggregate.argument);
      }
    }
  } else if constexpr (std::is_same_v<Node, OrderBy>) {
    for (const OrderCondition& condition : node.conditions) {
      visit(condition.expression);
    }
  }
}

}  // namespace

void for_each_expression(const Algebra& algebra, const Visit& visit) {
  std::visit(
      [&](const auto& node) {
        visit_own(node, visit);
        if constexpr (requires { node.left; }) {
          for_each_expression(*node.left, visit);
          for_each_expression(*node.right, visit);
        } else if constexpr (requires { node.branches; }) {
          for (const Algebra& branch : node.branches) {
            for_each_expression(branch, visit);
          }
        } else if constexpr (requires { node.child; }) {
          for_each_expression(*node.child, visit);
        }
      },
      algebra.node);
}

}  // namespace whence::plan
