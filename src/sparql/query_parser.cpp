// Queries: [2] Query to [17] WhereClause, but for SELECT's own (select_parser.cpp).
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "sparql/grammar.h"

namespace whence::sparql {

namespace {

/// The words that an update begins with (SPARQL 1.1 Update, [30] Update1).
constexpr std::array<std::string_view, 10> kUpdates{"INSERT", "DELETE", "LOAD", "CLEAR", "DROP",
                                                    "CREATE", "ADD",    "MOVE", "COPY",  "WITH"};

template <typename T>
void add_once(std::vector<T>& values, T value) {
  if (std::ranges::find(values, value) == values.end()) {
    values.push_back(std::move(value));
  }
}

}  // namespace

/// [2]
Query Grammar::query() {
  prologue();
  if (at_word("SELECT")) {
    return finished(select_query());
  }
  if (at_word("ASK")) {
    return finished(ask_query());
  }
  if (at_word("CONSTRUCT")) {
    return finished(construct_query());
  }
  if (at_word("DESCRIBE")) {
    return finished(describe_query());
  }
  for (const std::string_view update : kUpdates) {
    if (at_word(update)) {
      unsupported(fmt::format("the update {}", update), peek().position);
    }
  }
  fail_expected("SELECT, ASK, CONSTRUCT, DESCRIBE, PREFIX or BASE");
}

Query Grammar::finished(Query query) {
  if (peek().kind != TokenKind::kEnd) {
    fail_expected("a solution modifier or the end of the query");
  }
  query.dataset = std::move(dataset_);
  query.base_iri = std::move(base_iri_);
  query.prefixes = std::move(prefixes_);
  return query;
}

/// [4]
void Grammar::prologue() {
  while (true) {
    if (at_word("BASE")) {
      base_declaration();
    } else if (at_word("PREFIX")) {
      prefix_declaration();
    } else {
      return;
    }
  }
}

/// [5]. A relative one is resolved against the base before it.
void Grammar::base_declaration() {
  take();
  if (peek().kind != TokenKind::kIri) {
    fail_expected("an IRI in angle brackets after BASE");
  }
  base_iri_ = resolved(take());
}

/// [6]. A prefix may be declared again: the last one counts.
void Grammar::prefix_declaration() {
  take();
  const Token& name = peek();
  if (name.kind != TokenKind::kPrefixedName || name.text.find(':') + 1 != name.text.size()) {
    fail_expected("a prefix such as ex: after PREFIX");
  }
  take();
  if (peek().kind != TokenKind::kIri) {
    fail_expected(fmt::format("an IRI in angle brackets after PREFIX {}", name.text));
  }
  std::string iri = resolved(take());
  const std::string prefix = name.text.substr(0, name.text.size() - 1);
  const auto [entry, is_new] = prefix_index_.emplace(prefix, prefixes_.size());
  if (is_new) {
    prefixes_.emplace_back(prefix, std::move(iri));
  } else {
    prefixes_[entry->second].second = std::move(iri);
  }
}

/// [7]
Query Grammar::select_query() {
  levels_.emplace_back();
  SelectClause clause = select_clause();
  dataset_clauses();
  auto [variables, pattern] = select_rest(std::move(clause), where_clause());
  return {SelectForm{std::move(variables)}, std::move(pattern), {}, {}, {}};
}

/// [12]
Query Grammar::ask_query() {
  take();
  levels_.emplace_back();
  dataset_clauses();
  return {AskForm{}, pattern_rest(where_clause()), {}, {}, {}};
}

/// [10]. In the short form, CONSTRUCT WHERE { ... }, the pattern is read twice: as template, which
/// allows triples alone, and as pattern.
Query Grammar::construct_query() {
  take();
  levels_.emplace_back();
  ConstructForm form;
  if (at("{")) {
    form.triples = construct_template();
    dataset_clauses();
  } else {
    dataset_clauses();
    if (!at_word("WHERE")) {
      fail_expected("a template in braces or WHERE after CONSTRUCT");
    }
    take();
    const std::size_t begin = next_;
    form.triples = construct_template();
    next_ = begin;
  }
  return {std::move(form), pattern_rest(where_clause()), {}, {}, {}};
}

/// [11]. Without a pattern there is one solution, which binds nothing (§16.4.1).
Query Grammar::describe_query() {
  take();
  levels_.emplace_back();
  DescribeForm form;
  const bool is_star = accept("*");
  while (!is_star && (peek().kind == TokenKind::kVariable || at_iri())) {
    if (at_iri()) {
      add_once(form.resources, iri());
    } else {
      add_once(form.variables, variable());
    }
  }
  if (!is_star && form.resources.empty() && form.variables.empty()) {
    fail_expected("'*', a variable or an IRI after DESCRIBE");
  }
  dataset_clauses();
  Algebra pattern{Bgp{}};
  height_ = 1;
  if (at_word("WHERE") || at("{")) {
    pattern = where_clause();
  }
  pattern = pattern_rest(std::move(pattern));
  if (is_star) {
    form.variables = in_scope_variables(pattern);
    std::erase_if(form.variables, [](const Variable& v) { return v.is_internal(); });
  }
  height_ = above(height_);
  pattern = {Project{form.variables, std::move(pattern)}};
  return {std::move(form), std::move(pattern), {}, {}, {}};
}

/// [13] DatasetClause to [16] SourceSelector (§13.2). In a set of graphs, one named twice is one.
void Grammar::dataset_clauses() {
  while (accept_word("FROM")) {
    if (!dataset_) {
      dataset_.emplace();
    }
    const bool is_named = accept_word("NAMED");
    if (!at_iri()) {
      fail_expected(is_named ? "the IRI of a graph after FROM NAMED"
                             : "NAMED or the IRI of a graph after FROM");
    }
    add_once(is_named ? dataset_->named_graphs : dataset_->default_graphs, iri());
  }
}

/// [17]
Algebra Grammar::where_clause() {
  if (!accept_word("WHERE") && !at("{")) {
    fail_expected("WHERE or '{'");
  }
  return group_graph_pattern();
}

}  // namespace whence::sparql
