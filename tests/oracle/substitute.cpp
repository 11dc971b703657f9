#include "oracle/substitute.h"

#include <algorithm>
#include <type_traits>

#include "rdf/vocabulary.h"

namespace whence::oracle {

using namespace sparql;
using rdf::Term;

namespace {

class Substitution {
 public:
  explicit Substitution(const Solution& solution) : solution_(solution) {}

  void apply(Algebra& algebra) const {
    if (auto* extend = std::get_if<Extend>(&algebra.node); extend != nullptr) {
      apply_extend(algebra);
      return;
    }
    std::visit([this](auto& node) { apply_inside(node); }, algebra.node);
  }

 private:
  [[nodiscard]] const Term* value_of(const Variable& variable) const {
    const auto bound = solution_.find(variable);
    return bound == solution_.end() ? nullptr : &bound->second;
  }

  void apply(PatternTerm& end) const {
    if (const auto* variable = std::get_if<Variable>(&end)) {
      if (const Term* value = value_of(*variable)) {
        end = Term(*value);
      }
    }
  }

  void apply(Expression& expression) const {
    if (const auto* variable = std::get_if<Variable>(&expression.node)) {
      if (const Term* value = value_of(*variable)) {
        expression = {Term(*value)};
      }
    } else if (auto* call = std::get_if<Call>(&expression.node)) {
      for (Expression& argument : call->arguments) {
        apply(argument);
      }
      // BOUND takes no term: of a variable that has become one, it is true.
      if (call->name == "bound" && std::holds_alternative<Term>(call->arguments.front().node)) {
        expression = {Term::literal("true", rdf::xsd::kBoolean)};
      }
    } else if (auto* exists = std::get_if<Exists>(&expression.node)) {
      apply(*exists->pattern);
    }
  }

  /// BIND of a variable that has a value already: of the solutions that it would make, those that
  /// agree, and those that an error leaves without a value.
  void apply_extend(Algebra& algebra) const {
    auto& extend = std::get<Extend>(algebra.node);
    apply(*extend.child);
    apply(extend.expression);
    const Term* value = value_of(extend.variable);
    if (value == nullptr) {
      return;
    }
    extend.variable.name = ".own_" + extend.variable.name;
    const Expression own{extend.variable};
    const Expression is_bound{Call{"bound", {own}, {}}};
    const Expression agrees{Call{"sameterm", {own, {Term(*value)}}, {}}};
    const Expression condition{Call{"||", {{Call{"!", {is_bound}, {}}}, agrees}, {}}};
    algebra = {sparql::Filter{{condition}, Algebra(algebra)}};
  }

  void apply_inside(Bgp& node) const {
    for (TriplePattern& pattern : node.patterns) {
      apply(pattern.subject);
      apply(pattern.predicate);
      apply(pattern.object);
    }
  }

  void apply_inside(Path& node) const {
    apply(node.subject);
    apply(node.object);
  }

  /// Rows that disagree are gone; in the others the variable's cell says nothing new.
  void apply_inside(Values& node) const {
    for (std::size_t i = 0; i < node.variables.size(); ++i) {
      const Term* value = value_of(node.variables[i]);
      if (value == nullptr) {
        continue;
      }
      std::erase_if(node.rows, [&](const auto& row) { return row[i] && *row[i] != *value; });
      for (auto& row : node.rows) {
        row[i].reset();
      }
    }
  }

  /// Everything else: its expressions, and what stands below.
  template <typename Node>
  void apply_inside(Node& node) const {
    if constexpr (std::is_same_v<Node, sparql::Graph>) {
      apply(node.name);
    } else if constexpr (std::is_same_v<Node, Service>) {
      apply(node.endpoint);
    } else if constexpr (std::is_same_v<Node, sparql::LeftJoin>) {
      if (node.condition) {
        apply(*node.condition);
      }
    } else if constexpr (std::is_same_v<Node, sparql::Filter>) {
      for (Expression& condition : node.conditions) {
        apply(condition);
      }
    } else if constexpr (std::is_same_v<Node, OrderBy>) {
      for (OrderCondition& condition : node.conditions) {
        apply(condition.expression);
      }
    } else if constexpr (std::is_same_v<Node, Group>) {
      for (BoundAggregate& bound : node.aggregates) {
        if (bound.aggregate.argument) {
          apply(*bound.aggregate.argument);
        }
      }
    }
    if constexpr (requires { node.branches; }) {
      for (Algebra& branch : node.branches) {
        apply(branch);
      }
    } else if constexpr (requires { node.left; }) {
      apply(*node.left);
      apply(*node.right);
    } else {
      apply(*node.child);
    }
  }

  const Solution& solution_;
};

}  // namespace

Algebra substitute(const Algebra& pattern, const Solution& solution) {
  Algebra result = pattern;
  Substitution(solution).apply(result);
  return result;
}

}  // namespace whence::oracle
