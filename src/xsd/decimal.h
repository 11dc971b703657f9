// xsd:integer and xsd:decimal: exact, of any size (XSD 1.1 Part 2 §3.3.3, §3.4.13). Small values
// stay inside the object; only large ones allocate.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/multiprecision/cpp_int.hpp>

namespace whence::xsd {

using Integer = boost::multiprecision::cpp_int;

/// unscaled * 10^-scale, without trailing zeros in the fraction.
class Decimal {
 public:
  /// Digits behind the point to which a quotient that does not end is cut (XPath Functions §4.2
  /// leaves it to the implementation, 18 digits being the least).
  static constexpr unsigned kDivisionDigits = 24;

  Decimal() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): each integer is a decimal (type promotion).
  Decimal(Integer value) : unscaled_(std::move(value)) {}
  Decimal(Integer unscaled, unsigned scale);

  /// The lexical space of XSD 1.1 §3.3.3.1: "1", "-1.50", ".5", "+1.".
  static std::optional<Decimal> parse(std::string_view lexical);

  [[nodiscard]] const Integer& unscaled() const { return unscaled_; }
  [[nodiscard]] unsigned scale() const { return scale_; }
  [[nodiscard]] bool is_zero() const { return unscaled_.is_zero(); }
  [[nodiscard]] double to_double() const;
  /// The canonical form of XSD 1.0 §3.2.3.2, which SPARQL 1.1's tests expect: "2.0".
  [[nodiscard]] std::string to_string() const;

  [[nodiscard]] Decimal floor() const;
  [[nodiscard]] Decimal ceil() const;
  /// Half goes towards positive infinity (XPath Functions §4.4.4).
  [[nodiscard]] Decimal round() const;
  [[nodiscard]] Integer truncated() const;

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  /// `b` must not be zero.
  friend Decimal operator/(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a) { return {-a.unscaled_, a.scale_}; }
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  Integer unscaled_ = 0;
  unsigned scale_ = 0;
};

/// The lexical space of xsd:integer (§3.4.13.1).
[[nodiscard]] std::optional<Integer> parse_integer(std::string_view lexical);

}  // namespace whence::xsd
