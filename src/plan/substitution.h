// substitute(pattern, μ) of SPARQL 1.1 §18.6: every occurrence of a variable that the solution μ
// binds becomes the term that it binds it to.
//
// Where a variable stands that cannot become a term, the reading is that solutions have to agree
// with μ: a BIND to the variable keeps the solution if the values are the same term, inline data
// loses the rows that say otherwise, a GROUP BY has one key less. A variable inside a subquery that
// does not project it is another one of the same name (§12), and stays.
#pragma once

#include <map>

#include "rdf/term.h"
#include "sparql/algebra.h"

namespace whence::plan {

using Bindings = std::map<sparql::Variable, rdf::Term>;

[[nodiscard]] sparql::Algebra substitute(const sparql::Algebra& pattern, const Bindings& bindings);

}  // namespace whence::plan
