// Points on the calendar: xsd:dateTime, date, time, gYear, gYearMonth in one type, the
// seven-property model of XSD 1.1 Part 2 §D.2.1 without what a kind has not.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "xsd/decimal.h"

namespace whence::xsd {

enum class MomentKind : std::uint8_t { kDateTime, kDate, kTime, kGYear, kGYearMonth };

/// A place on the time line: whole minutes since 1970 began in UTC, and seconds, less than 60.
struct Instant {
  std::int64_t minutes = 0;
  Decimal second;

  friend std::strong_ordering operator<=>(const Instant&, const Instant&) = default;
};

struct Moment {
  MomentKind kind = MomentKind::kDateTime;
  std::int64_t year = 1972;  ///< A leap year where the kind has none (§E.3.3's reference).
  unsigned month = 1;
  unsigned day = 1;
  unsigned hour = 0;
  unsigned minute = 0;
  Decimal second;
  std::optional<int> timezone;  ///< Minutes east of UTC, -840 to 840.

  static std::optional<Moment> parse(std::string_view lexical, MomentKind kind);
  [[nodiscard]] std::string to_string() const;

  /// Its place on the time line, as if in UTC where there is no timezone.
  [[nodiscard]] Instant in_utc() const;
};

/// §3.3.7.1: indeterminate when only one has a timezone and they are within 14 hours.
/// Of different kinds: unordered.
[[nodiscard]] std::partial_ordering compare(const Moment& a, const Moment& b);

/// "Z", "+02:00", or nothing: as SPARQL's TZ gives it (§17.4.5.9).
[[nodiscard]] std::string timezone_text(const std::optional<int>& timezone);
/// The canonical xsd:dayTimeDuration of a timezone (§17.4.5.8): "PT0S", "-PT8H", "PT5H30M".
[[nodiscard]] std::string timezone_duration(int timezone);

}  // namespace whence::xsd
