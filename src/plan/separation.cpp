// Why a node is separable if its children are: the solutions of a Join or Union that are compatible
// with μ are the Join or Union of those of its sides. An expression, and the right side of an
// OPTIONAL or MINUS, must see the same terms before substitution as after it: so whatever they
// mention of the outer variables has to be bound by all solutions beside them.
#include "plan/separation.h"

#include <algorithm>
#include <type_traits>
#include <vector>

#include "plan/expressions_of.h"

namespace whence::plan {

using namespace sparql;

namespace {

/// Those of `outer` that stand anywhere in the pattern.
VariableSet mentioned_outer(const Algebra& pattern, const VariableSet& outer) {
  VariableSet found;
  for (const Variable& variable : mentioned_variables({Exists{pattern, false, {}}})) {
    if (outer.contains(variable)) {
      found.insert(variable);
    }
  }
  return found;
}

bool is_nullable(const PropertyPath& path) {
  return std::visit(
      [](const auto& node) {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, InversePath>) {
          return is_nullable(*node.path);
        } else if constexpr (std::is_same_v<Node, SequencePath>) {
          return std::ranges::all_of(node.steps, is_nullable);
        } else if constexpr (std::is_same_v<Node, AlternativePath>) {
          return std::ranges::any_of(node.branches, is_nullable);
        } else if constexpr (std::is_same_v<Node, RepeatedPath>) {
          return node.includes_zero || is_nullable(*node.path);
        } else {
          return false;
        }
      },
      path.node);
}

class Separation {
 public:
  explicit Separation(const VariableSet& outer) : outer_(outer) {}

  [[nodiscard]] bool of(const Algebra& pattern) const {
    return mentioned_outer(pattern, outer_).empty() ||
           std::visit([&](const auto& node) { return of(node); }, pattern.node);
  }

 private:
  /// Every outer variable of `expression` is in `bound`.
  [[nodiscard]] bool sees(const Expression& expression, const VariableSet& bound) const {
    return std::ranges::all_of(mentioned_variables(expression), [&](const Variable& variable) {
      return !outer_.contains(variable) || bound.contains(variable);
    });
  }

  [[nodiscard]] static bool of(const Bgp& /*node*/) { return true; }
  [[nodiscard]] static bool of(const Values& /*node*/) { return true; }

  /// A zero-length path connects a term with itself, but a variable with nodes of the graph alone
  /// (§18.4): substitution finds more.
  [[nodiscard]] static bool of(const Path& node) { return !is_nullable(node.path); }

  [[nodiscard]] bool of(const Join& node) const { return of(*node.left) && of(*node.right); }

  [[nodiscard]] bool of(const LeftJoin& node) const {
    const VariableSet left = certain_variables(*node.left);
    return of(*node.left) && of(*node.right) &&
           std::ranges::includes(left, mentioned_outer(*node.right, outer_)) &&
           (!node.condition || sees(*node.condition, left));
  }

  /// A variable that is substituted is no longer one that both sides share.
  [[nodiscard]] bool of(const Minus& node) const {
    const VariableSet right = mentioned_outer(*node.right, outer_);
    if (right.empty()) {
      return of(*node.left);
    }
    const VariableSet left = certain_variables(*node.left);
    const bool share_another =
        std::ranges::any_of(certain_variables(*node.right), [&](const Variable& variable) {
          return !outer_.contains(variable) && left.contains(variable);
        });
    return share_another && of(*node.left) && of(*node.right) && std::ranges::includes(left, right);
  }

  [[nodiscard]] bool of(const Filter& node) const {
    const VariableSet bound = certain_variables(*node.child);
    return of(*node.child) && std::ranges::all_of(node.conditions, [&](const Expression& c) {
             return sees(c, bound);
           });
  }

  [[nodiscard]] bool of(const Union& node) const {
    return std::ranges::all_of(node.branches, [&](const Algebra& branch) { return of(branch); });
  }

  [[nodiscard]] bool of(const Graph& node) const { return of(*node.child); }

  /// An endpoint has to be known before it is asked.
  [[nodiscard]] bool of(const Service& node) const {
    const auto* endpoint = std::get_if<Variable>(&node.endpoint);
    return endpoint == nullptr || !outer_.contains(*endpoint);
  }

  [[nodiscard]] bool of(const Extend& node) const {
    return !outer_.contains(node.variable) && of(*node.child) &&
           sees(node.expression, certain_variables(*node.child));
  }

  /// The groups are the same if all that is substituted are keys.
  [[nodiscard]] bool of(const Group& node) const {
    const VariableSet bound = certain_variables(*node.child);
    const VariableSet mentioned = mentioned_outer(*node.child, outer_);
    return of(*node.child) && std::ranges::includes(bound, mentioned) &&
           std::ranges::all_of(node.aggregates,
                               [&](const BoundAggregate& aggregated) {
                                 const auto& argument = aggregated.aggregate.argument;
                                 return !argument || sees(*argument, bound);
                               }) &&
           std::ranges::all_of(mentioned, [&](const Variable& variable) {
             return std::ranges::find(node.keys, variable) != node.keys.end();
           });
  }

  [[nodiscard]] bool of(const OrderBy& node) const { return of(*node.child); }
  [[nodiscard]] bool of(const Distinct& node) const { return of(*node.child); }
  [[nodiscard]] bool of(const Reduced& node) const { return of(*node.child); }
  [[nodiscard]] static bool of(const Slice& /*node*/) { return false; }

  /// What is not projected is another variable than the outer one of the same name (§12).
  [[nodiscard]] bool of(const Project& node) const {
    VariableSet visible;
    for (const Variable& variable : node.variables) {
      if (outer_.contains(variable)) {
        visible.insert(variable);
      }
    }
    return Separation(visible).of(*node.child);
  }

  const VariableSet& outer_;
};

}  // namespace

bool is_separable(const Algebra& pattern, const VariableSet& outer) {
  bool has_fresh = false;
  for_each_expression(pattern, [&](const Expression& expression) {
    has_fresh = has_fresh || has_fresh_values(expression);
  });
  return !has_fresh && Separation(outer).of(pattern);
}

}  // namespace whence::plan
