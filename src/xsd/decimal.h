// xsd:integer and xsd:decimal: exact (XSD 1.1 Part 2 §3.3.3, §3.4.13), up to a limit of digits that
// keeps every operation's cost small whatever the data holds. Small values stay inside the object;
// only large ones allocate.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/multiprecision/cpp_int.hpp>

namespace whence::xsd {

using Integer = boost::multiprecision::cpp_int;

/// Digits of an integer, and of a decimal before and behind the point together, zeros at either end
/// apart. XSD 1.1 §5.4 asks for 16 at least, and lets there be a limit: beyond it a literal has no
/// value, and an operation no result (XPath Functions §6.2, FOAR0002).
inline constexpr unsigned kDigitsMax = 10000;

/// unscaled * 10^-scale, without trailing zeros in the fraction.
class Decimal {
 public:
  /// Digits of a quotient that does not end: behind the point, and counted from the first that is
  /// not zero in a quotient below one. XPath Functions §6.2 leaves it to the implementation, 18
  /// being the least.
  static constexpr unsigned kDivisionDigits = 24;

  Decimal() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): each integer is a decimal (type promotion).
  Decimal(Integer value) : unscaled_(std::move(value)) {}
  Decimal(Integer unscaled, unsigned scale);

  /// The lexical space of XSD 1.1 §3.3.3.1: "1", "-1.50", ".5", "+1.".
  static std::optional<Decimal> parse(std::string_view lexical);
  /// The very value of `number`; nothing for NaN and infinities.
  static std::optional<Decimal> exactly(double number);

  [[nodiscard]] const Integer& unscaled() const { return unscaled_; }
  [[nodiscard]] unsigned scale() const { return scale_; }
  [[nodiscard]] bool is_zero() const { return unscaled_.is_zero(); }
  /// The nearest one; infinite where it is beyond.
  [[nodiscard]] double to_double() const;
  [[nodiscard]] float to_float() const;
  /// The canonical form of XSD 1.0 §3.2.3.2, which SPARQL 1.1's tests expect: "2.0".
  [[nodiscard]] std::string to_string() const;

  [[nodiscard]] Decimal floor() const;
  [[nodiscard]] Decimal ceil() const;
  /// Half goes towards positive infinity (XPath Functions §6.4.4).
  [[nodiscard]] Decimal round() const;
  [[nodiscard]] Integer truncated() const;

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  /// `b` must not be zero.
  friend Decimal operator/(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a) {
    Decimal result(a);
    result.unscaled_ = -result.unscaled_;
    return result;
  }
  friend bool operator==(const Decimal& a, const Decimal& b) {
    return a.scale_ == b.scale_ && a.unscaled_ == b.unscaled_;
  }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  Integer unscaled_ = 0;
  unsigned scale_ = 0;
};

/// Whether a result is within kDigitsMax.
[[nodiscard]] bool is_within_limit(const Integer& value);
[[nodiscard]] bool is_within_limit(const Decimal& value);

/// The lexical space of xsd:integer (§3.4.13.1).
[[nodiscard]] std::optional<Integer> parse_integer(std::string_view lexical);

}  // namespace whence::xsd
