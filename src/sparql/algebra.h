// The SPARQL algebra of SPARQL 1.1 §18.2, after the simplification of §18.2.2.8, and the query that
// stands around it. Nodes are values: passes copy, change and return them. The depth of a tree is
// bounded by ParserOptions::depth_max, so that walking it recursively is safe.
//
// Where the tree departs from the letter of §18: Union takes two or more branches (it is
// associative); Group's keys are variables, expression keys being Extended below it; and the
// aggregates are bound by Group itself to internal variables, which the Extends above refer to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "rdf/box.h"
#include "rdf/term.h"
#include "sparql/expression.h"

namespace whence::sparql {

using rdf::Box;

/// A position of a triple pattern: a variable or a constant. Never a blank node (see Variable).
using PatternTerm = std::variant<Variable, rdf::Term>;

struct TriplePattern {
  PatternTerm subject;
  PatternTerm predicate;
  PatternTerm object;
};

/// A basic graph pattern (§18.2.2.5). Empty, it has one solution that binds nothing.
struct Bgp {
  std::vector<TriplePattern> patterns;
};

struct Join {
  Box<Algebra> left;
  Box<Algebra> right;
};

struct LeftJoin {
  Box<Algebra> left;
  Box<Algebra> right;
  std::optional<Expression> condition;  ///< Absent: true.
};

/// All of `conditions` must have the effective boolean value true; one a FILTER, in their order.
struct Filter {
  std::vector<Expression> conditions;
  Box<Algebra> child;
};

struct Union {
  std::vector<Algebra> branches;  ///< Two or more.
};

/// §18.6: patterns inside are matched against the named graph `name`, or each one in turn.
struct Graph {
  PatternTerm name;
  Box<Algebra> child;
};

struct Extend {
  Box<Algebra> child;
  Variable variable;
  Expression expression;
};

/// Inline data (§10.2): a row has a cell a variable; an empty cell is UNDEF.
struct Values {
  std::vector<Variable> variables;
  std::vector<std::vector<std::optional<rdf::Term>>> rows;
};

/// An aggregate of a group, and the variable that it is bound to. A struct of its own: the
/// constructors of std::pair would ask for the size of Algebra while it is being defined.
struct BoundAggregate {
  Variable variable;
  Aggregate aggregate;
};

/// Group and AggregateJoin (§18.5.1) in one. Without keys there is one group, even of no rows
/// (§18.2.4.1), unless `keys` came from an explicit GROUP BY, which always names one.
struct Group {
  std::vector<Variable> keys;
  std::vector<BoundAggregate> aggregates;
  Box<Algebra> child;
};

struct OrderCondition {
  Expression expression;
  bool descending = false;
};

struct OrderBy {
  std::vector<OrderCondition> conditions;
  Box<Algebra> child;
};

struct Project {
  std::vector<Variable> variables;
  Box<Algebra> child;
};

struct Distinct {
  Box<Algebra> child;
};

struct Reduced {
  Box<Algebra> child;
};

struct Slice {
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> limit;
  Box<Algebra> child;
};

struct Algebra {
  std::variant<Bgp, Join, LeftJoin, Filter, Union, Graph, Extend, Values, Group, OrderBy, Project,
               Distinct, Reduced, Slice>
      node;
};

/// A triple of a CONSTRUCT template; blank nodes in it are terms, made anew for each solution
/// (§16.2.1).
struct TemplateTriple {
  PatternTerm subject;
  PatternTerm predicate;
  PatternTerm object;
};

struct SelectForm {
  std::vector<Variable> variables;  ///< The columns of the result, in order.
};
struct AskForm {};
struct ConstructForm {
  std::vector<TemplateTriple> triples;
};

/// A query: what is asked for, of which pattern. For SELECT the pattern's outermost operators are
/// the solution modifiers of §18.2.5, Project among them.
struct Query {
  std::variant<SelectForm, AskForm, ConstructForm> form;
  Algebra pattern;
  std::string base_iri;
  std::vector<std::pair<std::string, std::string>> prefixes;  ///< As declared, for output.
};

/// The variables that are in scope in `algebra` (§18.2.1), in the order of first appearance,
/// internal ones included.
[[nodiscard]] std::vector<Variable> in_scope_variables(const Algebra& algebra);

/// Every variable that `expression` mentions, each once.
[[nodiscard]] std::vector<Variable> mentioned_variables(const Expression& expression);

}  // namespace whence::sparql
