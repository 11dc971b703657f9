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

/// How strongly operators bind, the weakest first.
constexpr int kNoOperator = 0;
constexpr int kOr = 1;
constexpr int kAnd = 2;
constexpr int kComparison = 3;
constexpr int kSum = 4;
constexpr int kProduct = 5;
constexpr int kUnary = 6;

struct Operator {
  std::string_view name;
  int strength = kNoOperator;
  std::size_t words = 1;
  bool takes_list = false;
};

constexpr std::array kOperators{
    Operator{"||", kOr},         Operator{"&&", kAnd},        Operator{"=", kComparison},
    Operator{"!=", kComparison}, Operator{"<", kComparison},  Operator{">", kComparison},
    Operator{"<=", kComparison}, Operator{">=", kComparison}, Operator{"+", kSum},
    Operator{"-", kSum},         Operator{"*", kProduct},     Operator{"/", kProduct},
};

/// The binary operator that `token` is, or one of strength kNoOperator.
Operator operator_at(const Token& token, const Token& next) {
  if (token.kind == TokenKind::kPunctuation) {
    const auto* found = std::ranges::find(kOperators, token.text, &Operator::name);
    return found == kOperators.end() ? Operator{} : *found;
  }
  if (is_word(token, "IN")) {
    return {"in", kComparison, 1, true};
  }
  if (is_word(token, "NOT") && is_word(next, "IN")) {
    return {"not in", kComparison, 2, true};
  }
  return {};
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

bool is_aggregate(const Token& word) {
  return std::ranges::find(kAggregates, lower(word.text)) != kAggregates.end();
}

const BuiltIn* built_in(const Token& word) {
  const auto* found = std::ranges::find(kBuiltIns, lower(word.text), &BuiltIn::name);
  return found == kBuiltIns.end() ? nullptr : found;
}

}  // namespace

Expression Grammar::call(std::string name, std::vector<Expression> arguments, Position position,
                         std::size_t arguments_height) {
  height_ = above(arguments_height);
  return {Call{std::move(name), std::move(arguments), position}};
}

/// [110] Expression
Expression Grammar::expression() {
  const Nesting nesting(*this);
  return operation(kOr);
}

/// [111] ConditionalOrExpression to [117] MultiplicativeExpression in one, by the strength of the
/// operators: a function each would fill the stack five times as fast. "||" and "&&" make one node
/// of a chain; "a < b < c" is none.
Expression Grammar::operation(int least) {
  Expression left = unary();
  std::size_t height = height_;
  int previous = kUnary;
  while (true) {
    const Operator found = operator_at(peek(), peek(1));
    const bool is_second_comparison = found.strength == kComparison && previous == kComparison;
    if (found.strength < least || is_second_comparison) {
      height_ = height;
      return left;
    }
    const Position position = peek().position;
    next_ += found.words;
    if (found.takes_list) {
      test_membership(left, height, found.name, position);
    } else if (found.strength <= kAnd && found.strength == previous) {
      std::get<Call>(left.node).arguments.push_back(operation(found.strength + 1));
      height = std::max(height, above(height_));
    } else {
      combine(left, height, found.name, operation(found.strength + 1), position);
    }
    previous = found.strength;
  }
}

/// Makes `left` the node over `left` and `right`, whose heights are in `height` and height_.
void Grammar::combine(Expression& left, std::size_t& height, std::string_view name,
                      Expression right, Position position) {
  std::vector<Expression> arguments;
  arguments.reserve(2);
  arguments.push_back(std::move(left));
  arguments.push_back(std::move(right));
  left = call(std::string(name), std::move(arguments), position, std::max(height, height_));
  height = height_;
}

/// IN and NOT IN of [114]
void Grammar::test_membership(Expression& left, std::size_t& height, std::string_view name,
                              Position position) {
  std::vector<Expression> arguments = argument_list();
  arguments.insert(arguments.begin(), std::move(left));
  left = call(std::string(name), std::move(arguments), position, std::max(height, height_));
  height = height_;
}

/// [118]. A sign that touches a number is the number's.
Expression Grammar::unary() {
  if (!at("!") && ((!at("+") && !at("-")) || at_number())) {
    return primary();
  }
  const std::size_t symbol = next_++;
  return call_of_one(symbol, primary());
}

Expression Grammar::call_of_one(std::size_t symbol, Expression operand) {
  const Token& token = tokens_[symbol];
  std::vector<Expression> arguments;
  arguments.push_back(std::move(operand));
  return call(token.text == "!" ? "!" : "unary" + token.text, std::move(arguments), token.position,
              height_);
}

/// [119]. Has no locals, and the functions it calls few: brackets nest through here.
Expression Grammar::primary() {
  if (at("(")) {
    return bracketted();
  }
  if (at_iri()) {
    return iri_or_function();
  }
  if (peek().kind == TokenKind::kWord && !at_boolean()) {
    return word_expression();
  }
  return variable_or_literal();
}

/// [120] BrackettedExpression
Expression Grammar::bracketted() {
  take();
  Expression inner = expression();
  expect(")", "')' or an operator");
  return inner;
}

Expression Grammar::variable_or_literal() {
  height_ = 1;
  if (peek().kind == TokenKind::kVariable) {
    return {variable()};
  }
  if (peek().kind == TokenKind::kString) {
    return {rdf_literal()};
  }
  if (at_number()) {
    return {numeric_literal()};
  }
  if (at_boolean()) {
    return {boolean_literal()};
  }
  fail_expected("an expression");
}

Expression Grammar::word_expression() {
  if (at_word("EXISTS") || (at_word("NOT") && is_word(peek(1), "EXISTS"))) {
    return exists();
  }
  if (is_aggregate(peek())) {
    return aggregate();
  }
  const BuiltIn* found = built_in(peek());
  if (found == nullptr) {
    const bool is_call = peek(1).kind == TokenKind::kPunctuation && peek(1).text == "(";
    fail_expected(is_call ? "the name of a function" : "an expression");
  }
  return built_in_call(found->name, found->least, found->most);
}

/// [125] ExistsFunc and [126] NotExistsFunc. The group is one of its own: aggregates of the query
/// around it cannot stand in it, and the basic graph pattern that a FILTER stands in goes on after
/// it.
Expression Grammar::exists() {
  const Nesting nesting(*this);
  const Position position = peek().position;
  const bool is_negated = accept_word("NOT");
  take();
  const std::size_t bgp_number = bgp_number_;
  levels_.emplace_back();
  Algebra pattern = group_graph_pattern();
  levels_.pop_back();
  bgp_number_ = bgp_number;
  height_ = above(height_);
  return {Exists{std::move(pattern), is_negated, position}};
}

Expression Grammar::built_in_call(std::string_view name, std::size_t least, std::size_t most) {
  const std::size_t word = next_++;
  // BOUND takes no expression: not even BOUND((?x)).
  const bool has_variable = peek(1).kind == TokenKind::kVariable;
  std::vector<Expression> arguments = argument_list();
  if (arguments.size() < least || arguments.size() > most) {
    fail_count(tokens_[word], least, most, arguments.size());
  }
  if (name == "bound" &&
      !(has_variable && std::holds_alternative<Variable>(arguments.front().node))) {
    fail("BOUND takes a variable", tokens_[word].position);
  }
  // Two names for one function (§17.4.2.3, §17.4.2.8).
  const std::string_view canonical = name == "uri" ? "iri" : name == "isuri" ? "isiri" : name;
  return call(std::string(canonical), std::move(arguments), tokens_[word].position, height_);
}

void Grammar::fail_count(const Token& word, std::size_t least, std::size_t most,
                         std::size_t found) {
  const std::string wanted =
      least == most ? fmt::format("{}", least) : fmt::format("{} to {}", least, most);
  fail(fmt::format("{} takes {} argument{}, found {}", word.text, wanted, most == 1 ? "" : "s",
                   found),
       word.position);
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
  const Token& word = take();
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
  level.aggregates.push_back({variable, std::move(found)});
  height_ = 1;
  return {std::move(variable)};
}

/// [128]
Expression Grammar::iri_or_function() {
  const Position position = peek().position;
  rdf::Term name = iri();
  height_ = 1;
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
    return bracketted();
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
