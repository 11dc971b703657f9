// SELECT: [9] SelectClause, what may stand in it (§18.2.4.4, §19.8 notes 12 and 13), and how it is
// put around the pattern (§18.2.4, §18.2.5).
#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "sparql/grammar.h"
#include "sparql/scope.h"

namespace whence::sparql {

/// [9]
Grammar::SelectClause Grammar::select_clause() {
  SelectClause clause;
  take();
  clause.distinct = accept_word("DISTINCT");
  clause.reduced = !clause.distinct && accept_word("REDUCED");
  clause.position = peek().position;
  clause.star = accept("*");
  levels_.back().allows_aggregates = true;
  while (!clause.star && (at("(") || peek().kind == TokenKind::kVariable)) {
    clause.items.push_back(select_item());
  }
  levels_.back().allows_aggregates = false;
  if (!clause.star && clause.items.empty()) {
    fail_expected("'*', a variable or '(' after SELECT");
  }
  return clause;
}

Grammar::SelectItem Grammar::select_item() {
  SelectItem item;
  item.begin = peek().position;
  if (accept("(")) {
    item.expression = expression();
    item.height = height_;
    expect_word("AS");
    item.position = peek().position;
    item.variable = variable();
    expect(")");
  } else {
    item.position = item.begin;
    item.variable = variable();
  }
  return item;
}

std::pair<std::vector<Variable>, Algebra> Grammar::select_rest(SelectClause clause,
                                                               Algebra pattern) {
  const std::size_t height = height_;
  Modifiers modifiers = this->modifiers();
  height_ = height;
  Level level = std::move(levels_.back());
  levels_.pop_back();
  return selected(std::move(clause), std::move(pattern), std::move(modifiers), std::move(level));
}

/// Apart from select_rest(), whose frame stays small: subqueries nest through it.
std::pair<std::vector<Variable>, Algebra> Grammar::selected(SelectClause clause, Algebra pattern,
                                                            Modifiers modifiers, Level level) {
  std::vector<Variable> visible = in_scope_variables(pattern);
  std::set<Variable> scope(visible.begin(), visible.end());
  const bool is_grouped = modifiers.has_group_by || !level.aggregates.empty();
  pattern = grouped(std::move(pattern), modifiers, level, scope);
  // The trailing VALUES is joined to what was grouped: its variables are as good as keys.
  std::set<Variable> keys = std::move(modifiers.key_variables);
  if (modifiers.values) {
    keys.insert(modifiers.values->variables.begin(), modifiers.values->variables.end());
    std::ranges::copy_if(modifiers.values->variables, std::back_inserter(visible),
                         [&](const Variable& v) { return !scope.contains(v); });
  }
  scope.insert(keys.begin(), keys.end());
  check_items(clause, scope, is_grouped ? &keys : nullptr);

  std::vector<Variable> columns;
  std::set<Variable> seen;
  if (clause.star) {
    std::ranges::copy_if(visible, std::back_inserter(columns),
                         [](const Variable& v) { return !v.is_internal(); });
  }
  for (const SelectItem& item : clause.items) {
    if (seen.insert(item.variable).second) {
      columns.push_back(item.variable);
    }
  }
  const bool is_distinct = clause.distinct;
  const bool is_reduced = clause.reduced;
  pattern = ordered(with_items(std::move(clause), std::move(pattern)), modifiers);
  height_ = above(height_);
  pattern = {Project{columns, std::move(pattern)}};
  if (is_distinct || is_reduced) {
    height_ = above(height_);
    pattern =
        is_distinct ? Algebra{Distinct{std::move(pattern)}} : Algebra{Reduced{std::move(pattern)}};
  }
  return {std::move(columns), sliced(std::move(pattern), modifiers)};
}

Algebra Grammar::pattern_rest(Algebra pattern) {
  const std::size_t height = height_;
  Modifiers modifiers = this->modifiers();
  height_ = height;
  Level level = std::move(levels_.back());
  levels_.pop_back();
  const std::vector<Variable> visible = in_scope_variables(pattern);
  pattern = grouped(std::move(pattern), modifiers, level, {visible.begin(), visible.end()});
  return sliced(ordered(std::move(pattern), modifiers), modifiers);
}

/// `keys` is null where nothing is grouped.
void Grammar::check_items(const SelectClause& clause, const std::set<Variable>& scope,
                          const std::set<Variable>* keys) {
  if (clause.star && keys != nullptr) {
    fail("SELECT * cannot stand with GROUP BY or aggregates: expected the names of the columns",
         clause.position);
  }
  std::set<Variable> earlier;
  const auto check_grouped = [&](const Variable& variable, Position position) {
    if (keys != nullptr && !variable.is_internal() && !keys->contains(variable) &&
        !earlier.contains(variable)) {
      fail(fmt::format("?{0} is neither grouped by GROUP BY nor inside an aggregate such as "
                       "SAMPLE(?{0})",
                       variable.name),
           position);
    }
  };
  for (const SelectItem& item : clause.items) {
    if (item.expression) {
      for (const Variable& variable : own_variables(*item.expression)) {
        check_grouped(variable, item.begin);
      }
      if (scope.contains(item.variable)) {
        fail(fmt::format("?{} is bound already by the query's pattern: AS needs a new variable",
                         item.variable.name),
             item.position);
      }
      if (earlier.contains(item.variable)) {
        fail(fmt::format("?{} stands already in this SELECT: AS needs a new variable",
                         item.variable.name),
             item.position);
      }
    } else {
      check_grouped(item.variable, item.position);
    }
    earlier.insert(item.variable);
  }
}

/// §18.2.4.4, SELECT Expressions
Algebra Grammar::with_items(SelectClause clause, Algebra pattern) {
  for (SelectItem& item : clause.items) {
    if (item.expression) {
      height_ = above(std::max(height_, item.height));
      pattern = {Extend{std::move(pattern), std::move(item.variable), std::move(*item.expression)}};
    }
  }
  return pattern;
}

}  // namespace whence::sparql
