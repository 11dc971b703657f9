// Groups: [53] GroupGraphPattern to [68] Filter, translated by §18.2.2 and simplified by §18.2.2.8
// on the way.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sparql/grammar.h"
#include "sparql/scope.h"

namespace whence::sparql {

/// [53]
Algebra Grammar::group_graph_pattern() {
  Group found = group();
  height_ = found.height;
  if (found.filters.empty()) {
    return std::move(found.pattern);
  }
  height_ = above(std::max(found.height, found.filters_height));
  return {Filter{std::move(found.filters), std::move(found.pattern)}};
}

/// [54] GroupGraphPatternSub
Grammar::Group Grammar::group() {
  const Nesting nesting(*this);
  expect("{");
  Group group;
  end_bgp(group);
  if (at_word("SELECT")) {
    group.pattern = sub_select();
    group.height = height_;
    expect("}", "'}' or a solution modifier");
    return group;
  }
  if (at_triples()) {
    triples_block(group.triples);
  }
  while (!accept("}")) {
    group_element(group);
    accept(".");
    if (at_triples()) {
      triples_block(group.triples);
    }
  }
  end_bgp(group);
  return group;
}

/// [56] GraphPatternNotTriples
void Grammar::group_element(Group& group) {
  if (at_word("FILTER")) {
    filter(group);
  } else if (at("{")) {
    union_pattern(group);
  } else if (at_word("OPTIONAL")) {
    optional_pattern(group);
  } else if (at_word("GRAPH")) {
    graph_pattern(group);
  } else if (at_word("BIND")) {
    bind(group);
  } else if (accept_word("VALUES")) {
    end_bgp(group);
    Algebra values{data_block()};
    height_ = 1;
    join(group, std::move(values));
  } else if (at_word("MINUS")) {
    minus_pattern(group);
  } else if (at_word("SERVICE")) {
    service_pattern(group);
  } else if (at_triples()) {
    fail_expected("'.' before the next triple pattern");
  } else {
    fail_expected("'}' or a triple pattern");
  }
}

/// [68]. A filter does not end the basic graph pattern around it (§5.2.2).
void Grammar::filter(Group& group) {
  take();
  group.filters.push_back(constraint());
  group.filters_height = std::max(group.filters_height, height_);
}

/// [57]. The filters of the optional group see both sides: they are the condition (§18.2.2.6).
void Grammar::optional_pattern(Group& group) {
  take();
  end_bgp(group);
  Group right = this->group();
  std::size_t height = std::max(group.height, right.height);
  std::optional<Expression> condition;
  if (right.filters.size() == 1) {
    condition = std::move(right.filters.front());
    height = std::max(height, right.filters_height);
  } else if (!right.filters.empty()) {
    condition = call("&&", std::move(right.filters), {}, right.filters_height);
    height = std::max(height, height_);
  }
  group.height = above(height);
  group.pattern = {
      LeftJoin{std::move(group.pattern), std::move(right.pattern), std::move(condition)}};
}

/// [66]
void Grammar::minus_pattern(Group& group) {
  take();
  end_bgp(group);
  Algebra right = group_graph_pattern();
  group.height = above(std::max(group.height, height_));
  group.pattern = {Minus{std::move(group.pattern), std::move(right)}};
}

/// [58]
void Grammar::graph_pattern(Group& group) {
  take();
  end_bgp(group);
  PatternTerm name = var_or_iri();
  Algebra child = group_graph_pattern();
  height_ = above(height_);
  join(group, {Graph{std::move(name), std::move(child)}});
}

/// [67] GroupOrUnionGraphPattern
void Grammar::union_pattern(Group& group) {
  end_bgp(group);
  std::vector<Algebra> branches;
  std::size_t height = 0;
  do {
    branches.push_back(group_graph_pattern());
    height = std::max(height, height_);
  } while (accept_word("UNION"));
  if (branches.size() == 1) {
    height_ = height;
    join(group, std::move(branches.front()));
    return;
  }
  height_ = above(height);
  join(group, {Union{std::move(branches)}});
}

/// [60]. The variable must be new to the group up to here (§10.1, §18.2.1).
void Grammar::bind(Group& group) {
  take();
  end_bgp(group);
  expect("(");
  Expression expression = this->expression();
  const std::size_t height = std::max(group.height, height_);
  expect_word("AS");
  const Position position = peek().position;
  Variable variable = this->variable();
  if (is_in_scope(group.pattern, variable)) {
    fail(fmt::format("?{} is bound already by what stands before in this group: BIND needs a new "
                     "variable",
                     variable.name),
         position);
  }
  expect(")");
  group.height = above(height);
  group.pattern = {Extend{std::move(group.pattern), std::move(variable), std::move(expression)}};
}

/// `right`, whose height is in height_, is joined to what the group has so far.
void Grammar::join(Group& group, Algebra right) {
  group.pattern = joined(std::move(group.pattern), group.height, std::move(right));
  group.height = height_;
}

void Grammar::end_bgp(Group& group) {
  bgp_number_ = ++bgp_count_;
  if (!group.triples.patterns.empty() || !group.triples.paths.empty()) {
    join(group, joined_triples(std::exchange(group.triples, {})));
  }
}

/// The triples are one basic graph pattern, wherever paths stand between them: what is joined may
/// be joined in any order (§18.2.2.5).
Algebra Grammar::joined_triples(Triples triples) {
  Algebra result{Bgp{std::move(triples.patterns)}};
  height_ = 1;
  for (Algebra& path : triples.paths) {
    const std::size_t height = std::exchange(height_, triples.height);
    result = joined(std::move(result), height, std::move(path));
  }
  return result;
}

/// Join, simplified: the empty basic graph pattern is its neutral element (§18.2.2.8).
Algebra Grammar::joined(Algebra left, std::size_t left_height, Algebra right) {
  const auto is_empty = [](const Algebra& algebra) {
    const auto* bgp = std::get_if<Bgp>(&algebra.node);
    return bgp != nullptr && bgp->patterns.empty();
  };
  if (is_empty(left)) {
    return right;
  }
  if (is_empty(right)) {
    height_ = left_height;
    return left;
  }
  height_ = above(std::max(left_height, height_));
  return {Join{std::move(left), std::move(right)}};
}

/// [8] SubSelect
Algebra Grammar::sub_select() {
  levels_.emplace_back();
  SelectClause clause = select_clause();
  return select_rest(std::move(clause), where_clause()).second;
}

/// [62] DataBlock: a table of one variable, or of any number.
Values Grammar::data_block() {
  Values values;
  if (peek().kind == TokenKind::kVariable) {
    values.variables.push_back(variable());
    expect("{");
    while (!accept("}")) {
      values.rows.push_back({data_block_value()});
    }
    return values;
  }
  expect("(", "a variable or '('");
  std::set<Variable> seen;
  while (!accept(")")) {
    const Position position = peek().position;
    if (peek().kind != TokenKind::kVariable) {
      fail_expected("a variable or ')'");
    }
    values.variables.push_back(variable());
    if (!seen.insert(values.variables.back()).second) {
      fail(fmt::format("?{} stands twice among the variables of VALUES",
                       values.variables.back().name),
           position);
    }
  }
  expect("{");
  while (!accept("}")) {
    values.rows.push_back(data_row(values.variables.size()));
  }
  return values;
}

std::vector<std::optional<rdf::Term>> Grammar::data_row(std::size_t size) {
  const Position position = peek().position;
  expect("(", "'(' or '}'");
  std::vector<std::optional<rdf::Term>> row;
  while (!accept(")")) {
    row.push_back(data_block_value());
  }
  if (row.size() != size) {
    fail(fmt::format("this row of VALUES has {} value{}, expected {}: one for each variable",
                     row.size(), row.size() == 1 ? "" : "s", size),
         position);
  }
  return row;
}

/// [65]
std::optional<rdf::Term> Grammar::data_block_value() {
  if (accept_word("UNDEF")) {
    return std::nullopt;
  }
  if (at_iri()) {
    return iri();
  }
  if (peek().kind == TokenKind::kString) {
    return rdf_literal();
  }
  if (at_number()) {
    return numeric_literal();
  }
  if (at_boolean()) {
    return boolean_literal();
  }
  fail_expected("an IRI, a literal or UNDEF");
}

}  // namespace whence::sparql
