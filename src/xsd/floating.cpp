// xsd:double and xsd:float as text (XSD 1.1 Part 2 §3.3.4, §3.3.5).
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <system_error>

#include "xsd/value.h"

namespace whence::xsd {

namespace {

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
    // Rounds to zero or to infinity; from_chars does not say which.
    const std::string text(lexical);
    return static_cast<T>(std::strtod(text.c_str(), nullptr));
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
