#include "oracle/evaluate.h"

#include <algorithm>
#include <stdexcept>
#include <type_traits>

#include "oracle/aggregate.h"
#include "oracle/expression.h"
#include "oracle/pattern.h"
#include "oracle/substitute.h"
#include "rdf/vocabulary.h"

namespace whence::oracle {

using namespace sparql;
using rdf::Term;
// The algebra has a Graph too: an operator.
using TripleSet = oracle::Graph;

namespace {

bool mentions_exists(const Expression& expression) {
  const auto* call = std::get_if<Call>(&expression.node);
  return std::holds_alternative<Exists>(expression.node) ||
         (call != nullptr && std::ranges::any_of(call->arguments, mentions_exists));
}

class Evaluation {
 public:
  explicit Evaluation(const DataSet& data) : data_(data) {}

  Solutions of(const Algebra& algebra, const TripleSet& active) const {
    return std::visit([&](const auto& node) { return of(node, active); }, algebra.node);
  }

 private:
  static Solutions of(const Bgp& node, const TripleSet& active) {
    Solutions result{{}};
    for (const TriplePattern& pattern : node.patterns) {
      result = join(result, oracle::evaluate(pattern, active));
    }
    return result;
  }

  Solutions of(const Join& node, const TripleSet& active) const {
    return join(of(*node.left, active), of(*node.right, active));
  }

  /// Filter(F, Join(Ω1, Ω2)) ∪ Diff(Ω1, Ω2, F)
  Solutions of(const LeftJoin& node, const TripleSet& active) const {
    const Solutions right = of(*node.right, active);
    Solutions result;
    for (const Solution& a : of(*node.left, active)) {
      bool has_partner = false;
      for (const Solution& b : right) {
        if (are_compatible(a, b) &&
            (!node.condition || holds(*node.condition, merge(a, b), active))) {
          result.push_back(merge(a, b));
          has_partner = true;
        }
      }
      if (!has_partner) {
        result.push_back(a);
      }
    }
    return result;
  }

  /// §18.5: the two share no variable (dom(μ) and dom(μ') are disjoint), or they disagree.
  Solutions of(const Minus& node, const TripleSet& active) const {
    const Solutions right = of(*node.right, active);
    Solutions result = of(*node.left, active);
    std::erase_if(result, [&](const Solution& a) {
      return std::ranges::any_of(
          right, [&](const Solution& b) { return share_variable(a, b) && are_compatible(a, b); });
    });
    return result;
  }

  static Solutions of(const Path& node, const TripleSet& active) {
    return oracle::evaluate(node, active);
  }

  static Solutions of(const Service& /*node*/, const TripleSet& /*active*/) {
    throw std::logic_error("the oracle asks no other endpoint");
  }

  Solutions of(const Filter& node, const TripleSet& active) const {
    Solutions result = of(*node.child, active);
    std::erase_if(result, [&](const Solution& solution) {
      return !std::ranges::all_of(node.conditions, [&](const Expression& condition) {
        return holds(condition, solution, active);
      });
    });
    return result;
  }

  Solutions of(const Union& node, const TripleSet& active) const {
    Solutions result;
    for (const Algebra& branch : node.branches) {
      const Solutions part = of(branch, active);
      result.insert(result.end(), part.begin(), part.end());
    }
    return result;
  }

  /// §18.6, Evaluation of a Graph Pattern
  Solutions of(const sparql::Graph& node, const TripleSet& /*active*/) const {
    if (const auto* name = std::get_if<Term>(&node.name)) {
      const auto graph = data_.named_graphs.find(*name);
      return graph == data_.named_graphs.end() ? Solutions{} : of(*node.child, graph->second);
    }
    Solutions result;
    for (const auto& [name, graph] : data_.named_graphs) {
      const Solutions part =
          join(of(*node.child, graph), {{{std::get<Variable>(node.name), name}}});
      result.insert(result.end(), part.begin(), part.end());
    }
    return result;
  }

  Solutions of(const Extend& node, const TripleSet& active) const {
    Solutions result = of(*node.child, active);
    for (Solution& solution : result) {
      if (const auto term = value(node.expression, solution, active)) {
        solution.emplace(node.variable, *term);
      }
    }
    return result;
  }

  static Solutions of(const Values& node, const TripleSet& /*active*/) {
    Solutions result;
    for (const auto& row : node.rows) {
      Solution& solution = result.emplace_back();
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i]) {
          solution.emplace(node.variables[i], *row[i]);
        }
      }
    }
    return result;
  }

  Solutions of(const Group& node, const TripleSet& active) const {
    std::map<Solution, Solutions> groups;
    if (node.keys.empty()) {
      groups[{}];
    }
    for (const Solution& solution : of(*node.child, active)) {
      groups[restrict(solution, node.keys)].push_back(solution);
    }
    Solutions result;
    for (const auto& [keys, members] : groups) {
      Solution& solution = result.emplace_back(keys);
      for (const auto& [variable, aggregate] : node.aggregates) {
        if (const auto term = value(aggregate, members, active)) {
          solution.emplace(variable, *term);
        }
      }
    }
    return result;
  }

  Solutions of(const OrderBy& node, const TripleSet& active) const {
    Solutions result = of(*node.child, active);
    std::ranges::stable_sort(result, [&](const Solution& a, const Solution& b) {
      for (const OrderCondition& condition : node.conditions) {
        auto first = value(condition.expression, a, active);
        auto second = value(condition.expression, b, active);
        if (condition.descending) {
          std::swap(first, second);
        }
        if (comes_before(first, second) || comes_before(second, first)) {
          return comes_before(first, second);
        }
      }
      return false;
    });
    return result;
  }

  Solutions of(const Project& node, const TripleSet& active) const {
    Solutions result = of(*node.child, active);
    for (Solution& solution : result) {
      solution = restrict(solution, node.variables);
    }
    return result;
  }

  Solutions of(const Distinct& node, const TripleSet& active) const {
    return each_once(of(*node.child, active));
  }

  /// Any number of copies between one and all is right (§18.5); the engine gives one.
  Solutions of(const Reduced& node, const TripleSet& active) const {
    return each_once(of(*node.child, active));
  }

  Solutions of(const Slice& node, const TripleSet& active) const {
    const Solutions all = of(*node.child, active);
    Solutions result;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i >= node.offset && (!node.limit || i - node.offset < *node.limit)) {
        result.push_back(all[i]);
      }
    }
    return result;
  }

  /// The value of an expression; nothing: an error.
  std::optional<Term> value(const Expression& expression, const Solution& solution,
                            const TripleSet& active) const {
    return mentions_exists(expression)
               ? oracle::evaluate(decided(expression, solution, active), solution)
               : oracle::evaluate(expression, solution);
  }

  /// §18.6, exists(pattern): each EXISTS in `expression` is replaced by its truth.
  Expression decided(Expression expression, const Solution& solution,
                     const TripleSet& active) const {
    if (auto* call = std::get_if<Call>(&expression.node)) {
      for (Expression& argument : call->arguments) {
        argument = decided(std::move(argument), solution, active);
      }
    } else if (const auto* exists = std::get_if<Exists>(&expression.node)) {
      const bool is_there = !of(substitute(*exists->pattern, solution), active).empty();
      return {Term::literal(is_there != exists->negated ? "true" : "false", rdf::xsd::kBoolean)};
    }
    return expression;
  }

  bool holds(const Expression& condition, const Solution& solution, const TripleSet& active) const {
    return effective_boolean_value(value(condition, solution, active)) == std::optional(true);
  }

  /// An argument with an EXISTS is evaluated before, for each member of the group.
  std::optional<Term> value(const Aggregate& aggregate, const Solutions& members,
                            const TripleSet& active) const {
    if (!aggregate.argument || !mentions_exists(*aggregate.argument)) {
      return oracle::evaluate(aggregate, members);
    }
    const Variable argument{".argument"};
    Aggregate over_values = aggregate;
    over_values.argument = Expression{argument};
    Solutions values;
    for (const Solution& member : members) {
      Solution& solution = values.emplace_back();
      if (const auto term = value(*aggregate.argument, member, active)) {
        solution.emplace(argument, *term);
      }
    }
    return oracle::evaluate(over_values, values);
  }

  const DataSet& data_;
};

std::optional<Term> filled(const PatternTerm& part, const Solution& solution) {
  if (const auto* constant = std::get_if<Term>(&part)) {
    return *constant;
  }
  const auto bound = solution.find(std::get<Variable>(part));
  return bound == solution.end() ? std::nullopt : std::optional(bound->second);
}

}  // namespace

Solutions evaluate(const DataSet& data, const Algebra& pattern) {
  return Evaluation(data).of(pattern, data.default_graph);
}

TripleSet construct(const std::vector<TemplateTriple>& triples, const Solutions& solutions) {
  TripleSet result;
  for (const Solution& solution : solutions) {
    for (const TemplateTriple& triple : triples) {
      const auto subject = filled(triple.subject, solution);
      const auto predicate = filled(triple.predicate, solution);
      const auto object = filled(triple.object, solution);
      if (subject && predicate && object && !subject->is_literal() && predicate->is_iri()) {
        result.insert({*subject, *predicate, *object});
      }
    }
  }
  return result;
}

}  // namespace whence::oracle
