#include "xsd/decimal.h"

#include <algorithm>
#include <utility>

namespace whence::xsd {

namespace {

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Integer power_of_ten(unsigned exponent) {
  return boost::multiprecision::pow(Integer(10), exponent);
}

Integer digits_to_integer(std::string_view digits) {
  Integer value = 0;
  // In pieces that fit 64 bits: linear for what is common, and no leading-zero (octal) surprise.
  while (!digits.empty()) {
    const std::string_view piece = digits.substr(0, 18);
    std::uint64_t part = 0;
    for (const char c : piece) {
      part = part * 10 + static_cast<std::uint64_t>(c - '0');
    }
    value = value * power_of_ten(static_cast<unsigned>(piece.size())) + part;
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

/// Both unscaled values at the larger of the two scales, and that scale.
std::pair<std::pair<Integer, Integer>, unsigned> aligned(const Decimal& a, const Decimal& b) {
  const unsigned scale = std::max(a.scale(), b.scale());
  return {{a.unscaled() * power_of_ten(scale - a.scale()),
           b.unscaled() * power_of_ten(scale - b.scale())},
          scale};
}

}  // namespace

std::optional<Integer> parse_integer(std::string_view lexical) {
  const bool negative = take_sign(lexical);
  if (lexical.empty() || !all_digits(lexical)) {
    return std::nullopt;
  }
  Integer value = digits_to_integer(lexical);
  return negative ? Integer(-value) : value;
}

Decimal::Decimal(Integer unscaled, unsigned scale) : unscaled_(std::move(unscaled)), scale_(scale) {
  while (scale_ > 0 && unscaled_ % 10 == 0) {
    unscaled_ /= 10;
    --scale_;
  }
}

std::optional<Decimal> Decimal::parse(std::string_view lexical) {
  const bool negative = take_sign(lexical);
  const std::size_t point = std::min(lexical.find('.'), lexical.size());
  const std::string_view whole = lexical.substr(0, point);
  const std::string_view fraction =
      point < lexical.size() ? lexical.substr(point + 1) : std::string_view();
  if ((whole.empty() && fraction.empty()) || !all_digits(whole) || !all_digits(fraction)) {
    return std::nullopt;
  }
  const auto scale = static_cast<unsigned>(fraction.size());
  const Integer value = digits_to_integer(whole) * power_of_ten(scale) + digits_to_integer(fraction);
  return Decimal(negative ? Integer(-value) : value, scale);
}

double Decimal::to_double() const {
  // By way of text: the nearest double, however large the two parts are.
  return std::stod(unscaled_.str() + "e-" + std::to_string(scale_));
}

std::string Decimal::to_string() const {
  std::string digits = Integer(boost::multiprecision::abs(unscaled_)).str();
  if (digits.size() <= scale_) {
    digits.insert(0, scale_ + 1 - digits.size(), '0');
  }
  const std::size_t point = digits.size() - scale_;
  std::string text = unscaled_ < 0 ? "-" : "";
  text += digits.substr(0, point) + "." + (scale_ == 0 ? "0" : digits.substr(point));
  return text;
}

Decimal Decimal::floor() const {
  const Integer whole = truncated();
  return unscaled_ < 0 && scale_ > 0 ? Decimal(whole - 1) : Decimal(whole);
}

Decimal Decimal::ceil() const {
  const Integer whole = truncated();
  return unscaled_ > 0 && scale_ > 0 ? Decimal(whole + 1) : Decimal(whole);
}

Decimal Decimal::round() const { return (*this + Decimal(5, 1)).floor(); }

Integer Decimal::truncated() const { return unscaled_ / power_of_ten(scale_); }

Decimal operator+(const Decimal& a, const Decimal& b) {
  const auto [values, scale] = aligned(a, b);
  return {values.first + values.second, scale};
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }

Decimal operator*(const Decimal& a, const Decimal& b) {
  return {a.unscaled_ * b.unscaled_, a.scale_ + b.scale_};
}

Decimal operator/(const Decimal& a, const Decimal& b) {
  const auto [values, scale] = aligned(a, b);
  return {values.first * power_of_ten(Decimal::kDivisionDigits) / values.second,
          Decimal::kDivisionDigits};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const auto [values, scale] = aligned(a, b);
  return values.first.compare(values.second) <=> 0;
}

}  // namespace whence::xsd
