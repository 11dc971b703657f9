// Solution mappings and multisets of them (SPARQL 1.1 §18.1.7, §18.1.8), and what §18.3 and §18.5
// say of two of them.
#pragma once

#include <map>
#include <stdexcept>
#include <vector>

#include "rdf/term.h"
#include "sparql/expression.h"

namespace whence::oracle {

using sparql::Variable;

/// A partial function from variables to terms.
using Solution = std::map<Variable, rdf::Term>;
/// A multiset, or a sequence where the algebra makes one.
using Solutions = std::vector<Solution>;

/// Thrown rather than making more solutions than a test has time for.
class TooManySolutions : public std::runtime_error {
 public:
  TooManySolutions() : std::runtime_error("too many solutions for the oracle") {}
};

/// §18.3: every variable that both bind, they bind to the same term.
[[nodiscard]] bool are_compatible(const Solution& a, const Solution& b);
/// Whether dom(a) and dom(b) are not disjoint.
[[nodiscard]] bool share_variable(const Solution& a, const Solution& b);
/// §18.3, of compatible ones.
[[nodiscard]] Solution merge(Solution a, const Solution& b);
/// §18.5. Throws TooManySolutions.
[[nodiscard]] Solutions join(const Solutions& left, const Solutions& right);
/// What `solution` says of `variables`.
[[nodiscard]] Solution restrict(const Solution& solution, const std::vector<Variable>& variables);
/// §18.5, Distinct: the first of each.
[[nodiscard]] Solutions each_once(const Solutions& solutions);

}  // namespace whence::oracle
