#include "oracle/expression.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <functional>
#include <regex>
#include <stdexcept>
#include <string>

#include "rdf/vocabulary.h"
#include "xsd/value.h"

namespace whence::oracle {

using namespace sparql;
using rdf::Term;
namespace datatype = rdf::xsd;

namespace {

using Result = std::optional<Term>;
using Truth = std::optional<bool>;

constexpr std::nullopt_t kError = std::nullopt;

Result term_of(Truth truth) {
  if (!truth) {
    return kError;
  }
  return Term::literal(*truth ? "true" : "false", datatype::kBoolean);
}

Result term_of(const std::optional<xsd::Value>& value) {
  return value ? Result(xsd::to_term(*value)) : kError;
}

bool has_value(const xsd::Value& value) { return !std::holds_alternative<std::monostate>(value); }

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return text;
}

std::string upper_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
  return text;
}

/// §17.3 `=`, and RDFterm-equal where no operator is for the operands (§17.4.1.7).
Truth equal(const Term& a, const Term& b) {
  if (!a.is_literal() || !b.is_literal()) {
    return a == b;
  }
  const xsd::Value left = xsd::parse_value(a);
  const xsd::Value right = xsd::parse_value(b);
  if (const auto order = xsd::compare(left, right)) {
    return *order == 0;
  }
  if (!a.language.empty() || !b.language.empty()) {
    return a.value == b.value && lower_case(a.language) == lower_case(b.language);
  }
  if (a == b) {
    return true;
  }
  // The values of two known datatypes that have none in common differ.
  if (has_value(left) && has_value(right) && left.index() != right.index()) {
    return false;
  }
  return std::nullopt;
}

using Relation = bool (*)(std::partial_ordering);

/// §17.3 `<`, `>`, `<=`, `>=`
Truth compare(const Term& a, const Term& b, Relation relation) {
  const auto order = xsd::compare(xsd::parse_value(a), xsd::parse_value(b));
  return order ? Truth(relation(*order)) : std::nullopt;
}

bool is_string(const Term& term) { return term.is_literal() && term.datatype.empty(); }

/// §17.4.3.1.2, argument compatibility
bool are_compatible(const Term& a, const Term& b) {
  return is_string(a) && is_string(b) && (b.language.empty() || a.language == b.language);
}

Truth string_test(const Term& a, const Term& b, bool (*test)(std::string_view, std::string_view)) {
  return are_compatible(a, b) ? Truth(test(a.value, b.value)) : std::nullopt;
}

/// The same kind of string as `term`, of another text.
Term with_text(const Term& term, const std::string& text) {
  return term.language.empty() ? Term::literal(text) : Term::language_literal(text, term.language);
}

std::size_t code_points(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// §17.4.3.14, for patterns that mean the same in ECMAScript.
Truth regex(const Term& text, const Term& pattern, const std::string& flags) {
  if (!is_string(text) || !is_string(pattern) || !pattern.language.empty()) {
    return std::nullopt;
  }
  auto options = std::regex::ECMAScript;
  if (flags == "i") {
    options |= std::regex::icase;
  }
  return std::regex_search(text.value, std::regex(pattern.value, options));
}

/// §17.4.3.11
Result concat(const std::vector<Result>& parts) {
  std::string text;
  bool same_language = !parts.empty();
  for (const Result& part : parts) {
    if (!part || !is_string(*part)) {
      return kError;
    }
    text += part->value;
    same_language = same_language && part->language == (*parts.front()).language;
  }
  return same_language ? with_text(*parts.front(), text) : Term::literal(text);
}

/// §17.4.2.5
Result str(const Term& term) {
  return term.is_blank_node() ? kError : Result(Term::literal(term.value));
}

Result lang_matches(const Term& tag, const Term& range) {
  if (!is_string(tag) || !is_string(range)) {
    return kError;
  }
  const std::string a = lower_case(tag.value);
  const std::string b = lower_case(range.value);
  return term_of(Truth(b == "*" ? !a.empty() : a == b || a.starts_with(b + "-")));
}

/// Functions of one argument that is no error.
Result call(const std::string& name, const Term& a) {
  const xsd::Value value = xsd::parse_value(a);
  if (name == "unary-") {
    return term_of(xsd::negate(value));
  }
  if (name == "abs") {
    return term_of(xsd::absolute(value));
  }
  if (name == "isiri") {
    return term_of(Truth(a.is_iri()));
  }
  if (name == "isblank") {
    return term_of(Truth(a.is_blank_node()));
  }
  if (name == "isliteral") {
    return term_of(Truth(a.is_literal()));
  }
  if (name == "isnumeric") {
    return term_of(Truth(xsd::is_numeric(value)));
  }
  if (name == "str") {
    return str(a);
  }
  if (name == "lang") {
    return a.is_literal() ? Result(Term::literal(a.language)) : kError;
  }
  if (name == "datatype") {
    return a.is_literal() ? Result(Term::iri(a.view().datatype_iri())) : kError;
  }
  if (name == "strlen") {
    return is_string(a) ? term_of(xsd::Value(xsd::Integer(code_points(a.value)))) : kError;
  }
  if (name == "ucase") {
    return is_string(a) ? Result(with_text(a, upper_case(a.value))) : kError;
  }
  if (name == "lcase") {
    return is_string(a) ? Result(with_text(a, lower_case(a.value))) : kError;
  }
  throw std::logic_error("the oracle has no function " + name);
}

/// Functions of two arguments that are no errors.
Result call(const std::string& name, const Term& a, const Term& b) {
  using Arithmetic = std::optional<xsd::Value> (*)(const xsd::Value&, const xsd::Value&);
  static const std::map<std::string, Arithmetic> kArithmetic{
      {"+", xsd::add}, {"-", xsd::subtract}, {"*", xsd::multiply}, {"/", xsd::divide}};
  static const std::map<std::string, Relation> kRelations{
      {"<", std::is_lt}, {">", std::is_gt}, {"<=", std::is_lteq}, {">=", std::is_gteq}};
  if (const auto found = kArithmetic.find(name); found != kArithmetic.end()) {
    return term_of(found->second(xsd::parse_value(a), xsd::parse_value(b)));
  }
  if (const auto found = kRelations.find(name); found != kRelations.end()) {
    return term_of(compare(a, b, found->second));
  }
  if (name == "=") {
    return term_of(equal(a, b));
  }
  if (name == "!=") {
    const Truth truth = equal(a, b);
    return term_of(truth ? Truth(!*truth) : truth);
  }
  if (name == "sameterm") {
    return term_of(Truth(a == b));
  }
  if (name == "contains") {
    return term_of(string_test(a, b, [](auto x, auto y) { return x.contains(y); }));
  }
  if (name == "strstarts") {
    return term_of(string_test(a, b, [](auto x, auto y) { return x.starts_with(y); }));
  }
  if (name == "strends") {
    return term_of(string_test(a, b, [](auto x, auto y) { return x.ends_with(y); }));
  }
  if (name == "regex") {
    return term_of(regex(a, b, ""));
  }
  if (name == "langmatches") {
    return lang_matches(a, b);
  }
  throw std::logic_error("the oracle has no function " + name);
}

/// §17.2: true || error is true, false && error is false. `wins` is the truth that decides alone.
Truth combine(const std::vector<Expression>& arguments, const Solution& solution, bool wins) {
  bool has_error = false;
  for (const Expression& argument : arguments) {
    const Truth truth = effective_boolean_value(evaluate(argument, solution));
    if (truth == std::optional(wins)) {
      return wins;
    }
    has_error = has_error || !truth;
  }
  return has_error ? std::nullopt : Truth(!wins);
}

/// §17.4.1.9: (x = a) || (x = b) || ...
Truth in(const std::vector<Expression>& arguments, const Solution& solution) {
  const Result tested = evaluate(arguments[0], solution);
  bool has_error = false;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const Result other = evaluate(arguments[i], solution);
    const Truth truth = tested && other ? equal(*tested, *other) : std::nullopt;
    if (truth == std::optional(true)) {
      return true;
    }
    has_error = has_error || !truth;
  }
  return has_error ? std::nullopt : Truth(false);
}

/// The functional forms of §17.4.1, which see errors; nothing: it is no functional form.
std::optional<Result> functional_form(const Call& call, const Solution& solution) {
  const auto& arguments = call.arguments;
  if (call.name == "||" || call.name == "&&") {
    return term_of(combine(arguments, solution, call.name == "||"));
  }
  if (call.name == "in" || call.name == "not in") {
    const Truth truth = in(arguments, solution);
    return term_of(truth ? Truth(*truth == (call.name == "in")) : truth);
  }
  if (call.name == "bound") {
    return term_of(Truth(solution.contains(std::get<Variable>(arguments[0].node))));
  }
  if (call.name == "!") {
    const Truth truth = effective_boolean_value(evaluate(arguments[0], solution));
    return term_of(truth ? Truth(!*truth) : truth);
  }
  if (call.name == "if") {
    const Truth truth = effective_boolean_value(evaluate(arguments[0], solution));
    return truth ? evaluate(arguments[*truth ? 1 : 2], solution) : Result(kError);
  }
  if (call.name == "coalesce") {
    for (const Expression& argument : arguments) {
      if (Result result = evaluate(argument, solution)) {
        return result;
      }
    }
    return Result(kError);
  }
  return std::nullopt;
}

Result evaluate_call(const Call& node, const Solution& solution) {
  if (const auto result = functional_form(node, solution)) {
    return *result;
  }
  std::vector<Result> arguments;
  for (const Expression& argument : node.arguments) {
    arguments.push_back(evaluate(argument, solution));
  }
  if (node.name == "concat") {
    return concat(arguments);
  }
  if (std::ranges::any_of(arguments, [](const Result& r) { return !r; })) {
    return kError;
  }
  if (node.name.starts_with(datatype::kNamespace)) {
    return term_of(xsd::cast(*arguments[0], node.name));
  }
  if (node.name == "regex" && arguments.size() == 3) {
    return term_of(regex(*arguments[0], *arguments[1], arguments[2]->value));
  }
  return arguments.size() == 1 ? call(node.name, *arguments[0])
                               : call(node.name, *arguments[0], *arguments[1]);
}

/// Where literals of a kind stand among the others; the specification leaves it open.
int rank(const Term& term) {
  if (!term.is_literal()) {
    return term.is_blank_node() ? 1 : 2;
  }
  const xsd::Value value = xsd::parse_value(term);
  if (xsd::is_numeric(value)) {
    return 3;
  }
  if (std::holds_alternative<bool>(value)) {
    return 4;
  }
  if (const auto* moment = std::get_if<xsd::Moment>(&value)) {
    return 5 + static_cast<int>(moment->kind);
  }
  return std::holds_alternative<std::string>(value) ? 20 : 21;
}

}  // namespace

Result evaluate(const Expression& expression, const Solution& solution) {
  if (const auto* variable = std::get_if<Variable>(&expression.node)) {
    const auto bound = solution.find(*variable);
    return bound == solution.end() ? kError : Result(bound->second);
  }
  if (const auto* term = std::get_if<Term>(&expression.node)) {
    return *term;
  }
  if (const auto* call = std::get_if<Call>(&expression.node)) {
    return evaluate_call(*call, solution);
  }
  throw std::logic_error("an EXISTS that was not decided");
}

Truth effective_boolean_value(const Result& term) {
  if (!term || !term->is_literal()) {
    return std::nullopt;
  }
  if (term->datatype.empty()) {
    return !term->value.empty();
  }
  const xsd::Value value = xsd::parse_value(*term);
  if (const auto* truth = std::get_if<bool>(&value)) {
    return *truth;
  }
  if (xsd::is_numeric(value)) {
    const auto zero = xsd::compare(value, xsd::Value(xsd::Integer(0)));
    return *zero != 0 && *zero != std::partial_ordering::unordered;  // NaN is false.
  }
  const bool is_ill_typed =
      term->datatype == datatype::kBoolean || term->datatype == datatype::kInteger ||
      term->datatype == datatype::kDecimal || term->datatype == datatype::kFloat ||
      term->datatype == datatype::kDouble;
  return is_ill_typed ? Truth(false) : std::nullopt;
}

bool comes_before(const Result& a, const Result& b) {
  if (!a || !b) {
    return !a && b;
  }
  if (rank(*a) != rank(*b)) {
    return rank(*a) < rank(*b);
  }
  const xsd::Value left = xsd::parse_value(*a);
  const xsd::Value right = xsd::parse_value(*b);
  if (has_value(left) && has_value(right)) {
    return xsd::total_order(left, right) < 0;
  }
  return std::tie(a->value, a->language, a->datatype) <
         std::tie(b->value, b->language, b->datatype);
}

}  // namespace whence::oracle
