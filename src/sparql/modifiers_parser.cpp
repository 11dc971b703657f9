// Solution modifiers: [18] SolutionModifier to [28] ValuesClause, and their translation (§18.2.4,
// §18.2.5).
#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "sparql/grammar.h"
#include "sparql/scope.h"

namespace whence::sparql {

namespace {

/// Words that end a list of conditions.
constexpr std::array<std::string_view, 6> kModifiers{"GROUP", "HAVING", "ORDER",
                                                     "LIMIT", "OFFSET", "VALUES"};

}  // namespace

/// [18] and [28], in the order of the text.
Grammar::Modifiers Grammar::modifiers() {
  Modifiers found;
  if (at_word("GROUP")) {
    group_clause(found);
  }
  levels_.back().allows_aggregates = true;
  if (at_word("HAVING")) {
    having_clause(found);
  }
  if (at_word("ORDER")) {
    order_clause(found);
  }
  levels_.back().allows_aggregates = false;
  limit_offset(found);
  if (accept_word("VALUES")) {
    found.values = data_block();
  }
  return found;
}

bool Grammar::at_condition() const {
  return at("(") || at_iri() || peek().kind == TokenKind::kVariable ||
         (peek().kind == TokenKind::kWord &&
          std::ranges::none_of(kModifiers, [this](auto word) { return at_word(word); }));
}

/// [19]
void Grammar::group_clause(Modifiers& modifiers) {
  take();
  expect_word("BY");
  modifiers.has_group_by = true;
  if (!at_condition()) {
    fail_expected("a variable, '(' or a function call after GROUP BY");
  }
  while (at_condition()) {
    GroupKey key = group_key();
    modifiers.height = std::max(modifiers.height, height_);
    const bool is_new = modifiers.key_variables.insert(key.variable).second;
    if (!is_new && key.expression) {
      fail(fmt::format("?{} is grouped by already: AS needs a new variable", key.variable.name),
           key.position);
    }
    if (is_new) {
      modifiers.keys.push_back(std::move(key));
    }
  }
}

/// [20]. A key that is an expression without a name has an internal one.
Grammar::GroupKey Grammar::group_key() {
  GroupKey key;
  key.position = peek().position;
  height_ = 1;
  if (peek().kind == TokenKind::kVariable) {
    key.variable = variable();
    return key;
  }
  if (!accept("(")) {
    key.expression = constraint();
    key.variable = internal_variable("key");
    return key;
  }
  key.expression = expression();
  if (accept_word("AS")) {
    key.position = peek().position;
    key.variable = variable();
  } else if (auto* plain = std::get_if<Variable>(&key.expression->node)) {
    key.variable = std::move(*plain);
    key.expression.reset();
  } else {
    key.variable = internal_variable("key");
  }
  expect(")", "AS or ')'");
  return key;
}

/// [21]
void Grammar::having_clause(Modifiers& modifiers) {
  take();
  do {
    modifiers.having.push_back(constraint());
    modifiers.height = std::max(modifiers.height, height_);
  } while (at_condition());
}

/// [23]
void Grammar::order_clause(Modifiers& modifiers) {
  take();
  expect_word("BY");
  do {
    modifiers.order.push_back(order_condition());
    modifiers.height = std::max(modifiers.height, height_);
  } while (at_condition());
}

/// [24]
OrderCondition Grammar::order_condition() {
  const bool descending = at_word("DESC");
  if (descending || at_word("ASC")) {
    const Token& word = take();
    if (!at("(")) {
      fail_expected(fmt::format("'(' after {}", word.text));
    }
    return {bracketted(), descending};
  }
  if (peek().kind == TokenKind::kVariable) {
    height_ = 1;
    return {{variable()}, false};
  }
  if (!at_condition()) {
    fail_expected("a variable, '(', ASC, DESC or a function call after ORDER BY");
  }
  return {constraint(), false};
}

/// [25]: in either order, each once.
void Grammar::limit_offset(Modifiers& modifiers) {
  bool has_offset = false;
  while (true) {
    if (at_word("LIMIT") && !modifiers.limit) {
      take();
      modifiers.limit = count("LIMIT");
    } else if (at_word("OFFSET") && !has_offset) {
      take();
      modifiers.offset = count("OFFSET");
      has_offset = true;
    } else {
      return;
    }
  }
}

/// More than fits is as good as the most that fits: no result has so many rows.
std::uint64_t Grammar::count(std::string_view what) {
  if (peek().kind != TokenKind::kInteger) {
    fail_expected(fmt::format("a whole number after {}", what));
  }
  const Token& number = take();
  std::uint64_t value = 0;
  const char* end = number.text.data() + number.text.size();
  const auto result = std::from_chars(number.text.data(), end, value);
  return result.ec == std::errc() ? value : std::numeric_limits<std::uint64_t>::max();
}

/// height_ is that of `pattern` before and after, as in the functions below.
Algebra Grammar::grouped(Algebra pattern, Modifiers& modifiers, Level& level,
                         const std::set<Variable>& scope) {
  if (modifiers.has_group_by || !level.aggregates.empty()) {
    replace_by_samples(modifiers, level, scope);
    std::vector<Variable> keys;
    for (GroupKey& key : modifiers.keys) {
      if (key.expression && scope.contains(key.variable)) {
        fail(fmt::format("?{} is bound already by the query's pattern: AS needs a new variable",
                         key.variable.name),
             key.position);
      }
      if (key.expression) {
        height_ = above(std::max(height_, modifiers.height));
        pattern = {Extend{std::move(pattern), key.variable, std::move(*key.expression)}};
      }
      keys.push_back(key.variable);
    }
    height_ = above(std::max(height_, level.aggregate_height));
    pattern = {
        whence::sparql::Group{std::move(keys), std::move(level.aggregates), std::move(pattern)}};
  }
  if (!modifiers.having.empty()) {
    height_ = above(std::max(height_, modifiers.height));
    pattern = {Filter{std::move(modifiers.having), std::move(pattern)}};
  }
  if (modifiers.values) {
    const std::size_t height = std::exchange(height_, 1);
    pattern = joined(std::move(pattern), height, {*modifiers.values});
  }
  return pattern;
}

namespace {

using Samples = std::map<Variable, Variable>;

void replace(Expression& expression, const Samples& samples) {
  if (const auto* variable = std::get_if<Variable>(&expression.node)) {
    const auto sample = samples.find(*variable);
    if (sample != samples.end()) {
      expression = {sample->second};
    }
  } else if (auto* call = std::get_if<Call>(&expression.node)) {
    for (Expression& argument : call->arguments) {
      replace(argument, samples);
    }
  }
}

}  // namespace

/// §18.2.4.1: in HAVING and ORDER BY a variable of the pattern that is no key stands for its
/// Sample. In SELECT it is an error (§11.4).
void Grammar::replace_by_samples(Modifiers& modifiers, Level& level,
                                 const std::set<Variable>& scope) {
  Samples samples;
  const auto look = [&](const Expression& expression) {
    for (const Variable& variable : own_variables(expression)) {
      const bool is_key =
          std::ranges::find(modifiers.keys, variable, &GroupKey::variable) != modifiers.keys.end();
      if (!is_key && scope.contains(variable) && !samples.contains(variable)) {
        Variable sample = internal_variable("agg");
        Aggregate aggregate;
        aggregate.name = "sample";
        aggregate.argument = Expression{variable};
        level.aggregates.push_back({sample, std::move(aggregate)});
        samples.emplace(variable, std::move(sample));
      }
    }
  };
  std::ranges::for_each(modifiers.having, look);
  std::ranges::for_each(modifiers.order, look, &OrderCondition::expression);
  if (!samples.empty()) {
    level.aggregate_height = std::max<std::size_t>(level.aggregate_height, 1);
    for (Expression& condition : modifiers.having) {
      replace(condition, samples);
    }
    for (OrderCondition& condition : modifiers.order) {
      replace(condition.expression, samples);
    }
  }
}

/// §18.2.5.1
Algebra Grammar::ordered(Algebra pattern, Modifiers& modifiers) {
  if (modifiers.order.empty()) {
    return pattern;
  }
  height_ = above(std::max(height_, modifiers.height));
  return {OrderBy{std::move(modifiers.order), std::move(pattern)}};
}

/// §18.2.5.5
Algebra Grammar::sliced(Algebra pattern, const Modifiers& modifiers) {
  if (!modifiers.limit && modifiers.offset == 0) {
    return pattern;
  }
  height_ = above(height_);
  return {Slice{modifiers.offset, modifiers.limit, std::move(pattern)}};
}

}  // namespace whence::sparql
