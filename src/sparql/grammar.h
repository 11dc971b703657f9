// The recursive-descent parser of SPARQL 1.1 §19.8. One member function a production, named as the
// production is; each file implements one part of the grammar. Translation to the algebra (§18.2)
// happens on the way: no tree stands between.
//
// Every function that returns a tree leaves its height in height_, and no tree gets higher than
// ParserOptions::depth_max: walking it recursively is safe, however the query was made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sparql/algebra.h"
#include "sparql/parser.h"
#include "sparql/token.h"

namespace whence::sparql {

class Grammar {
 public:
  Grammar(std::string_view text, const ParserOptions& options);

  Query query();  // [2] Query

 private:
  // --- parser.cpp: words, errors, limits ---
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  const Token& take();
  [[nodiscard]] bool at(std::string_view punctuation) const;
  [[nodiscard]] bool at_word(std::string_view keyword) const;
  bool accept(std::string_view punctuation);
  bool accept_word(std::string_view keyword);
  void expect(std::string_view punctuation, std::string_view purpose = {});
  void expect_word(std::string_view keyword);
  [[noreturn]] void fail_expected(std::string_view expected) const;
  [[noreturn]] static void fail(const std::string& message, Position position);
  [[noreturn]] static void unsupported(std::string_view feature, Position position);
  /// The height of a node over children of `height`; throws where it is too much.
  std::size_t above(std::size_t height) const;

  /// Counts nested brackets while it lives.
  class Nesting {
   public:
    explicit Nesting(Grammar& grammar);
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    ~Nesting() { --grammar_.nesting_; }

   private:
    Grammar& grammar_;
  };

  // --- query_parser.cpp: forms ---
  void prologue();
  void base_declaration();
  void prefix_declaration();
  Query select_query();
  Query ask_query();
  Query construct_query();
  Query describe_query();
  Query finished(Query query);
  void dataset_clauses();
  Algebra where_clause();

  // --- select_parser.cpp: SELECT clauses and what they may name ---
  struct SelectItem {
    Variable variable;
    std::optional<Expression> expression;
    Position position;  ///< Of the variable.
    Position begin;
    std::size_t height = 0;
  };
  struct SelectClause {
    bool distinct = false;
    bool reduced = false;
    bool star = false;
    std::vector<SelectItem> items;
    Position position;
  };
  /// What a query or a subquery collects while its clauses are read.
  struct Level {
    std::vector<BoundAggregate> aggregates;
    bool allows_aggregates = false;
    std::size_t aggregate_height = 0;
  };
  struct GroupKey {
    Variable variable;
    std::optional<Expression> expression;
    Position position;
  };
  /// Of §18.2.5, in the order of the text; `height` is the highest of all their expressions.
  struct Modifiers {
    bool has_group_by = false;
    std::vector<GroupKey> keys;
    std::set<Variable> key_variables;
    std::vector<Expression> having;
    std::vector<OrderCondition> order;
    std::optional<std::uint64_t> limit;
    std::uint64_t offset = 0;
    std::optional<Values> values;
    std::size_t height = 0;
  };
  SelectClause select_clause();
  SelectItem select_item();
  /// The solution modifiers after `pattern`, for SELECT and for subqueries. Takes the Level off.
  std::pair<std::vector<Variable>, Algebra> select_rest(SelectClause clause, Algebra pattern);
  std::pair<std::vector<Variable>, Algebra> selected(SelectClause clause, Algebra pattern,
                                                     Modifiers modifiers, Level level);
  /// The same for the forms without a SELECT clause.
  Algebra pattern_rest(Algebra pattern);
  static void check_items(const SelectClause& clause, const std::set<Variable>& scope,
                          const std::set<Variable>* keys);
  Algebra with_items(SelectClause clause, Algebra pattern);

  // --- modifiers_parser.cpp: GROUP BY to the trailing VALUES ---
  Modifiers modifiers();
  void group_clause(Modifiers& modifiers);
  GroupKey group_key();
  void having_clause(Modifiers& modifiers);
  void order_clause(Modifiers& modifiers);
  OrderCondition order_condition();
  void limit_offset(Modifiers& modifiers);
  [[nodiscard]] bool at_condition() const;
  std::uint64_t count(std::string_view what);
  /// §18.2.4.1 to 18.2.4.3: groups, HAVING, trailing VALUES.
  Algebra grouped(Algebra pattern, Modifiers& modifiers, Level& level,
                  const std::set<Variable>& scope);
  void replace_by_samples(Modifiers& modifiers, Level& level, const std::set<Variable>& scope);
  Algebra ordered(Algebra pattern, Modifiers& modifiers);
  Algebra sliced(Algebra pattern, const Modifiers& modifiers);

  // --- pattern_parser.cpp: groups ---
  /// What stands between two ends of basic graph patterns: triples, and the paths joined to them.
  struct Triples {
    std::vector<TriplePattern> patterns;
    std::vector<Algebra> paths;
    std::size_t height = 0;  ///< Of the highest of `paths`.
  };
  /// A group while it is read. Its filters are kept apart, for they hold of all of it (§18.2.2.2).
  struct Group {
    Algebra pattern{Bgp{}};
    std::size_t height = 1;
    Triples triples;  ///< Of the basic graph pattern that is being collected.
    std::vector<Expression> filters;
    std::size_t filters_height = 0;
  };
  Algebra group_graph_pattern();
  Group group();
  void group_element(Group& group);
  void filter(Group& group);
  void optional_pattern(Group& group);
  void minus_pattern(Group& group);
  void graph_pattern(Group& group);
  void union_pattern(Group& group);
  void bind(Group& group);
  void join(Group& group, Algebra right);
  /// What stands before and what comes after are two basic graph patterns (§18.2.2.5).
  void end_bgp(Group& group);
  Algebra joined_triples(Triples triples);
  Algebra sub_select();
  Values data_block();
  std::vector<std::optional<rdf::Term>> data_row(std::size_t size);
  std::optional<rdf::Term> data_block_value();
  Algebra joined(Algebra left, std::size_t left_height, Algebra right);

  // --- federation_parser.cpp: SERVICE ---
  void service_pattern(Group& group);
  [[nodiscard]] std::string standalone(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::string standalone(const Token& token) const;

  // --- triples_parser.cpp: triples ---
  /// A predicate that is no variable: a path, often of one step.
  struct VerbPath {
    PropertyPath path;
    Position position;
  };
  using Verb = std::variant<Variable, VerbPath>;
  void triples_block(Triples& triples);
  void triples_same_subject(Triples& triples);
  void property_list_not_empty(const PatternTerm& subject, Triples& triples);
  Verb verb();
  void object_list(const PatternTerm& subject, const Verb& verb, Triples& triples);
  PatternTerm graph_node(Triples& triples);
  PatternTerm collection(Triples& triples);
  PatternTerm blank_node_property_list(Triples& triples);
  std::vector<TemplateTriple> construct_template();
  [[nodiscard]] bool at_triples() const;
  [[nodiscard]] bool at_verb() const;
  [[nodiscard]] bool at_type() const;
  [[nodiscard]] bool at_pair(std::string_view open, std::string_view close) const;

  // --- path_parser.cpp: property paths ---
  PropertyPath path();
  PropertyPath path_sequence();
  PropertyPath path_element();
  PropertyPath path_primary();
  NegatedPropertySet negated_property_set();
  rdf::Term path_predicate(std::string_view expected);
  /// Adds what `path`, a part of `verb`, means between `subject` and `object`.
  void connect(const PatternTerm& subject, const VerbPath& verb, const PropertyPath& path,
               const PatternTerm& object, Triples& triples);

  // --- term_parser.cpp: variables, IRIs, literals, blank nodes ---
  PatternTerm var_or_term();
  PatternTerm var_or_iri();
  Variable variable();
  rdf::Term iri();
  [[nodiscard]] rdf::Term expanded(const Token& token) const;
  [[nodiscard]] std::string resolved(const Token& token) const;
  rdf::Term rdf_literal();
  rdf::Term numeric_literal();
  rdf::Term boolean_literal();
  [[nodiscard]] bool at_iri() const;
  [[nodiscard]] bool at_number() const;
  /// Whether the word after the sign at `sign` follows without a space.
  [[nodiscard]] bool is_touching(std::size_t sign) const;
  [[nodiscard]] bool at_boolean() const;
  PatternTerm blank_node();
  PatternTerm fresh_blank_node();
  Variable internal_variable(std::string_view kind);

  // --- expression_parser.cpp ---
  Expression expression();
  Expression operation(int least);
  void combine(Expression& left, std::size_t& height, std::string_view name, Expression right,
               Position position);
  void test_membership(Expression& left, std::size_t& height, std::string_view name,
                       Position position);
  Expression unary();
  Expression call_of_one(std::size_t symbol, Expression operand);
  Expression primary();
  Expression bracketted();
  Expression variable_or_literal();
  Expression word_expression();
  Expression exists();
  Expression built_in_call(std::string_view name, std::size_t least, std::size_t most);
  [[noreturn]] static void fail_count(const Token& word, std::size_t least, std::size_t most,
                                      std::size_t found);
  Expression aggregate();
  Expression iri_or_function();
  Expression constraint();
  std::vector<Expression> argument_list();
  Expression call(std::string name, std::vector<Expression> arguments, Position position,
                  std::size_t arguments_height);

  ParserOptions options_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  std::size_t nesting_ = 0;
  std::size_t height_ = 0;
  std::string base_iri_;
  std::vector<std::pair<std::string, std::string>> prefixes_;  ///< In the order of declaration.
  std::map<std::string, std::size_t, std::less<>> prefix_index_;
  std::vector<Level> levels_;
  std::optional<Dataset> dataset_;
  std::size_t internal_count_ = 0;
  std::size_t bgp_count_ = 0;
  std::size_t bgp_number_ = 0;  ///< Of the basic graph pattern that is being read.
  std::map<std::string, std::size_t> label_bgp_;  ///< In which BGP a label stands (§4.1.4).
  bool in_template_ = false;                      ///< Blank nodes stay terms.
};

}  // namespace whence::sparql
