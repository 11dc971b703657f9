// The table of SPARQL's functions and operators (SPARQL 1.1 §17.3 to §17.5). An entry says by which
// name the algebra calls a function, and how it is run. Most take all their arguments first, and an
// error in one is the result's (§17.2); those entries are plain functions. What looks at its
// arguments in another way (&&, IF, COALESCE, IN, BOUND), or prepares something once (REGEX), makes
// a node of its own.
//
// How many arguments a built-in takes is the parser's to check. To add a function: an entry in its
// family's file, a name in the parser's list, a row in the family's test.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "exec/expression.h"
#include "exec/value.h"
#include "rdf/term.h"
#include "sparql/expression.h"
#include "xsd/value.h"

namespace whence::exec {

using Arguments = std::vector<std::unique_ptr<Evaluator>>;

/// Of the terms of the arguments.
using TermFunction = Value (*)(std::span<const rdf::TermView> arguments, QueryContext& context);
/// Of the terms of the arguments, true or false; nothing: a type error.
using TermPredicate = std::optional<bool> (*)(std::span<const rdf::TermView> arguments);
/// Of the values of the arguments (monostate: a term without one); nothing: a type error.
using ValueFunction = std::optional<xsd::Value> (*)(std::span<const xsd::Value> arguments);
/// Makes the node for `call`, whose arguments are compiled. May throw Error with a position.
using NodeMaker = std::unique_ptr<Evaluator> (*)(const sparql::Call& call, Arguments arguments);

struct Function {
  std::string_view name;
  std::variant<TermFunction, TermPredicate, ValueFunction, NodeMaker> run;
};

/// Nothing if there is no function of this name.
[[nodiscard]] const Function* find_function(std::string_view name);
[[nodiscard]] std::unique_ptr<Evaluator> make_node(const Function& function,
                                                   const sparql::Call& call, Arguments arguments);

// The families, each in the file of its name.
[[nodiscard]] std::span<const Function> logical_functions();
[[nodiscard]] std::span<const Function> comparison_functions();
[[nodiscard]] std::span<const Function> numeric_functions();
[[nodiscard]] std::span<const Function> term_functions();
[[nodiscard]] std::span<const Function> fresh_term_functions();
[[nodiscard]] std::span<const Function> string_functions();
[[nodiscard]] std::span<const Function> regex_functions();
[[nodiscard]] std::span<const Function> date_time_functions();
[[nodiscard]] std::span<const Function> hash_functions();
[[nodiscard]] std::span<const Function> cast_functions();

}  // namespace whence::exec
