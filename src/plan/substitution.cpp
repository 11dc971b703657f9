#include "plan/substitution.h"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <vector>

namespace whence::plan {

using namespace sparql;

namespace {

Expression call(std::string name, std::vector<Expression> arguments) {
  return {Call{std::move(name), std::move(arguments), {}}};
}

class Substitution {
 public:
  explicit Substitution(const Bindings& bindings) : bindings_(bindings) {}

  [[nodiscard]] Algebra of(const Algebra& algebra) const {
    if (bindings_.empty()) {
      return algebra;
    }
    return std::visit([&](const auto& node) { return of(node); }, algebra.node);
  }

 private:
  [[nodiscard]] const rdf::Term* find(const Variable& variable) const {
    const auto found = bindings_.find(variable);
    return found == bindings_.end() ? nullptr : &found->second;
  }

  [[nodiscard]] PatternTerm of(const PatternTerm& term) const {
    const auto* variable = std::get_if<Variable>(&term);
    const rdf::Term* bound = variable == nullptr ? nullptr : find(*variable);
    return bound == nullptr ? term : PatternTerm(*bound);
  }

  [[nodiscard]] Expression of(const Expression& expression) const {
    if (const auto* variable = std::get_if<Variable>(&expression.node)) {
      const rdf::Term* bound = find(*variable);
      return bound == nullptr ? expression : Expression{*bound};
    }
    if (const auto* function = std::get_if<Call>(&expression.node)) {
      return {Call{function->name, all(function->arguments), function->position}};
    }
    if (const auto* exists = std::get_if<Exists>(&expression.node)) {
      return {Exists{of(*exists->pattern), exists->negated, exists->position}};
    }
    return expression;
  }

  [[nodiscard]] std::vector<Expression> all(const std::vector<Expression>& expressions) const {
    std::vector<Expression> result;
    for (const Expression& expression : expressions) {
      result.push_back(of(expression));
    }
    return result;
  }

  [[nodiscard]] std::vector<Variable> unbound(const std::vector<Variable>& variables) const {
    std::vector<Variable> result;
    std::ranges::copy_if(variables, std::back_inserter(result),
                         [&](const Variable& variable) { return find(variable) == nullptr; });
    return result;
  }

  [[nodiscard]] Algebra of(const Bgp& node) const {
    Bgp result;
    for (const TriplePattern& pattern : node.patterns) {
      result.patterns.push_back({of(pattern.subject), of(pattern.predicate), of(pattern.object)});
    }
    return {std::move(result)};
  }

  [[nodiscard]] Algebra of(const Path& node) const {
    return {Path{of(node.subject), node.path, of(node.object), node.position}};
  }

  [[nodiscard]] Algebra of(const Join& node) const {
    return {Join{of(*node.left), of(*node.right)}};
  }
  [[nodiscard]] Algebra of(const Minus& node) const {
    return {Minus{of(*node.left), of(*node.right)}};
  }
  [[nodiscard]] Algebra of(const LeftJoin& node) const {
    return {LeftJoin{of(*node.left), of(*node.right),
                     node.condition ? std::optional(of(*node.condition)) : std::nullopt}};
  }
  [[nodiscard]] Algebra of(const Filter& node) const {
    return {Filter{all(node.conditions), of(*node.child)}};
  }
  [[nodiscard]] Algebra of(const Union& node) const {
    Union result;
    for (const Algebra& branch : node.branches) {
      result.branches.push_back(of(branch));
    }
    return {std::move(result)};
  }
  [[nodiscard]] Algebra of(const Graph& node) const {
    return {Graph{of(node.name), of(*node.child)}};
  }

  /// The endpoint is asked the question as it was written; its answers have to agree with μ.
  [[nodiscard]] Algebra of(const Service& node) const {
    Service service = node;
    service.endpoint = of(node.endpoint);
    Values row{{}, {{}}};
    for (const Variable& variable : in_scope_variables(*node.child)) {
      if (const rdf::Term* bound = find(variable)) {
        row.variables.push_back(variable);
        row.rows.front().emplace_back(*bound);
      }
    }
    return {Join{Algebra{std::move(row)}, Algebra{std::move(service)}}};
  }

  [[nodiscard]] Algebra of(const Extend& node) const {
    const rdf::Term* bound = find(node.variable);
    if (bound == nullptr) {
      return {Extend{of(*node.child), node.variable, of(node.expression)}};
    }
    // A name of its own, which nothing else can mention.
    const Variable value{".bound-" + node.variable.name};
    Algebra extended{Extend{of(*node.child), value, of(node.expression)}};
    return {Filter{{call("||", {call("!", {call("bound", {{value}})}),
                                call("sameterm", {{value}, {*bound}})})},
                   std::move(extended)}};
  }

  [[nodiscard]] Algebra of(const Values& node) const {
    Values result{unbound(node.variables), {}};
    for (const auto& row : node.rows) {
      std::vector<std::optional<rdf::Term>> cells;
      bool agrees = true;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const rdf::Term* bound = find(node.variables[i]);
        if (bound == nullptr) {
          cells.push_back(row[i]);
        } else {
          agrees = agrees && (!row[i] || *row[i] == *bound);
        }
      }
      if (agrees) {
        result.rows.push_back(std::move(cells));
      }
    }
    return {std::move(result)};
  }

  /// A key that is substituted is the same for all rows. It stays one, so that no row still makes
  /// no group, and is projected away.
  [[nodiscard]] Algebra of(const Group& node) const {
    Algebra child = of(*node.child);
    bool has_constant_key = false;
    for (const Variable& key : node.keys) {
      if (const rdf::Term* bound = find(key)) {
        child = {Extend{std::move(child), key, Expression{*bound}}};
        has_constant_key = true;
      }
    }
    std::vector<BoundAggregate> aggregates = node.aggregates;
    for (BoundAggregate& bound : aggregates) {
      if (bound.aggregate.argument) {
        bound.aggregate.argument = of(*bound.aggregate.argument);
      }
    }
    Algebra group{Group{node.keys, std::move(aggregates), std::move(child)}};
    if (!has_constant_key) {
      return group;
    }
    std::vector<Variable> kept = unbound(in_scope_variables(group));
    return {Project{std::move(kept), std::move(group)}};
  }

  [[nodiscard]] Algebra of(const OrderBy& node) const {
    std::vector<OrderCondition> conditions = node.conditions;
    for (OrderCondition& condition : conditions) {
      condition.expression = of(condition.expression);
    }
    return {OrderBy{std::move(conditions), of(*node.child)}};
  }

  [[nodiscard]] Algebra of(const Project& node) const {
    Bindings visible;
    for (const Variable& variable : node.variables) {
      if (const rdf::Term* bound = find(variable)) {
        visible.emplace(variable, *bound);
      }
    }
    return {Project{unbound(node.variables), Substitution(visible).of(*node.child)}};
  }

  [[nodiscard]] Algebra of(const Distinct& node) const { return {Distinct{of(*node.child)}}; }
  [[nodiscard]] Algebra of(const Reduced& node) const { return {Reduced{of(*node.child)}}; }
  [[nodiscard]] Algebra of(const Slice& node) const {
    return {Slice{node.offset, node.limit, of(*node.child)}};
  }

  const Bindings& bindings_;
};

}  // namespace

Algebra substitute(const Algebra& pattern, const Bindings& bindings) {
  return Substitution(bindings).of(pattern);
}

}  // namespace whence::plan
