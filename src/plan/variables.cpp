#include "plan/variables.h"

#include <algorithm>
#include <string_view>
#include <type_traits>

#include "plan/expressions_of.h"

namespace whence::plan {

using namespace sparql;

namespace {

void add(VariableSet& set, const PatternTerm& term) {
  if (const auto* variable = std::get_if<Variable>(&term)) {
    set.insert(*variable);
  }
}

VariableSet of_bgp(const Bgp& bgp) {
  VariableSet set;
  for (const TriplePattern& pattern : bgp.patterns) {
    add(set, pattern.subject);
    add(set, pattern.predicate);
    add(set, pattern.object);
  }
  return set;
}

VariableSet both(VariableSet left, const VariableSet& right) {
  left.insert(right.begin(), right.end());
  return left;
}

VariableSet of_union(const sparql::Union& node) {
  VariableSet set = certain_variables(node.branches.front());
  for (const Algebra& branch : node.branches) {
    const VariableSet other = certain_variables(branch);
    std::erase_if(set, [&](const Variable& variable) { return !other.contains(variable); });
  }
  return set;
}

VariableSet of_values(const Values& node) {
  VariableSet set;
  for (std::size_t i = 0; i < node.variables.size(); ++i) {
    if (std::ranges::all_of(node.rows, [i](const auto& row) { return row[i].has_value(); })) {
      set.insert(node.variables[i]);
    }
  }
  return set;
}

VariableSet of_group(const Group& node) {
  const VariableSet child = certain_variables(*node.child);
  VariableSet set;
  for (const Variable& key : node.keys) {
    if (child.contains(key)) {
      set.insert(key);
    }
  }
  return set;
}

VariableSet of_project(const sparql::Project& node) {
  const VariableSet child = certain_variables(*node.child);
  VariableSet set;
  for (const Variable& variable : node.variables) {
    if (child.contains(variable)) {
      set.insert(variable);
    }
  }
  return set;
}

}  // namespace

VariableSet certain_variables(const Algebra& algebra) {
  return std::visit(
      [](const auto& node) -> VariableSet {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, Bgp>) {
          return of_bgp(node);
        } else if constexpr (std::is_same_v<Node, sparql::Join>) {
          return both(certain_variables(*node.left), certain_variables(*node.right));
        } else if constexpr (std::is_same_v<Node, sparql::LeftJoin> ||
                             std::is_same_v<Node, sparql::Minus>) {
          return certain_variables(*node.left);
        } else if constexpr (std::is_same_v<Node, sparql::Path>) {
          VariableSet set;
          add(set, node.subject);
          add(set, node.object);
          return set;
        } else if constexpr (std::is_same_v<Node, sparql::Union>) {
          return of_union(node);
        } else if constexpr (std::is_same_v<Node, Values>) {
          return of_values(node);
        } else if constexpr (std::is_same_v<Node, Group>) {
          return of_group(node);
        } else if constexpr (std::is_same_v<Node, sparql::Project>) {
          return of_project(node);
        } else if constexpr (std::is_same_v<Node, sparql::Graph>) {
          VariableSet set = certain_variables(*node.child);
          add(set, node.name);
          return set;
        } else if constexpr (std::is_same_v<Node, sparql::Service>) {
          return {};  // With SILENT, an endpoint that fails is one solution without bindings.
        } else {
          // Filter, Extend (whose expression may be an error), and the solution modifiers.
          return certain_variables(*node.child);
        }
      },
      algebra.node);
}

bool has_fresh_values(const Expression& expression) {
  if (const auto* exists = std::get_if<Exists>(&expression.node)) {
    bool found = false;
    for_each_expression(*exists->pattern,
                        [&](const Expression& inner) { found = found || has_fresh_values(inner); });
    return found;
  }
  const auto* call = std::get_if<Call>(&expression.node);
  if (call == nullptr) {
    return false;
  }
  constexpr std::string_view kFresh[] = {"rand", "uuid", "struuid", "bnode"};
  return std::ranges::find(kFresh, call->name) != std::end(kFresh) ||
         std::ranges::any_of(call->arguments, has_fresh_values);
}

bool has_exists(const Expression& expression) {
  const auto* call = std::get_if<Call>(&expression.node);
  return std::holds_alternative<Exists>(expression.node) ||
         (call != nullptr && std::ranges::any_of(call->arguments, has_exists));
}

bool is_movable(const Expression& expression) {
  return !has_exists(expression) && !has_fresh_values(expression);
}

bool mentions_only(const Expression& expression, const VariableSet& variables) {
  return std::ranges::all_of(mentioned_variables(expression),
                             [&](const Variable& v) { return variables.contains(v); });
}

}  // namespace whence::plan
