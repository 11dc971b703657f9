// See quantity.h.
#include "cli/quantity.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::cli {
namespace {

struct Unit {
  std::string_view name;
  std::uint64_t factor;
};

constexpr Unit kDurations[] = {
    {"ms", 1}, {"s", 1'000}, {"m", 60'000}, {"min", 60'000}, {"h", 3'600'000}};

constexpr std::uint64_t kKilo = 1024;
constexpr Unit kSizes[] = {{"b", 1},
                           {"k", kKilo},
                           {"m", kKilo* kKilo},
                           {"g", kKilo* kKilo* kKilo},
                           {"t", kKilo* kKilo* kKilo* kKilo}};

// Far above any use, and far below what a clock or an allocation counts in.
constexpr std::uint64_t kQuantityMax = std::numeric_limits<std::int64_t>::max() / 1'000'000;

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

/// A whole number and a unit; nothing where it is none, or too large.
std::optional<std::uint64_t> parse_quantity(std::string_view number_and_unit,
                                            std::span<const Unit> units) {
  std::uint64_t number = 0;
  const char* end = number_and_unit.end();
  const auto [rest, error] = std::from_chars(number_and_unit.begin(), end, number);
  if (error != std::errc()) {
    return std::nullopt;
  }
  const std::string_view name(rest, end);
  if (number == 0 && name.empty()) {
    return 0;
  }
  const auto unit = std::ranges::find(units, name, &Unit::name);
  if (unit == units.end() || number > kQuantityMax / unit->factor) {
    return std::nullopt;
  }
  return number * unit->factor;
}

}  // namespace

std::chrono::milliseconds parse_duration(std::string_view text, std::string_view option) {
  if (const auto milliseconds = parse_quantity(lower_case(text), kDurations)) {
    return std::chrono::milliseconds(*milliseconds);
  }
  throw Error(
      ErrorCode::kUsage,
      fmt::format("{}: expected a time such as 500ms, 30s, 5m or 1h, found '{}'", option, text));
}

std::size_t parse_size(std::string_view text, std::string_view option) {
  std::string lower = lower_case(text);
  if (lower.ends_with("ib")) {
    lower.resize(lower.size() - 2);
  } else if (lower.size() > 1 && lower.ends_with('b') && lower[lower.size() - 2] > '9') {
    lower.pop_back();
  }
  if (const auto bytes = parse_quantity(lower, kSizes)) {
    return static_cast<std::size_t>(*bytes);
  }
  throw Error(
      ErrorCode::kUsage,
      fmt::format("{}: expected a size such as 512M, 4G or 100000B, found '{}'", option, text));
}

std::size_t parse_count(std::string_view text, std::string_view option) {
  static constexpr Unit kOne[] = {{"", 1}};
  if (const auto count = parse_quantity(text, kOne)) {
    return static_cast<std::size_t>(*count);
  }
  throw Error(ErrorCode::kUsage,
              fmt::format("{}: expected a whole number, found '{}'", option, text));
}

}  // namespace whence::cli
