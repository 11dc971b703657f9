// Solution mappings and multisets of them (SPARQL 1.1 §18.1.7, §18.1.8).
#pragma once

#include <map>
#include <vector>

#include "rdf/term.h"
#include "sparql/expression.h"

namespace whence::oracle {

using sparql::Variable;

/// A partial function from variables to terms.
using Solution = std::map<Variable, rdf::Term>;
/// A multiset, or a sequence where the algebra makes one.
using Solutions = std::vector<Solution>;

}  // namespace whence::oracle
