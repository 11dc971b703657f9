// The constructor functions of SPARQL 1.1 §17.5.
#include <array>
#include <cmath>
#include <cstdlib>

#include "rdf/vocabulary.h"
#include "xsd/value.h"

namespace whence::xsd {

namespace names = rdf::xsd;

namespace {

constexpr std::array kCasts{names::kString,  names::kBoolean, names::kInteger,  names::kDecimal,
                            names::kFloat,   names::kDouble,  names::kDateTime, names::kDate};

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
  double number = 0;
  if (const auto* single = std::get_if<float>(&value)) {
    number = static_cast<double>(*single);
  } else if (const auto* twice = std::get_if<double>(&value)) {
    number = *twice;
  } else {
    return std::nullopt;
  }
  if (!std::isfinite(number)) {
    return std::nullopt;
  }
  // Exact: a double is an integer times a power of two.
  int exponent = 0;
  const double mantissa = std::frexp(number, &exponent);
  const Integer whole(static_cast<std::int64_t>(std::ldexp(mantissa, 53)));
  exponent -= 53;
  if (exponent >= 0) {
    return Decimal(whole * boost::multiprecision::pow(Integer(2), static_cast<unsigned>(exponent)));
  }
  const auto places = static_cast<unsigned>(-exponent);
  return Decimal(whole * boost::multiprecision::pow(Integer(5), places), places);
}

std::optional<double> to_double(const Value& value) {
  if (const auto* single = std::get_if<float>(&value)) {
    return static_cast<double>(*single);
  }
  if (const auto* number = std::get_if<double>(&value)) {
    return *number;
  }
  const auto decimal = to_decimal(value);
  return decimal ? std::optional(decimal->to_double()) : std::nullopt;
}

std::optional<Value> to_boolean(const Value& value) {
  const auto number = to_double(value);
  return number ? std::optional(Value(!std::isnan(*number) && *number != 0)) : std::nullopt;
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

std::optional<Value> cast_value(const Value& value, std::string_view target) {
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
    const auto number = to_double(value);
    if (!number) {
      return std::nullopt;
    }
    return target == names::kDouble ? Value(*number) : Value(static_cast<float>(*number));
  }
  return to_date(value, target == names::kDate ? MomentKind::kDate : MomentKind::kDateTime);
}

/// What XPath's cast to xsd:string gives (XPath Functions §17.1.2): the canonical form, but whole
/// decimals without a point, and doubles in plain notation between 1e-6 and 1e6.
std::string plain(const Value& value) {
  if (const auto* decimal = std::get_if<Decimal>(&value)) {
    return decimal->scale() == 0 ? decimal->unscaled().str() : decimal->to_string();
  }
  const bool is_float = std::holds_alternative<float>(value);
  if (is_float || std::holds_alternative<double>(value)) {
    const double number = *to_double(value);
    const double size = std::fabs(number);
    if (number == 0) {
      return std::signbit(number) ? "-0" : "0";
    }
    if (size >= 1e-6 && size < 1e6) {
      // The shortest digits of the canonical form, written out.
      const std::string form = canonical(value);
      const std::size_t e = form.find('E');
      auto mantissa = *Decimal::parse(form.substr(0, e));
      const int exponent = std::stoi(form.substr(e + 1));
      const auto power = Decimal(boost::multiprecision::pow(Integer(10),
                                                            static_cast<unsigned>(std::abs(exponent))));
      const Decimal result = exponent < 0 ? mantissa / power : mantissa * power;
      return result.scale() == 0 ? result.unscaled().str() : result.to_string();
    }
  }
  return canonical(value);
}

}  // namespace

bool is_cast(std::string_view iri) {
  for (const std::string_view known : kCasts) {
    if (known == iri) {
      return true;
    }
  }
  return false;
}

std::optional<Value> cast(const rdf::TermView& term, std::string_view target) {
  if (term.is_blank_node()) {
    return std::nullopt;
  }
  if (target == names::kString) {
    const Value value = parse_value(term);
    const bool is_known = !std::holds_alternative<std::monostate>(value);
    return Value(is_known ? plain(value) : std::string(term.value));
  }
  if (!term.is_literal() || !term.language.empty()) {
    return std::nullopt;
  }
  if (term.datatype.empty() || term.datatype == target) {
    Value value = parse_value(rdf::TermView::literal(term.value, target));
    return std::holds_alternative<std::monostate>(value) ? std::nullopt
                                                         : std::optional(std::move(value));
  }
  return cast_value(parse_value(term), target);
}

}  // namespace whence::xsd
