// Numbers with numbers (SPARQL 1.1 §17.3; XPath Functions §6), and the order of values.
#include <algorithm>
#include <cmath>
#include <type_traits>

#include "xsd/value.h"

namespace whence::xsd {

namespace {

/// Type promotion (XPath 2.0 §B.1): integer < decimal < float < double.
enum class Rank { kNone, kInteger, kDecimal, kFloat, kDouble };

Rank rank(const Value& value) {
  if (std::holds_alternative<Integer>(value)) {
    return Rank::kInteger;
  }
  if (std::holds_alternative<Decimal>(value)) {
    return Rank::kDecimal;
  }
  if (std::holds_alternative<float>(value)) {
    return Rank::kFloat;
  }
  return std::holds_alternative<double>(value) ? Rank::kDouble : Rank::kNone;
}

Decimal as_decimal(const Value& value) {
  const auto* integer = std::get_if<Integer>(&value);
  return integer != nullptr ? Decimal(*integer) : std::get<Decimal>(value);
}

double as_double(const Value& value) {
  switch (rank(value)) {
    case Rank::kFloat:
      return static_cast<double>(std::get<float>(value));
    case Rank::kDouble:
      return std::get<double>(value);
    default:
      return as_decimal(value).to_double();
  }
}

/// `operation` on both values at the higher of their ranks.
template <typename Operation>
std::optional<Value> promoted(const Value& a, const Value& b, Operation operation) {
  if (rank(a) == Rank::kNone || rank(b) == Rank::kNone) {
    return std::nullopt;
  }
  switch (std::max(rank(a), rank(b))) {
    case Rank::kInteger:
      return Value(Integer(operation(std::get<Integer>(a), std::get<Integer>(b))));
    case Rank::kDecimal:
      return Value(Decimal(operation(as_decimal(a), as_decimal(b))));
    case Rank::kFloat:
      return Value(static_cast<float>(
          operation(static_cast<float>(as_double(a)), static_cast<float>(as_double(b)))));
    default:
      return Value(static_cast<double>(operation(as_double(a), as_double(b))));
  }
}

/// A function of one number, for each of the types.
template <typename OfDecimal, typename OfDouble>
std::optional<Value> mapped(const Value& value, OfDecimal of_decimal, OfDouble of_double) {
  switch (rank(value)) {
    case Rank::kInteger:
      return Value(of_decimal(as_decimal(value)).truncated());
    case Rank::kDecimal:
      return Value(of_decimal(std::get<Decimal>(value)));
    case Rank::kFloat:
      return Value(static_cast<float>(of_double(as_double(value))));
    case Rank::kDouble:
      return Value(of_double(std::get<double>(value)));
    case Rank::kNone:
      break;
  }
  return std::nullopt;
}

}  // namespace

bool is_numeric(const Value& value) { return rank(value) != Rank::kNone; }

std::optional<Value> add(const Value& a, const Value& b) {
  return promoted(a, b, [](const auto& x, const auto& y) { return x + y; });
}

std::optional<Value> subtract(const Value& a, const Value& b) {
  return promoted(a, b, [](const auto& x, const auto& y) { return x - y; });
}

std::optional<Value> multiply(const Value& a, const Value& b) {
  return promoted(a, b, [](const auto& x, const auto& y) { return x * y; });
}

std::optional<Value> divide(const Value& a, const Value& b) {
  const Rank high = std::max(rank(a), rank(b));
  if (rank(a) == Rank::kNone || rank(b) == Rank::kNone) {
    return std::nullopt;
  }
  if (high <= Rank::kDecimal) {
    // Integers divide to a decimal; by zero is an error (XPath Functions §6.2.4).
    const Decimal divisor = as_decimal(b);
    return divisor.is_zero() ? std::nullopt : std::optional(Value(as_decimal(a) / divisor));
  }
  const double quotient = as_double(a) / as_double(b);
  return high == Rank::kFloat ? Value(static_cast<float>(quotient)) : Value(quotient);
}

std::optional<Value> negate(const Value& value) {
  return mapped(
      value, [](const Decimal& d) { return -d; }, [](double d) { return -d; });
}

std::optional<Value> absolute(const Value& value) {
  return mapped(
      value, [](const Decimal& d) { return d.unscaled() < 0 ? -d : d; },
      [](double d) { return std::fabs(d); });
}

std::optional<Value> ceiling(const Value& value) {
  return mapped(
      value, [](const Decimal& d) { return d.ceil(); }, [](double d) { return std::ceil(d); });
}

std::optional<Value> floor(const Value& value) {
  return mapped(
      value, [](const Decimal& d) { return d.floor(); }, [](double d) { return std::floor(d); });
}

std::optional<Value> round(const Value& value) {
  // A half goes up; -0.5 and what is nearer to zero give -0 (XPath Functions §6.4.4).
  return mapped(
      value, [](const Decimal& d) { return d.round(); },
      [](double d) { return std::copysign(std::floor(d + 0.5), d); });
}

std::optional<std::partial_ordering> compare(const Value& a, const Value& b) {
  if (is_numeric(a) && is_numeric(b)) {
    if (std::max(rank(a), rank(b)) <= Rank::kDecimal) {
      return as_decimal(a) <=> as_decimal(b);
    }
    return as_double(a) <=> as_double(b);
  }
  if (a.index() != b.index()) {
    return std::nullopt;
  }
  if (const auto* boolean = std::get_if<bool>(&a)) {
    return *boolean <=> std::get<bool>(b);
  }
  if (const auto* text = std::get_if<std::string>(&a)) {
    // Bytes of UTF-8 are in the order of code points.
    return text->compare(std::get<std::string>(b)) <=> 0;
  }
  if (const auto* moment = std::get_if<Moment>(&a)) {
    const auto order = compare(*moment, std::get<Moment>(b));
    return order == std::partial_ordering::unordered ? std::nullopt : std::optional(order);
  }
  return std::nullopt;
}

}  // namespace whence::xsd
