// The recursive-descent parser of SPARQL 1.1 §19.8. One member function a production, named as the
// production is; each file implements one part of the grammar. Translation to the algebra (§18.2)
// happens on the way: no tree stands between.
//
// Every function that returns a tree leaves its height in height_, and no tree gets higher than
// ParserOptions::depth_max: walking it recursively is safe, however the query was made.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
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
  Token take();
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

  // --- query_parser.cpp: forms and solution modifiers ---
  void prologue();
  Query select_query();
  Query ask_query();
  Query construct_query();
  struct SelectItem {
    Variable variable;
    std::optional<Expression> expression;
    Position position;
    std::size_t height = 0;
  };
  struct SelectClause {
    bool distinct = false;
    bool reduced = false;
    bool star = false;
    std::vector<SelectItem> items;
    Position position;
  };
  /// What a SELECT collects besides its pattern; a subquery has its own.
  struct Level {
    std::vector<std::pair<Variable, Aggregate>> aggregates;
    std::vector<Variable> keys;
    bool has_group_by = false;
    bool allows_aggregates = false;
    std::size_t aggregate_height = 0;
  };
  SelectClause select_clause();
  /// Where clause to end of the modifiers, for SELECT and for subqueries.
  std::pair<std::vector<Variable>, Algebra> select_rest(SelectClause clause);
  Algebra where_clause();
  Algebra group_clause(Algebra pattern);
  std::vector<Expression> having_clause();
  std::vector<OrderCondition> order_clause();
  Algebra limit_offset(Algebra pattern);
  std::uint64_t count(std::string_view what);
  Algebra values_clause(Algebra pattern);
  std::vector<Variable> projected(const SelectClause& clause, const Algebra& pattern) const;
  void check_grouped(const SelectClause& clause) const;
  void check_dataset_clause() const;

  // --- pattern_parser.cpp: groups ---
  Algebra group_graph_pattern();
  struct Group;
  void group_element(Group& group);
  void optional_pattern(Group& group);
  void graph_pattern(Group& group);
  void union_pattern(Group& group);
  void bind(Group& group);
  void end_bgp() { ++bgp_number_; }
  Algebra sub_select();
  Values data_block();
  std::optional<rdf::Term> data_block_value();
  Algebra joined(Algebra left, std::size_t left_height, Algebra right);

  // --- triples_parser.cpp: triples and terms ---
  using Triples = std::vector<TriplePattern>;
  void triples_block(Triples& triples);
  void property_list_not_empty(const PatternTerm& subject, Triples& triples);
  PatternTerm verb();
  void object_list(const PatternTerm& subject, const PatternTerm& predicate, Triples& triples);
  PatternTerm graph_node(Triples& triples);
  PatternTerm collection(Triples& triples);
  PatternTerm blank_node_property_list(Triples& triples);
  [[nodiscard]] bool at_triples() const;
  [[nodiscard]] bool at_graph_node() const;
  PatternTerm var_or_term();
  PatternTerm var_or_iri();
  Variable variable();
  rdf::Term iri();
  rdf::Term iri_from(const Token& token);
  rdf::Term rdf_literal();
  rdf::Term numeric_literal();
  [[nodiscard]] bool at_iri() const;
  [[nodiscard]] bool at_number() const;
  PatternTerm blank_node(const Token& label);
  PatternTerm fresh_blank_node();
  std::vector<TemplateTriple> construct_template();

  // --- expression_parser.cpp ---
  Expression expression();
  Expression conditional_and();
  Expression relational();
  Expression additive();
  Expression multiplicative();
  Expression unary();
  Expression primary();
  Expression word_expression();
  Expression built_in_call(std::string_view name, std::size_t least, std::size_t most);
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
  std::vector<std::pair<std::string, std::string>> prefixes_;
  std::vector<Level> levels_;
  std::size_t internal_count_ = 0;
  std::size_t bgp_number_ = 0;
  std::map<std::string, std::size_t> label_bgp_;  ///< In which BGP a label stands (§4.1.4).
  bool in_template_ = false;                      ///< Blank nodes stay terms.
};

}  // namespace whence::sparql
