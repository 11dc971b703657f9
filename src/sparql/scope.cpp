// Variables in scope (SPARQL 1.1 §18.2.1) and variables mentioned. One walk serves each: it hands
// every variable to a visitor that says whether to go on.
#include "sparql/scope.h"

#include <algorithm>
#include <set>
#include <type_traits>

namespace whence::sparql {

namespace {

const Variable* as_variable(const PatternTerm& term) { return std::get_if<Variable>(&term); }

/// Calls `visit` for `term` if it is a variable.
template <typename Visit>
bool walk_term(const PatternTerm& term, Visit& visit) {
  const Variable* variable = as_variable(term);
  return variable == nullptr || visit(*variable);
}

/// Calls `visit` for the variables of `triple`, until one call returns false.
template <typename Visit>
bool walk_triple(const TriplePattern& triple, Visit& visit) {
  return walk_term(triple.subject, visit) && walk_term(triple.predicate, visit) &&
         walk_term(triple.object, visit);
}

template <typename Visit>
bool walk_all(const std::vector<Variable>& variables, Visit& visit) {
  return std::ranges::all_of(variables, [&](const Variable& v) { return visit(v); });
}

/// The variables in scope; false where `visit` stopped it.
template <typename Visit>
bool walk_scope(const Algebra& algebra, Visit& visit) {
  return std::visit(
      [&](const auto& node) -> bool {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, Bgp>) {
          return std::ranges::all_of(node.patterns,
                                     [&](const TriplePattern& t) { return walk_triple(t, visit); });
        } else if constexpr (std::is_same_v<Node, Path>) {
          return walk_term(node.subject, visit) && walk_term(node.object, visit);
        } else if constexpr (std::is_same_v<Node, Join> || std::is_same_v<Node, LeftJoin>) {
          return walk_scope(*node.left, visit) && walk_scope(*node.right, visit);
        } else if constexpr (std::is_same_v<Node, Minus>) {
          return walk_scope(*node.left, visit);  // Of the right side nothing is seen.
        } else if constexpr (std::is_same_v<Node, Union>) {
          return std::ranges::all_of(node.branches,
                                     [&](const Algebra& b) { return walk_scope(b, visit); });
        } else if constexpr (std::is_same_v<Node, Graph>) {
          return walk_term(node.name, visit) && walk_scope(*node.child, visit);
        } else if constexpr (std::is_same_v<Node, Service>) {
          return walk_term(node.endpoint, visit) && walk_scope(*node.child, visit);
        } else if constexpr (std::is_same_v<Node, Extend>) {
          return walk_scope(*node.child, visit) && visit(node.variable);
        } else if constexpr (std::is_same_v<Node, Values> || std::is_same_v<Node, Project>) {
          return walk_all(node.variables, visit);
        } else if constexpr (std::is_same_v<Node, Group>) {
          return walk_all(node.keys, visit) &&
                 std::ranges::all_of(node.aggregates,
                                     [&](const auto& bound) { return visit(bound.variable); });
        } else {
          // Filter and the modifiers that change no columns.
          return walk_scope(*node.child, visit);
        }
      },
      algebra.node);
}

/// Keeps each variable once, in the order of first appearance.
class Collector {
 public:
  bool operator()(const Variable& variable) {
    if (seen_.insert(variable).second) {
      found_.push_back(variable);
    }
    return true;
  }
  std::vector<Variable> take() { return std::move(found_); }

 private:
  std::set<Variable> seen_;
  std::vector<Variable> found_;
};

void walk_mentioned(const Expression& expression, Collector& collect);

void walk_mentioned(const std::optional<Expression>& expression, Collector& collect) {
  if (expression) {
    walk_mentioned(*expression, collect);
  }
}

/// What EXISTS mentions: a solution is substituted into all of its pattern (§18.6).
void walk_mentioned(const Algebra& algebra, Collector& collect) {
  walk_scope(algebra, collect);
  std::visit(
      [&](const auto& node) {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (requires { node.left; }) {
          walk_mentioned(*node.left, collect);
          walk_mentioned(*node.right, collect);
        } else if constexpr (std::is_same_v<Node, Union>) {
          for (const Algebra& branch : node.branches) {
            walk_mentioned(branch, collect);
          }
        } else if constexpr (requires { node.child; }) {
          walk_mentioned(*node.child, collect);
        }
        if constexpr (std::is_same_v<Node, LeftJoin>) {
          walk_mentioned(node.condition, collect);
        } else if constexpr (std::is_same_v<Node, Filter>) {
          for (const Expression& condition : node.conditions) {
            walk_mentioned(condition, collect);
          }
        } else if constexpr (std::is_same_v<Node, Extend>) {
          walk_mentioned(node.expression, collect);
        } else if constexpr (std::is_same_v<Node, Group>) {
          for (const auto& [variable, aggregate] : node.aggregates) {
            walk_mentioned(aggregate.argument, collect);
          }
        } else if constexpr (std::is_same_v<Node, OrderBy>) {
          for (const OrderCondition& condition : node.conditions) {
            walk_mentioned(condition.expression, collect);
          }
        }
      },
      algebra.node);
}

void walk_mentioned(const Expression& expression, Collector& collect) {
  if (const auto* variable = std::get_if<Variable>(&expression.node)) {
    collect(*variable);
  } else if (const auto* call = std::get_if<Call>(&expression.node)) {
    for (const Expression& argument : call->arguments) {
      walk_mentioned(argument, collect);
    }
  } else if (const auto* exists = std::get_if<Exists>(&expression.node)) {
    walk_mentioned(*exists->pattern, collect);
  }
}

void walk_own(const Expression& expression, Collector& collect) {
  if (const auto* variable = std::get_if<Variable>(&expression.node)) {
    collect(*variable);
  } else if (const auto* call = std::get_if<Call>(&expression.node)) {
    for (const Expression& argument : call->arguments) {
      walk_own(argument, collect);
    }
  }
}

}  // namespace

std::vector<Variable> in_scope_variables(const Algebra& algebra) {
  Collector collect;
  walk_scope(algebra, collect);
  return collect.take();
}

bool is_in_scope(const Algebra& algebra, const Variable& variable) {
  auto is_other = [&](const Variable& v) { return v != variable; };
  return !walk_scope(algebra, is_other);
}

std::vector<Variable> mentioned_variables(const Expression& expression) {
  Collector collect;
  walk_mentioned(expression, collect);
  return collect.take();
}

std::vector<Variable> own_variables(const Expression& expression) {
  Collector collect;
  walk_own(expression, collect);
  return collect.take();
}

}  // namespace whence::sparql
