// See json_number.h.
#include "io/jsonld/json_number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

#include <fmt/format.h>

namespace whence::io::jsonld {
namespace {

double to_double(std::string_view number) {
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error == std::errc::result_out_of_range) {
    // from_chars leaves the value alone; strtod says on which side it is: infinite, or zero.
    value = std::strtod(std::string(number).c_str(), nullptr);
  }
  return value;
}

}  // namespace

std::optional<std::string> canonical_integer(std::string_view number) {
  constexpr long kDigitsMax = 21;
  const bool is_negative = number.starts_with('-');
  number.remove_prefix(is_negative ? 1 : 0);
  const std::size_t mantissa_size = std::min(number.find_first_of("eE"), number.size());
  std::string digits;
  long exponent = 0;
  for (std::size_t i = 0, after_point = 0; i < mantissa_size; ++i) {
    if (number[i] == '.') {
      after_point = 1;
      continue;
    }
    exponent -= static_cast<long>(after_point);
    if (number[i] != '0' || !digits.empty()) {
      digits += number[i];
    }
  }
  if (digits.find_first_not_of('0') == std::string::npos) {
    return "0";
  }
  if (mantissa_size < number.size()) {
    std::string_view written = number.substr(mantissa_size + 1);
    written.remove_prefix(written.starts_with('+') ? 1 : 0);
    long value = 0;
    if (std::from_chars(written.data(), written.data() + written.size(), value).ec != std::errc()) {
      return std::nullopt;  // Far too large, or far too small.
    }
    if (std::abs(value) > std::numeric_limits<long>::max() / 4) {
      return std::nullopt;
    }
    exponent += value;
  }
  const std::size_t significant = digits.find_last_not_of('0') + 1;
  exponent += static_cast<long>(digits.size() - significant);
  digits.resize(significant);
  if (exponent < 0 || static_cast<long>(digits.size()) + exponent > kDigitsMax) {
    return std::nullopt;
  }
  digits.append(static_cast<std::size_t>(exponent), '0');
  return is_negative ? "-" + digits : digits;
}

std::string canonical_double(std::string_view number) {
  const double value = to_double(number);
  if (std::isinf(value)) {
    return value < 0 ? "-INF" : "INF";
  }
  const std::string text = fmt::format("{:.15E}", value);
  const std::size_t exponent_at = text.find('E');
  std::string mantissa = text.substr(0, exponent_at);
  const std::size_t last = mantissa.find_last_not_of('0');
  mantissa.resize(mantissa[last] == '.' ? last + 2 : last + 1);
  const int exponent = std::atoi(text.c_str() + exponent_at + 1);
  return fmt::format("{}E{}", mantissa, exponent);
}

std::optional<std::string> ecmascript_number(std::string_view number) {
  const double value = to_double(number);
  if (!std::isfinite(value)) {
    return std::nullopt;
  }
  if (value == 0) {
    return "0";
  }
  // ECMA-262 §6.1.6.1.20 Number::toString: digits d1..dk, and n so that the value is 0.d1..dk*10^n.
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                 std::chars_format::scientific)
                       .ptr;
  const std::string text(buffer.data(), end);
  const std::size_t exponent_at = text.find('e');
  std::string digits = text.substr(0, 1);
  digits += exponent_at > 2 ? text.substr(2, exponent_at - 2) : "";
  const int n = std::atoi(text.c_str() + exponent_at + 1) + 1;
  const int k = static_cast<int>(digits.size());
  std::string out = value < 0 ? "-" : "";
  if (n >= k && n <= 21) {
    return out + digits + std::string(static_cast<std::size_t>(n - k), '0');
  }
  if (n > 0 && n <= 21) {
    return out + digits.insert(static_cast<std::size_t>(n), ".");
  }
  if (n > -6 && n <= 0) {
    return out + "0." + std::string(static_cast<std::size_t>(-n), '0') + digits;
  }
  out += digits.substr(0, 1);
  out += k > 1 ? "." + digits.substr(1) : "";
  return out + fmt::format("e{:+}", n - 1);
}

}  // namespace whence::io::jsonld
