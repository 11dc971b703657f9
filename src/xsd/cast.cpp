// The constructor functions of SPARQL 1.1 §17.5, by XPath Functions §17.
#include <algorithm>
#include <cmath>

#include "rdf/vocabulary.h"
#include "xsd/value.h"

namespace whence::xsd {

namespace names = rdf::xsd;

namespace {

/// The exact decimal of a boolean or number; nothing for what is not finite.
std::optional<Decimal> to_decimal(const Value& value) {
  if (const auto* boolean = std::get_if<bool>(&value)) {
    return Decimal(Integer(*boolean ? 1 : 0));
  }
  if (const auto* integer = std::get_if<Integer>(&value)) {
    return Decimal(*integer);
  }
  if (const auto* decimal = std::get_if<Decimal>(&value)) {
    return *decimal;
  }
  const auto number = to_double(value);
  return number ? Decimal::exactly(*number) : std::nullopt;
}

std::optional<Value> to_boolean(const Value& value) {
  if (std::holds_alternative<Moment>(value)) {
    return std::nullopt;
  }
  // A number is true unless it is zero or NaN, as in an effective boolean value.
  const auto truth = effective_boolean_value(value);
  return truth ? std::optional(Value(*truth)) : std::nullopt;
}

std::optional<Value> to_floating(const Value& value, bool is_float) {
  Value source = value;
  if (const auto* boolean = std::get_if<bool>(&value)) {
    source = Integer(*boolean ? 1 : 0);
  }
  if (is_float) {
    const auto number = to_float(source);
    return number ? std::optional(Value(*number)) : std::nullopt;
  }
  const auto number = to_double(source);
  return number ? std::optional(Value(*number)) : std::nullopt;
}

std::optional<Value> to_date(const Value& value, MomentKind kind) {
  const auto* moment = std::get_if<Moment>(&value);
  if (moment == nullptr || moment->kind > MomentKind::kDate) {
    return std::nullopt;
  }
  Moment result = *moment;
  result.kind = kind;
  if (kind == MomentKind::kDate) {
    result.hour = result.minute = 0;
    result.second = Decimal();
  }
  return Value(result);
}

/// From a string, white space around apart (XPath Functions §17.1.1).
std::optional<Value> from_text(std::string_view text, std::string_view target) {
  constexpr std::string_view kSpace = " \t\n\r";
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  text = text.substr(0, text.find_last_not_of(kSpace) + 1);  // npos + 1 is 0.
  Value value = parse_value(rdf::TermView::literal(text, target));
  return std::holds_alternative<std::monostate>(value) ? std::nullopt
                                                       : std::optional(std::move(value));
}

/// A double or float as XPath's cast to xsd:string gives it (XPath Functions §17.1.2): in plain
/// notation from 1e-6 to under 1e6, in its canonical form beyond.
std::string plain_floating(const Value& value, double number) {
  const double size = std::fabs(number);
  if (number == 0) {
    return std::signbit(number) ? "-0" : "0";
  }
  std::string form = canonical(value);
  if (!(size >= 1e-6 && size < 1e6)) {
    return form;
  }
  // The shortest digits of the canonical form, d.dddE±d, with the point moved.
  const std::size_t e = form.find('E');
  const int exponent = std::stoi(form.substr(e + 1));
  std::string digits = form.substr(0, e);
  const std::string sign = digits.starts_with('-') ? "-" : "";
  digits.erase(0, sign.size());
  digits.erase(1, 1);
  while (digits.size() > 1 && digits.ends_with('0')) {
    digits.pop_back();
  }
  if (exponent < 0) {
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  }
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= whole) {
    return sign + digits + std::string(whole - digits.size(), '0');
  }
  return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

/// What XPath's cast to xsd:string gives: the canonical form, but whole decimals without a point.
std::string plain(const Value& value) {
  if (const auto* decimal = std::get_if<Decimal>(&value)) {
    return decimal->scale() == 0 ? decimal->unscaled().str() : decimal->to_string();
  }
  if (std::holds_alternative<float>(value) || std::holds_alternative<double>(value)) {
    return plain_floating(value, *to_double(value));
  }
  return canonical(value);
}

}  // namespace

std::optional<Value> cast(const Value& value, std::string_view target) {
  if (target == names::kString) {
    return Value(plain(value));
  }
  if (const auto* text = std::get_if<std::string>(&value)) {
    return from_text(*text, target);
  }
  if (target == names::kBoolean) {
    return to_boolean(value);
  }
  if (target == names::kInteger || target == names::kDecimal) {
    const auto decimal = to_decimal(value);
    if (!decimal) {
      return std::nullopt;
    }
    return target == names::kDecimal ? Value(*decimal) : Value(decimal->truncated());
  }
  if (target == names::kDouble || target == names::kFloat) {
    return to_floating(value, target == names::kFloat);
  }
  if (target == names::kDateTime || target == names::kDate) {
    return to_date(value, target == names::kDate ? MomentKind::kDate : MomentKind::kDateTime);
  }
  return std::nullopt;
}

std::optional<Value> cast(const rdf::TermView& term, std::string_view target) {
  if (term.is_blank_node()) {
    return std::nullopt;
  }
  Value value = parse_value(term);
  if (!std::holds_alternative<std::monostate>(value)) {
    return cast(value, target);
  }
  // An IRI, and a literal that has no value here, have their text.
  return target == names::kString ? std::optional(Value(std::string(term.value))) : std::nullopt;
}

}  // namespace whence::xsd
