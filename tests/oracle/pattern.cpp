#include "oracle/pattern.h"

#include <algorithm>
#include <set>
#include <type_traits>

namespace whence::oracle {

using namespace sparql;
using rdf::Term;
using TripleSet = oracle::Graph;

namespace {

/// Binds the variable of a position, or checks the term there.
bool match(const PatternTerm& pattern, const Term& term, Solution& solution) {
  if (const auto* constant = std::get_if<Term>(&pattern)) {
    return *constant == term;
  }
  return solution.emplace(std::get<Variable>(pattern), term).first->second == term;
}

bool is_variable(const PatternTerm& end) { return std::holds_alternative<Variable>(end); }

/// One evaluation of a path: `x` and `y` are the X and Y of §18.4.
class PathEvaluation {
 public:
  explicit PathEvaluation(const TripleSet& graph) : graph_(graph) {
    for (const Triple& triple : graph) {
      nodes_.insert(triple[0]);
      nodes_.insert(triple[2]);
    }
  }

  Solutions of(const PatternTerm& x, const PropertyPath& path, const PatternTerm& y) {
    return std::visit([&](const auto& node) { return of(x, node, y); }, path.node);
  }

 private:
  Solutions of(const PatternTerm& x, const PredicatePath& link, const PatternTerm& y) {
    return evaluate(TriplePattern{x, link.iri, y}, graph_);
  }

  Solutions of(const PatternTerm& x, const InversePath& inverse, const PatternTerm& y) {
    return of(y, *inverse.path, x);
  }

  /// Joined over new variables, which the solutions do not keep.
  Solutions of(const PatternTerm& x, const SequencePath& sequence, const PatternTerm& y) {
    Solutions result{{}};
    PatternTerm from = x;
    for (std::size_t i = 0; i < sequence.steps.size(); ++i) {
      const PatternTerm to = i + 1 == sequence.steps.size() ? y : PatternTerm(new_variable());
      result = join(result, of(from, sequence.steps[i], to));
      from = to;
    }
    for (Solution& solution : result) {
      solution = restrict(solution, variables_of(x, y));
    }
    return result;
  }

  Solutions of(const PatternTerm& x, const AlternativePath& alternative, const PatternTerm& y) {
    Solutions result;
    for (const PropertyPath& branch : alternative.branches) {
      const Solutions part = of(x, branch, y);
      result.insert(result.end(), part.begin(), part.end());
    }
    return result;
  }

  Solutions of(const PatternTerm& x, const NegatedPropertySet& set, const PatternTerm& y) const {
    Solutions result;
    const auto add = [&](const PatternTerm& subject, const PatternTerm& object,
                         const std::vector<Term>& excluded) {
      for (const Triple& triple : graph_) {
        Solution solution;
        if (std::ranges::find(excluded, triple[1]) == excluded.end() &&
            match(subject, triple[0], solution) && match(object, triple[2], solution)) {
          result.push_back(solution);
        }
      }
    };
    if (set.goes_forward()) {
      add(x, y, set.forward);
    }
    if (set.goes_backward()) {
      add(y, x, set.backward);
    }
    return result;
  }

  /// ZeroOrOnePath, ZeroOrMorePath and OneOrMorePath, by what stands at the two ends.
  Solutions of(const PatternTerm& x, const RepeatedPath& path, const PatternTerm& y) {
    std::set<Solution> result;
    if (!is_variable(x)) {
      for (const Term& term : reached(std::get<Term>(x), path)) {
        if (Solution solution; match(y, term, solution)) {
          result.insert(solution);
        }
      }
    } else if (!is_variable(y)) {
      const RepeatedPath inverse{PropertyPath{InversePath{*path.path}}, path.includes_zero,
                                 path.is_unbounded};
      return of(y, inverse, x);
    } else {
      for (const Term& node : nodes_) {
        for (const Term& term : reached(node, path)) {
          if (Solution solution; match(x, node, solution) && match(y, term, solution)) {
            result.insert(solution);
          }
        }
      }
    }
    return {result.begin(), result.end()};
  }

  /// The terms at the end of a repeated path from `from`, each once.
  std::set<Term> reached(const Term& from, const RepeatedPath& path) {
    std::set<Term> found;
    if (path.includes_zero && path.is_unbounded) {
      visit(from, *path.path, found);
    } else if (path.is_unbounded) {
      for (const Term& next : successors(from, *path.path)) {
        visit(next, *path.path, found);
      }
    } else {
      found = successors(from, *path.path);
      if (path.includes_zero) {
        found.insert(from);
      }
    }
    return found;
  }

  /// ALP(x:term, path, V:set of RDF terms)
  void visit(const Term& term, const PropertyPath& path, std::set<Term>& visited) {
    if (!visited.insert(term).second) {
      return;
    }
    for (const Term& next : successors(term, path)) {
      visit(next, path, visited);
    }
  }

  std::set<Term> successors(const Term& term, const PropertyPath& path) {
    const Variable end = new_variable();
    std::set<Term> found;
    for (const Solution& solution : of(term, path, end)) {
      found.insert(solution.at(end));
    }
    return found;
  }

  Variable new_variable() { return {".step" + std::to_string(variable_count_++)}; }

  static std::vector<Variable> variables_of(const PatternTerm& x, const PatternTerm& y) {
    std::vector<Variable> variables;
    for (const PatternTerm* end : {&x, &y}) {
      if (is_variable(*end)) {
        variables.push_back(std::get<Variable>(*end));
      }
    }
    return variables;
  }

  const TripleSet& graph_;
  std::set<Term> nodes_;  ///< nodes(G): the subjects and objects of the graph.
  std::size_t variable_count_ = 0;
};

}  // namespace

Solutions evaluate(const TriplePattern& pattern, const TripleSet& graph) {
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

Solutions evaluate(const Path& path, const TripleSet& graph) {
  return PathEvaluation(graph).of(path.subject, path.path, path.object);
}

}  // namespace whence::oracle
