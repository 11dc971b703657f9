// Expressions over one solution, by the text of SPARQL 1.1 §17: slow and plain. Shares nothing with
// exec/; the values of literals come from xsd/.
#pragma once

#include <optional>

#include "oracle/solution.h"
#include "sparql/expression.h"

namespace whence::oracle {

/// Nothing: an error (§17.2). Throws std::logic_error for a function that the oracle has
/// not, and for EXISTS, which asks the data (see evaluate.h).
[[nodiscard]] std::optional<rdf::Term> evaluate(const sparql::Expression& expression,
                                                const Solution& solution);

/// §17.2.2; nothing: an error.
[[nodiscard]] std::optional<bool> effective_boolean_value(const std::optional<rdf::Term>& term);

/// §15.1: whether `a` comes before `b`; unbound is nothing.
[[nodiscard]] bool comes_before(const std::optional<rdf::Term>& a,
                                const std::optional<rdf::Term>& b);

}  // namespace whence::oracle
