#include "xsd/decimal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "xsd/value.h"

namespace whence::xsd {

namespace {

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Integer power_of_ten(unsigned exponent) {
  constexpr unsigned kSmall = 19;  // Of these 64 bits hold the power.
  if (exponent > kSmall) {
    return boost::multiprecision::pow(Integer(10), exponent);
  }
  std::uint64_t power = 1;
  for (unsigned i = 0; i < exponent; ++i) {
    power *= 10;
  }
  return power;
}

/// The largest power of ten that is surely not above |value|, for sizes; 0 for 0.
unsigned digits_at_least(const Integer& value) {
  constexpr double kDigitsPerBit = 0.30102999566398120;
  return value.is_zero()
             ? 0
             : static_cast<unsigned>(static_cast<double>(msb(boost::multiprecision::abs(value))) *
                                     kDigitsPerBit);
}

Integer digits_to_integer(std::string_view digits) {
  Integer value = 0;
  // In pieces that fit 64 bits, and no leading-zero (octal) surprise.
  while (!digits.empty()) {
    constexpr std::size_t kPiece = 18;
    const std::string_view piece = digits.substr(0, kPiece);
    std::uint64_t part = 0;
    for (const char c : piece) {
      part = part * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (value.is_zero()) {
      value = part;
    } else {
      value *= power_of_ten(static_cast<unsigned>(piece.size()));
      value += part;
    }
    digits.remove_prefix(piece.size());
  }
  return value;
}

bool take_sign(std::string_view& text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) {
    text.remove_prefix(1);
  }
  return negative;
}

std::string_view without_leading_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

/// Both unscaled values at the larger of the two scales, and that scale.
struct Aligned {
  Integer first;
  Integer second;
  unsigned scale;
};

Aligned aligned(const Decimal& a, const Decimal& b) {
  const unsigned scale = std::max(a.scale(), b.scale());
  return {a.unscaled() * power_of_ten(scale - a.scale()),
          b.unscaled() * power_of_ten(scale - b.scale()), scale};
}

std::strong_ordering ordering(int comparison) { return comparison <=> 0; }

}  // namespace

bool is_within_limit(const Integer& value) { return digits_at_least(value) < kDigitsMax; }

bool is_within_limit(const Decimal& value) {
  return value.scale() <= kDigitsMax && is_within_limit(value.unscaled());
}

std::optional<Integer> parse_integer(std::string_view lexical) {
  const bool negative = take_sign(lexical);
  if (lexical.empty() || !all_digits(lexical)) {
    return std::nullopt;
  }
  lexical = without_leading_zeros(lexical);
  if (lexical.size() > kDigitsMax) {
    return std::nullopt;
  }
  Integer value = digits_to_integer(lexical);
  return negative ? Integer(-value) : value;
}

Decimal::Decimal(Integer unscaled, unsigned scale) : unscaled_(std::move(unscaled)), scale_(scale) {
  if (unscaled_.is_zero()) {
    scale_ = 0;
    return;
  }
  // Zeros go in large steps first: one by one they would cost the square of their number.
  for (const unsigned step : {1024U, 128U, 16U, 4U, 1U}) {
    if (scale_ < step || digits_at_least(unscaled_) + 1 < step) {
      continue;
    }
    const Integer divisor = power_of_ten(step);
    Integer quotient;
    Integer rest;
    while (scale_ >= step) {
      divide_qr(unscaled_, divisor, quotient, rest);
      if (!rest.is_zero()) {
        break;
      }
      unscaled_ = std::move(quotient);
      scale_ -= step;
    }
  }
}

std::optional<Decimal> Decimal::parse(std::string_view lexical) {
  const bool negative = take_sign(lexical);
  const std::size_t point = std::min(lexical.find('.'), lexical.size());
  std::string_view whole = lexical.substr(0, point);
  std::string_view fraction = point < lexical.size() ? lexical.substr(point + 1) : "";
  if ((whole.empty() && fraction.empty()) || !all_digits(whole) || !all_digits(fraction)) {
    return std::nullopt;
  }
  whole = without_leading_zeros(whole);
  // npos + 1 is 0: nothing is left of zeros alone.
  fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
  if (whole.size() + fraction.size() > kDigitsMax) {
    return std::nullopt;
  }
  Decimal result;
  result.scale_ = static_cast<unsigned>(fraction.size());
  result.unscaled_ = digits_to_integer(whole);
  if (!fraction.empty()) {
    result.unscaled_ = result.unscaled_ * power_of_ten(result.scale_) + digits_to_integer(fraction);
  }
  if (negative) {
    result.unscaled_ = -result.unscaled_;
  }
  return result;
}

std::optional<Decimal> Decimal::exactly(double number) {
  if (!std::isfinite(number)) {
    return std::nullopt;
  }
  // A double is an integer times a power of two.
  constexpr int kMantissaBits = std::numeric_limits<double>::digits;
  int exponent = 0;
  const double mantissa = std::frexp(number, &exponent);
  auto whole = static_cast<std::int64_t>(std::ldexp(mantissa, kMantissaBits));
  exponent -= kMantissaBits;
  while (exponent < 0 && whole % 2 == 0 && whole != 0) {
    whole /= 2;
    ++exponent;
  }
  if (exponent >= 0) {
    return Decimal(Integer(whole) << exponent);
  }
  // m * 2^-n = m * 5^n * 10^-n
  const auto places = static_cast<unsigned>(-exponent);
  return Decimal(whole * boost::multiprecision::pow(Integer(5), places), places);
}

double Decimal::to_double() const {
  constexpr std::int64_t kExactMax = std::int64_t{1} << std::numeric_limits<double>::digits;
  if (scale_ == 0 && unscaled_ >= -kExactMax && unscaled_ <= kExactMax) {
    return static_cast<double>(static_cast<std::int64_t>(unscaled_));
  }
  // By way of text: the nearest one, however large the two parts are.
  return *parse_double(unscaled_.str() + "e-" + std::to_string(scale_));
}

float Decimal::to_float() const {
  return *parse_float(unscaled_.str() + "e-" + std::to_string(scale_));
}

std::string Decimal::to_string() const {
  std::string digits = Integer(boost::multiprecision::abs(unscaled_)).str();
  if (digits.size() <= scale_) {
    digits.insert(0, scale_ + 1 - digits.size(), '0');
  }
  const std::size_t point = digits.size() - scale_;
  std::string text = unscaled_ < 0 ? "-" : "";
  text.append(digits, 0, point).append(".");
  return scale_ == 0 ? text + "0" : text.append(digits, point);
}

Decimal Decimal::floor() const {
  const Integer whole = truncated();
  return unscaled_ < 0 && scale_ > 0 ? Decimal(Integer(whole - 1)) : Decimal(whole);
}

Decimal Decimal::ceil() const {
  const Integer whole = truncated();
  return unscaled_ > 0 && scale_ > 0 ? Decimal(Integer(whole + 1)) : Decimal(whole);
}

Decimal Decimal::round() const { return (*this + Decimal(5, 1)).floor(); }

Integer Decimal::truncated() const {
  return scale_ == 0 ? unscaled_ : Integer(unscaled_ / power_of_ten(scale_));
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  if (a.scale_ == b.scale_) {
    return {a.unscaled_ + b.unscaled_, a.scale_};
  }
  const Aligned values = aligned(a, b);
  return {values.first + values.second, values.scale};
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }

Decimal operator*(const Decimal& a, const Decimal& b) {
  return {a.unscaled_ * b.unscaled_, a.scale_ + b.scale_};
}

Decimal operator/(const Decimal& a, const Decimal& b) {
  const Aligned values = aligned(a, b);
  const unsigned dividend_digits = digits_at_least(values.first);
  const unsigned divisor_digits = digits_at_least(values.second);
  const unsigned scale = std::min(
      kDigitsMax, Decimal::kDivisionDigits +
                      (divisor_digits > dividend_digits ? divisor_digits - dividend_digits : 0));
  const Integer dividend = values.first * power_of_ten(scale);
  Integer quotient;
  Integer rest;
  divide_qr(dividend, values.second, quotient, rest);
  // To the nearest, a half away from zero.
  if (2 * boost::multiprecision::abs(rest) >= boost::multiprecision::abs(values.second)) {
    quotient += dividend.sign() == values.second.sign() ? 1 : -1;
  }
  return {std::move(quotient), scale};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale_ == b.scale_) {
    return ordering(a.unscaled_.compare(b.unscaled_));
  }
  if (a.unscaled_.sign() != b.unscaled_.sign()) {
    return a.unscaled_.sign() <=> b.unscaled_.sign();
  }
  const Aligned values = aligned(a, b);
  return ordering(values.first.compare(values.second));
}

}  // namespace whence::xsd
