// xsd:double and xsd:float as text (XSD 1.1 Part 2 §3.3.4, §3.3.5).
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <system_error>

#include "xsd/value.h"

namespace whence::xsd {

namespace {

/// An exponent beyond every other number of digits.
constexpr std::int64_t kHuge = std::int64_t{1} << 60;

/// [+-]? ( digits ( '.' digits? )? | '.' digits ) ( [eE] [+-]? digits )?
bool is_number(std::string_view text) {
  const auto skip_sign = [&] {
    if (text.starts_with('+') || text.starts_with('-')) {
      text.remove_prefix(1);
    }
  };
  const auto skip_digits = [&] {
    const auto end = std::ranges::find_if(text, [](char c) { return c < '0' || c > '9'; });
    const auto count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count;
  };
  skip_sign();
  std::size_t digits = skip_digits();
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    digits += skip_digits();
  }
  if (digits == 0) {
    return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    skip_sign();
    if (skip_digits() == 0) {
      return false;
    }
  }
  return text.empty();
}

/// Zero or infinity, whichever a number that no T is near to rounds to; from_chars does not say.
template <typename T>
T beyond_range(std::string_view lexical) {
  const bool negative = lexical.starts_with('-');
  const std::size_t e = std::min(lexical.find_first_of("eE"), lexical.size());
  // The power of ten of the first digit that is not zero.
  const std::string_view mantissa = lexical.substr(0, e);
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  const std::size_t first = std::min(mantissa.find_first_of("123456789"), mantissa.size());
  auto power = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first);
  if (e < lexical.size()) {
    std::int64_t exponent = 0;
    std::string_view digits = lexical.substr(e + 1);
    digits.remove_prefix(digits.starts_with('+') ? 1 : 0);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (error == std::errc::result_out_of_range) {
      exponent = digits.starts_with('-') ? -kHuge : kHuge;
    }
    power += std::clamp(exponent, -kHuge, kHuge);
  }
  const T size = power > 0 ? std::numeric_limits<T>::infinity() : T{0};
  return negative ? -size : size;
}

template <typename T>
std::optional<T> parse(std::string_view lexical) {
  if (lexical == "INF" || lexical == "+INF") {
    return std::numeric_limits<T>::infinity();
  }
  if (lexical == "-INF") {
    return -std::numeric_limits<T>::infinity();
  }
  if (lexical == "NaN") {
    return std::numeric_limits<T>::quiet_NaN();
  }
  if (!is_number(lexical)) {
    return std::nullopt;
  }
  if (lexical.starts_with('+')) {
    lexical.remove_prefix(1);
  }
  T value{};
  const auto [end, error] = std::from_chars(lexical.data(), lexical.data() + lexical.size(), value);
  if (error == std::errc::result_out_of_range) {
    return beyond_range<T>(lexical);
  }
  return value;
}

template <typename T>
std::string canonical_form(T value) {
  if (std::isnan(value)) {
    return "NaN";
  }
  if (std::isinf(value)) {
    return value < 0 ? "-INF" : "INF";
  }
  char buffer[64];
  const auto [end, error] =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  const std::size_t e = text.find('e');
  std::string form(text.substr(0, e));
  if (form.find('.') == std::string::npos) {
    form += ".0";
  }
  form += 'E';
  std::string_view exponent = text.substr(e + 1);
  if (exponent.starts_with('-')) {
    form += '-';
  }
  exponent.remove_prefix(1);
  exponent.remove_prefix(std::min(exponent.find_first_not_of('0'), exponent.size() - 1));
  form += exponent;
  return form;
}

}  // namespace

std::optional<double> parse_double(std::string_view lexical) { return parse<double>(lexical); }
std::optional<float> parse_float(std::string_view lexical) { return parse<float>(lexical); }
std::string canonical_double(double value) { return canonical_form(value); }
std::string canonical_float(float value) { return canonical_form(value); }

}  // namespace whence::xsd
