// SPARQL expressions (SPARQL 1.1 §17) as the algebra holds them.
//
// Every operator, built-in function and cast is one kind of node, Call, with the name that the
// printed tree shows: operators by their symbol ("+", "=", "&&", "!", "unary-"), built-ins by their
// keyword in lower case ("strstarts", "coalesce", "if", "in", "not in"), casts and extension
// functions by their IRI. What a name does is decided where expressions are run, by a table.
// "&&" and "||" take two or more arguments; "in" and "not in" take the tested expression first.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rdf/box.h"
#include "rdf/error.h"
#include "rdf/term.h"

namespace whence::sparql {

/// A variable, by its name without "?". Names that begin with "." are made by the translation:
/// blank nodes of patterns (§4.1.4: they act as variables), aggregates and expression keys. No
/// query can write them, and `SELECT *` leaves them out.
struct Variable {
  std::string name;

  [[nodiscard]] bool is_internal() const { return name.starts_with('.'); }
  friend bool operator==(const Variable&, const Variable&) = default;
  friend auto operator<=>(const Variable&, const Variable&) = default;
};

struct Expression;
struct Algebra;

struct Call {
  std::string name;
  std::vector<Expression> arguments;
  Position position;  ///< Of the operator or the function's name, for messages.
};

/// EXISTS and NOT EXISTS (§17.4.1.4): the solution is substituted into the pattern (§18.6).
struct Exists {
  rdf::Box<Algebra> pattern;
  bool negated = false;
  Position position;  ///< Of EXISTS, or of the NOT before it.
};

struct Expression {
  std::variant<Variable, rdf::Term, Call, Exists> node;
};

/// A set function of §18.5.1, as it stands in a Group.
struct Aggregate {
  std::string name;  ///< "count", "sum", "min", "max", "avg", "sample", "group_concat".
  bool distinct = false;
  std::optional<Expression> argument;  ///< Absent for COUNT(*).
  std::string separator = " ";         ///< Of GROUP_CONCAT.
  Position position;
};

}  // namespace whence::sparql
