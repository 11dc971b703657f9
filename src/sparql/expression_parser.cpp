// Expressions: [110] Expression to [128] iriOrFunction.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "sparql/grammar.h"

namespace whence::sparql {

namespace {

struct BuiltIn {
  std::string_view name;
  std::size_t least;
  std::size_t most;
};

constexpr std::size_t kAnyNumber = 1000000;

/// [121] BuiltInCall, with the numbers of arguments that §17.4 gives.
constexpr std::array kBuiltIns{
    BuiltIn{"abs", 1, 1},
    BuiltIn{"bnode", 0, 1},
    BuiltIn{"bound", 1, 1},
    BuiltIn{"ceil", 1, 1},
    BuiltIn{"coalesce", 0, kAnyNumber},
    BuiltIn{"concat", 0, kAnyNumber},
    BuiltIn{"contains", 2, 2},
    BuiltIn{"datatype", 1, 1},
    BuiltIn{"day", 1, 1},
    BuiltIn{"encode_for_uri", 1, 1},
    BuiltIn{"floor", 1, 1},
    BuiltIn{"hours", 1, 1},
    BuiltIn{"if", 3, 3},
    BuiltIn{"iri", 1, 1},
    BuiltIn{"isblank", 1, 1},
    BuiltIn{"isiri", 1, 1},
    BuiltIn{"isliteral", 1, 1},
    BuiltIn{"isnumeric", 1, 1},
    BuiltIn{"isuri", 1, 1},
    BuiltIn{"lang", 1, 1},
    BuiltIn{"langmatches", 2, 2},
    BuiltIn{"lcase", 1, 1},
    BuiltIn{"md5", 1, 1},
    BuiltIn{"minutes", 1, 1},
    BuiltIn{"month", 1, 1},
    BuiltIn{"now", 0, 0},
    BuiltIn{"rand", 0, 0},
    BuiltIn{"regex", 2, 3},
    BuiltIn{"replace", 3, 4},
    BuiltIn{"round", 1, 1},
    BuiltIn{"sameterm", 2, 2},
    BuiltIn{"seconds", 1, 1},
    BuiltIn{"sha1", 1, 1},
    BuiltIn{"sha256", 1, 1},
    BuiltIn{"sha384", 1, 1},
    BuiltIn{"sha512", 1, 1},
    BuiltIn{"str", 1, 1},
    BuiltIn{"strafter", 2, 2},
    BuiltIn{"strbefore", 2, 2},
    BuiltIn{"strdt", 2, 2},
    BuiltIn{"strends", 2, 2},
    BuiltIn{"strlang", 2, 2},
    BuiltIn{"strlen", 1, 1},
    BuiltIn{"strstarts", 2, 2},
    BuiltIn{"struuid", 0, 0},
    BuiltIn{"substr", 2, 3},
    BuiltIn{"timezone", 1, 1},
    BuiltIn{"tz", 1, 1},
    BuiltIn{"ucase", 1, 1},
    BuiltIn{"uri", 1, 1},
    BuiltIn{"uuid", 0, 0},
    BuiltIn{"year", 1, 1},
};

constexpr std::array<std::string_view, 7> kAggregates{"count", "sum",    "min",         "max",
                                                      "avg",   "sample", "group_concat"};

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

}  // namespace

Expression Grammar::call(std::string name, std::vector<Expression> arguments, Position position,
                         std::size_t arguments_height) {
  height_ = above(arguments_height);
  return {Call{std::move(name), std::move(arguments), position}};
}

/// [111] ConditionalOrExpression; a chain is one node.
Expression Grammar::expression() {
  const Nesting nesting(*this);
  Expression first = conditional_and();
  if (!at("||")) {
    return first;
  }
  const Position position = peek().position;
  std::size_t height = height_;
  std::vector<Expression> arguments;
  arguments.push_back(std::move(first));
  while (accept("||")) {
    arguments.push_back(conditional_and());
    height = std::max(height, height_);
  }
  return call("||", std::move(arguments), position, height);
}

/// [112]
Expression Grammar::conditional_and() {
  Expression first = relational();
  if (!at("&&")) {
    return first;
  }
  const Position position = peek().position;
  std::size_t height = height_;
  std::vector<Expression> arguments;
  arguments.push_back(std::move(first));
  while (accept("&&")) {
    arguments.push_back(relational());
    height = std::max(height, height_);
  }
  return call("&&", std::move(arguments), position, height);
}

/// [114]: at most one comparison; a < b < c is none.
Expression Grammar::relational() {
  Expression left = additive();
  std::size_t height = height_;
  const Position position = peek().position;
  for (const std::string_view symbol : {"=", "!=", "<", ">", "<=", ">="}) {
    if (accept(symbol)) {
      Expression right = additive();
      height = std::max(height, height_);
      return call(std::string(symbol), {std::move(left), std::move(right)}, position, height);
    }
  }
  const bool negated = at_word("NOT") && is_word(peek(1), "IN");
  if (!negated && !at_word("IN")) {
    return left;
  }
  take();
  if (negated) {
    take();
  }
  std::vector<Expression> arguments = argument_list();
  height = std::max(height, height_);
  arguments.insert(arguments.begin(), std::move(left));
  return call(negated ? "not in" : "in", std::move(arguments), position, height);
}

/// [116]. A sign before a number belongs to the operator here: "?a -1" is a difference.
Expression Grammar::additive() {
  Expression left = multiplicative();
  std::size_t height = height_;
  while (at("+") || at("-")) {
    const Token symbol = take();
    Expression right = multiplicative();
    left = call(symbol.text, {std::move(left), std::move(right)}, symbol.position,
                std::max(height, height_));
    height = height_;
  }
  height_ = height;
  return left;
}

/// [117]
Expression Grammar::multiplicative() {
  Expression left = unary();
  std::size_t height = height_;
  while (at("*") || at("/")) {
    const Token symbol = take();
    Expression right = unary();
    left = call(symbol.text, {std::move(left), std::move(right)}, symbol.position,
                std::max(height, height_));
    height = height_;
  }
  height_ = height;
  return left;
}

/// [118]
Expression Grammar::unary() {
  if (at("!")) {
    const Position position = take().position;
    Expression operand = primary();
    return call("!", {std::move(operand)}, position, height_);
  }
  const bool sign = at("-") || at("+");
  if (sign && !at_number()) {
    const Token symbol = take();
    Expression operand = primary();
    return call("unary" + symbol.text, {std::move(operand)}, symbol.position, height_);
  }
  return primary();
}

/// [119]
Expression Grammar::primary() {
  height_ = 1;
  if (at("(")) {
    take();
    Expression inner = expression();
    expect(")", "')' or an operator");
    return inner;
  }
  if (peek().kind == TokenKind::kVariable) {
    return {variable()};
  }
  if (peek().kind == TokenKind::kString) {
    return {rdf_literal()};
  }
  if (at_number()) {
    return {numeric_literal()};
  }
  if (at_iri()) {
    return iri_or_function();
  }
  if (at_boolean()) {
    return {boolean_literal()};
  }
  if (peek().kind == TokenKind::kWord) {
    return word_expression();
  }
  fail_expected("an expression");
}

Expression Grammar::word_expression() {
  const Token word = peek();
  const std::string name = lower(word.text);
  if (name == "exists" || (name == "not" && is_word(peek(1), "EXISTS"))) {
    unsupported(name == "not" ? "NOT EXISTS" : "EXISTS", word.position);
  }
  if (std::ranges::find(kAggregates, name) != kAggregates.end()) {
    return aggregate();
  }
  const auto* found = std::ranges::find(kBuiltIns, name, &BuiltIn::name);
  if (found == kBuiltIns.end()) {
    fail_expected("an expression");
  }
  return built_in_call(found->name, found->least, found->most);
}

Expression Grammar::built_in_call(std::string_view name, std::size_t least, std::size_t most) {
  const Token word = take();
  // BOUND takes no expression: not even BOUND((?x)).
  const bool has_variable = peek(1).kind == TokenKind::kVariable;
  std::vector<Expression> arguments = argument_list();
  if (arguments.size() < least || arguments.size() > most) {
    const std::string wanted =
        least == most ? fmt::format("{}", least) : fmt::format("{} to {}", least, most);
    fail(fmt::format("{} takes {} argument{}, found {}", word.text, wanted, most == 1 ? "" : "s",
                     arguments.size()),
         word.position);
  }
  if (name == "bound" &&
      !(has_variable && std::holds_alternative<Variable>(arguments.front().node))) {
    fail("BOUND takes a variable", word.position);
  }
  // Two names for one function (§17.4.2.3, §17.4.2.8).
  const std::string_view canonical = name == "uri" ? "iri" : name == "isuri" ? "isiri" : name;
  return call(std::string(canonical), std::move(arguments), word.position, height_);
}

/// [71] ArgList and [72] ExpressionList without DISTINCT.
std::vector<Expression> Grammar::argument_list() {
  expect("(");
  std::vector<Expression> arguments;
  std::size_t height = 0;
  if (!accept(")")) {
    do {
      arguments.push_back(expression());
      height = std::max(height, height_);
    } while (accept(","));
    expect(")", "',' or ')'");
  }
  height_ = height;
  return arguments;
}

/// [127] Aggregate: bound by the Group of this level to an internal variable.
Expression Grammar::aggregate() {
  const Token word = take();
  Aggregate found;
  found.name = lower(word.text);
  found.position = word.position;
  if (levels_.empty() || !levels_.back().allows_aggregates) {
    fail(fmt::format("{} is an aggregate: it can stand in SELECT, HAVING and ORDER BY, and not "
                     "inside another",
                     word.text),
         word.position);
  }
  levels_.back().allows_aggregates = false;
  expect("(");
  found.distinct = accept_word("DISTINCT");
  if (found.name == "count" && accept("*")) {
    height_ = 1;
  } else {
    found.argument = expression();
  }
  if (found.name == "group_concat" && accept(";")) {
    expect_word("SEPARATOR");
    expect("=");
    if (peek().kind != TokenKind::kString) {
      fail_expected("a string");
    }
    found.separator = take().text;
  }
  expect(")");
  Level& level = levels_.back();
  level.allows_aggregates = true;
  level.aggregate_height = std::max(level.aggregate_height, height_);
  Variable variable = internal_variable("agg");
  level.aggregates.emplace_back(variable, std::move(found));
  height_ = 1;
  return {std::move(variable)};
}

/// [128]
Expression Grammar::iri_or_function() {
  const Position position = peek().position;
  rdf::Term name = iri();
  if (!at("(")) {
    return {std::move(name)};
  }
  if (is_word(peek(1), "DISTINCT")) {
    unsupported("DISTINCT in the call of an extension function", peek(1).position);
  }
  std::vector<Expression> arguments = argument_list();
  return call(name.value, std::move(arguments), position, height_);
}

/// [69] Constraint
Expression Grammar::constraint() {
  if (at("(")) {
    return primary();
  }
  if (at_iri()) {
    const Position position = peek().position;
    Expression found = iri_or_function();
    if (!std::holds_alternative<Call>(found.node)) {
      fail("expected '(' after the name of the function", position);
    }
    return found;
  }
  if (peek().kind == TokenKind::kWord && !at_boolean()) {
    return word_expression();
  }
  fail_expected("'(' or a function call");
}

}  // namespace whence::sparql
