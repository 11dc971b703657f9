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

/// A result of integers or decimals, unless it is beyond the limit of digits.
template <typename Number>
std::optional<Value> limited(Number number) {
  return is_within_limit(number) ? std::optional(Value(std::move(number))) : std::nullopt;
}

/// `operation` on both values at the higher of their ranks.
template <typename Operation>
std::optional<Value> promoted(const Value& a, const Value& b, Operation operation) {
  if (rank(a) == Rank::kNone || rank(b) == Rank::kNone) {
    return std::nullopt;
  }
  switch (std::max(rank(a), rank(b))) {
    case Rank::kInteger:
      return limited(Integer(operation(std::get<Integer>(a), std::get<Integer>(b))));
    case Rank::kDecimal:
      return limited(Decimal(operation(as_decimal(a), as_decimal(b))));
    case Rank::kFloat:
      return Value(static_cast<float>(operation(*to_float(a), *to_float(b))));
    default:
      return Value(static_cast<double>(operation(*to_double(a), *to_double(b))));
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
      return Value(static_cast<float>(of_double(static_cast<double>(std::get<float>(value)))));
    case Rank::kDouble:
      return Value(of_double(std::get<double>(value)));
    case Rank::kNone:
      break;
  }
  return std::nullopt;
}

/// A half goes up; from -0.5 to zero the result is -0 (XPath Functions §6.4.4).
double round_half_up(double number) {
  const double below = std::floor(number);
  // Exact, unlike number + 0.5.
  return std::copysign(number - below >= 0.5 ? below + 1 : below, number);
}

}  // namespace

bool is_numeric(const Value& value) { return rank(value) != Rank::kNone; }

std::optional<double> to_double(const Value& value) {
  switch (rank(value)) {
    case Rank::kNone:
      return std::nullopt;
    case Rank::kFloat:
      return static_cast<double>(std::get<float>(value));
    case Rank::kDouble:
      return std::get<double>(value);
    default:
      return as_decimal(value).to_double();
  }
}

std::optional<float> to_float(const Value& value) {
  switch (rank(value)) {
    case Rank::kNone:
      return std::nullopt;
    case Rank::kFloat:
      return std::get<float>(value);
    case Rank::kDouble:
      return static_cast<float>(std::get<double>(value));
    default:
      return as_decimal(value).to_float();
  }
}

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
    return divisor.is_zero() ? std::nullopt : limited(as_decimal(a) / divisor);
  }
  // Floating-point numbers divide by zero to INF or NaN.
  return promoted(a, b, [](const auto& x, const auto& y) { return x / y; });
}

std::optional<Value> negate(const Value& value) {
  return mapped(value, [](const Decimal& d) { return -d; }, [](double d) { return -d; });
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
  return mapped(value, [](const Decimal& d) { return d.round(); }, round_half_up);
}

namespace {

std::partial_ordering compare_numbers(const Value& a, const Value& b) {
  switch (std::max(rank(a), rank(b))) {
    case Rank::kInteger:
      return std::get<Integer>(a).compare(std::get<Integer>(b)) <=> 0;
    case Rank::kDecimal:
      return as_decimal(a) <=> as_decimal(b);
    case Rank::kFloat:
      return *to_float(a) <=> *to_float(b);
    default:
      return *to_double(a) <=> *to_double(b);
  }
}

/// Promotion loses digits, so that a = b and b = c would not always give a = c: exactly, therefore.
std::weak_ordering total_order_of_numbers(const Value& a, const Value& b) {
  const bool both_exact = std::max(rank(a), rank(b)) <= Rank::kDecimal;
  const double left = both_exact ? 0 : *to_double(a);
  const double right = both_exact ? 0 : *to_double(b);
  if (std::isnan(left) || std::isnan(right)) {
    return std::isnan(right) <=> std::isnan(left);
  }
  const auto exact = [](const Value& value, double number) {
    return rank(value) <= Rank::kDecimal ? as_decimal(value) : *Decimal::exactly(number);
  };
  if (both_exact || (left == right && std::isfinite(left))) {
    return exact(a, left) <=> exact(b, right);
  }
  // Different when rounded: then the exact ones are in the same order. An exact number that rounds
  // to infinity is still less than it.
  if (left != right) {
    return left < right ? std::weak_ordering::less : std::weak_ordering::greater;
  }
  const int infinite = (rank(a) <= Rank::kDecimal ? 0 : 1) - (rank(b) <= Rank::kDecimal ? 0 : 1);
  return left > 0 ? infinite <=> 0 : 0 <=> infinite;
}

}  // namespace

std::optional<std::partial_ordering> compare(const Value& a, const Value& b) {
  if (is_numeric(a) && is_numeric(b)) {
    return compare_numbers(a, b);
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

std::weak_ordering total_order(const Value& a, const Value& b) {
  if (is_numeric(a)) {
    return total_order_of_numbers(a, b);
  }
  if (const auto* moment = std::get_if<Moment>(&a)) {
    return moment->in_utc() <=> std::get<Moment>(b).in_utc();
  }
  const auto order = compare(a, b);
  if (!order || *order == 0) {
    return std::weak_ordering::equivalent;
  }
  return *order < 0 ? std::weak_ordering::less : std::weak_ordering::greater;
}

}  // namespace whence::xsd
