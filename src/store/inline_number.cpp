// See inline_value.h for the payloads.
#include "store/inline_number.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstddef>

#include "xsd/value.h"

namespace whence::store {
namespace {

constexpr std::int64_t kIntegerOffset = std::int64_t{1} << 59;
constexpr std::size_t kIntegerDigitsMax = 18;  // 2^59 has 18.

constexpr std::int64_t kDecimalOffset = std::int64_t{1} << 55;
constexpr std::size_t kDecimalDigitsMax = 17;  // 2^55 has 17; with ".0" there are two more.
constexpr int kScaleBits = 4;
constexpr std::uint64_t kScaleMax = (1U << kScaleBits) - 1;

constexpr int kMantissaBits = 52;
constexpr std::uint64_t kMantissaMask = (std::uint64_t{1} << kMantissaBits) - 1;
constexpr std::uint64_t kSignBit = std::uint64_t{1} << 59;
constexpr std::uint64_t kPayloadMask = (std::uint64_t{1} << 60) - 1;
constexpr std::uint64_t kWideExponentMax = 0x7FF;  // Infinity and NaN in binary64.
constexpr std::uint64_t kExponentMax = 0x7F;       // The same here.
constexpr std::uint64_t kBiasDifference = 1023 - 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take_minus(std::string_view& text) {
  const bool negative = text.starts_with('-');
  text.remove_prefix(negative ? 1 : 0);
  return negative;
}

/// Digits alone, none in front that is not needed.
bool is_canonical_whole(std::string_view digits) {
  return !digits.empty() && (digits[0] != '0' || digits.size() == 1) &&
         std::ranges::all_of(digits, is_digit);
}

std::int64_t number_of(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) {
    value = value * 10 + (c - '0');
  }
  return value;
}

/// What `decode_double` undoes; nothing where the exponent is out of range.
std::optional<std::uint64_t> narrowed(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const std::uint64_t mantissa = bits & kMantissaMask;
  const std::uint64_t wide = (bits >> kMantissaBits) & kWideExponentMax;
  std::uint64_t exponent = 0;
  if (wide == kWideExponentMax) {
    exponent = kExponentMax;
  } else if (wide > kBiasDifference && wide < kBiasDifference + kExponentMax) {
    exponent = wide - kBiasDifference;
  } else if (wide != 0 || mantissa != 0) {
    return std::nullopt;
  }
  const std::uint64_t magnitude = (exponent << kMantissaBits) | mantissa;
  const bool negative = (bits >> 63) != 0;
  return negative ? ~magnitude & (kSignBit - 1) : magnitude | kSignBit;
}

}  // namespace

std::optional<std::uint64_t> encode_integer(std::string_view lexical) {
  const bool negative = take_minus(lexical);
  if (lexical.size() > kIntegerDigitsMax || !is_canonical_whole(lexical)) {
    return std::nullopt;
  }
  const std::int64_t value = number_of(lexical);
  if (value >= kIntegerOffset || (negative && value == 0)) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>((negative ? -value : value) + kIntegerOffset);
}

std::optional<std::uint64_t> encode_decimal(std::string_view lexical) {
  const bool negative = take_minus(lexical);
  const std::size_t point = lexical.find('.');
  if (lexical.size() > kDecimalDigitsMax + 2 || point == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view whole = lexical.substr(0, point);
  std::string_view fraction = lexical.substr(point + 1);
  if (!is_canonical_whole(whole) || fraction.empty() || !std::ranges::all_of(fraction, is_digit)) {
    return std::nullopt;
  }
  if (fraction.ends_with('0')) {
    if (fraction.size() > 1) {
      return std::nullopt;
    }
    fraction = {};  // "2.0" is 2 with scale 0.
  }
  std::int64_t unscaled = number_of(whole);
  for (const char c : fraction) {
    unscaled = unscaled * 10 + (c - '0');
  }
  if (fraction.size() > kScaleMax || unscaled >= kDecimalOffset || (negative && unscaled == 0)) {
    return std::nullopt;
  }
  const auto shifted =
      static_cast<std::uint64_t>((negative ? -unscaled : unscaled) + kDecimalOffset);
  return (shifted << kScaleBits) | fraction.size();
}

std::optional<std::uint64_t> encode_double(std::string_view lexical) {
  if (lexical != "INF" && lexical != "-INF" && lexical != "NaN" &&
      lexical.find('E') == std::string_view::npos) {
    return std::nullopt;
  }
  const auto value = xsd::parse_double(lexical);
  const auto payload = value ? narrowed(*value) : std::nullopt;
  return payload && xsd::canonical_double(*value) == lexical ? payload : std::nullopt;
}

std::int64_t decode_integer(std::uint64_t payload) {
  return static_cast<std::int64_t>(payload) - kIntegerOffset;
}

double decode_double(std::uint64_t payload) {
  const bool negative = (payload & kSignBit) == 0;
  const std::uint64_t magnitude = (negative ? ~payload : payload) & (kSignBit - 1) & kPayloadMask;
  const std::uint64_t exponent = magnitude >> kMantissaBits;
  std::uint64_t wide = 0;
  if (exponent != 0) {
    wide = exponent == kExponentMax ? kWideExponentMax : exponent + kBiasDifference;
  }
  return std::bit_cast<double>((std::uint64_t{negative} << 63) | (wide << kMantissaBits) |
                               (magnitude & kMantissaMask));
}

void write_integer(std::uint64_t payload, std::string& out) {
  std::array<char, 24> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), decode_integer(payload)).ptr;
  out.assign(digits.data(), end);
}

void write_decimal(std::uint64_t payload, std::string& out) {
  const auto scale = static_cast<std::size_t>(payload & kScaleMax);
  const auto unscaled = static_cast<std::int64_t>(payload >> kScaleBits) - kDecimalOffset;
  std::array<char, 24> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                 unscaled < 0 ? -unscaled : unscaled)
                       .ptr;
  const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  out.assign(unscaled < 0 ? "-" : "");
  if (digits.size() > scale) {
    out.append(digits.substr(0, digits.size() - scale)).append(".");
    out.append(scale == 0 ? "0" : digits.substr(digits.size() - scale));
  } else {
    out.append("0.").append(scale - digits.size(), '0').append(digits);
  }
}

void write_double(std::uint64_t payload, std::string& out) {
  out = xsd::canonical_double(decode_double(payload));
}

}  // namespace whence::store
