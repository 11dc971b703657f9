#include "oracle/evaluate.h"

#include <algorithm>
#include <stdexcept>
#include <type_traits>

#include "oracle/aggregate.h"
#include "oracle/expression.h"

namespace whence::oracle {

using namespace sparql;
using rdf::Term;
// The algebra has a Graph too: an operator.
using TripleSet = oracle::Graph;

namespace {

/// §18.3: every variable that both bind, they bind to the same term.
bool are_compatible(const Solution& a, const Solution& b) {
  return std::ranges::all_of(a, [&](const auto& binding) {
    const auto other = b.find(binding.first);
    return other == b.end() || other->second == binding.second;
  });
}

bool share_variable(const Solution& a, const Solution& b) {
  return std::ranges::any_of(a, [&](const auto& binding) { return b.contains(binding.first); });
}

Solution merge(Solution a, const Solution& b) {
  a.insert(b.begin(), b.end());
  return a;
}

bool holds(const Expression& condition, const Solution& solution) {
  return effective_boolean_value(oracle::evaluate(condition, solution)) == std::optional(true);
}

bool all_hold(const std::vector<Expression>& conditions, const Solution& solution) {
  return std::ranges::all_of(conditions, [&](const auto& c) { return holds(c, solution); });
}

constexpr std::size_t kSolutionsMax = 3000;

Solutions join(const Solutions& left, const Solutions& right) {
  Solutions result;
  for (const Solution& a : left) {
    for (const Solution& b : right) {
      if (are_compatible(a, b)) {
        result.push_back(merge(a, b));
      }
    }
    if (result.size() > kSolutionsMax) {
      throw TooManySolutions();
    }
  }
  return result;
}

/// Binds the variable of a position, or checks the term there.
bool match(const PatternTerm& pattern, const Term& term, Solution& solution) {
  if (const auto* constant = std::get_if<Term>(&pattern)) {
    return *constant == term;
  }
  return solution.emplace(std::get<Variable>(pattern), term).first->second == term;
}

Solutions evaluate_pattern(const TriplePattern& pattern, const TripleSet& graph) {
  Solutions result;
  for (const Triple& triple : graph) {
    Solution solution;
    if (match(pattern.subject, triple[0], solution) &&
        match(pattern.predicate, triple[1], solution) &&
        match(pattern.object, triple[2], solution)) {
      result.push_back(solution);
    }
  }
  return result;
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
      result = join(result, evaluate_pattern(pattern, active));
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
        if (are_compatible(a, b) && (!node.condition || holds(*node.condition, merge(a, b)))) {
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

  static Solutions of(const Path& /*node*/, const TripleSet& /*active*/) {
    throw std::logic_error("the oracle has no paths");
  }

  static Solutions of(const Service& /*node*/, const TripleSet& /*active*/) {
    throw std::logic_error("the oracle asks no other endpoint");
  }

  Solutions of(const Filter& node, const TripleSet& active) const {
    Solutions result = of(*node.child, active);
    std::erase_if(result, [&](const Solution& s) { return !all_hold(node.conditions, s); });
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
      if (const auto term = oracle::evaluate(node.expression, solution)) {
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
        if (const auto term = oracle::evaluate(aggregate, members)) {
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
        auto first = oracle::evaluate(condition.expression, a);
        auto second = oracle::evaluate(condition.expression, b);
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

  static Solution restrict(const Solution& solution, const std::vector<Variable>& variables) {
    Solution result;
    for (const Variable& variable : variables) {
      if (const auto bound = solution.find(variable); bound != solution.end()) {
        result.insert(*bound);
      }
    }
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

  static Solutions each_once(const Solutions& solutions) {
    Solutions result;
    for (const Solution& solution : solutions) {
      if (std::ranges::find(result, solution) == result.end()) {
        result.push_back(solution);
      }
    }
    return result;
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
