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
#include "sparql/property_path.h"

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

/// What §18.2.2.4 leaves as a path: everything but links, inverse links and the sequences of such,
/// which are triple patterns. Stands beside basic graph patterns in a Join.
struct Path {
  PatternTerm subject;
  PropertyPath path;
  PatternTerm object;
  Position position;  ///< Of the path's first word.
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

/// §18.5: solutions of `left` for which no compatible one of `right` shares a bound variable. What
/// `right` binds is not in scope outside.
struct Minus {
  Box<Algebra> left;
  Box<Algebra> right;
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

/// SPARQL 1.1 Federated Query §2, §4: `child` evaluated by the endpoint. What is sent is
/// `pattern_text`, the group between its braces as it was written, with every IRI in full, so that
/// it needs no prologue; `child` is the same as algebra and says which variables it binds.
struct Service {
  PatternTerm endpoint;
  bool is_silent = false;
  Box<Algebra> child;
  std::string pattern_text;
  Position position;  ///< Of the word SERVICE.
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
  std::variant<Bgp, Path, Join, LeftJoin, Minus, Filter, Union, Graph, Service, Extend, Values,
               Group, OrderBy, Project, Distinct, Reduced, Slice>
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

/// §16.4: described are `resources`, and what `variables` are bound to in any solution. `*` is
/// resolved: all variables in scope (§16.4.2).
struct DescribeForm {
  std::vector<Variable> variables;
  std::vector<rdf::Term> resources;
};

/// FROM and FROM NAMED (§13.2): the default graph is the merge of `default_graphs`, empty if there
/// are none, and no other named graphs are there than `named_graphs`. IRIs, each once.
struct Dataset {
  std::vector<rdf::Term> default_graphs;
  std::vector<rdf::Term> named_graphs;
};

/// A query: what is asked for, of which pattern. For SELECT the pattern's outermost operators are
/// the solution modifiers of §18.2.5, Project among them; for DESCRIBE it is a Project to the
/// form's variables.
struct Query {
  std::variant<SelectForm, AskForm, ConstructForm, DescribeForm> form;
  Algebra pattern;
  std::optional<Dataset> dataset;  ///< Absent: neither FROM nor FROM NAMED was written.
  std::string base_iri;
  std::vector<std::pair<std::string, std::string>> prefixes;  ///< As declared, for output.
};

/// The variables that are in scope in `algebra` (§18.2.1), in the order of first appearance,
/// internal ones included.
[[nodiscard]] std::vector<Variable> in_scope_variables(const Algebra& algebra);

/// Every variable that `expression` mentions, each once.
[[nodiscard]] std::vector<Variable> mentioned_variables(const Expression& expression);

}  // namespace whence::sparql
