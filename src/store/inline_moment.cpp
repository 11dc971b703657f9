// See inline_value.h for the payloads. The calendar is std::chrono's: proleptic Gregorian with a
// year 0, as XSD 1.1's is.
#include "store/inline_moment.h"

#include <chrono>
#include <cstdlib>
#include <iterator>

#include <fmt/format.h>

namespace whence::store {
namespace {

constexpr std::int64_t kMinutesOfDay = std::int64_t{24} * 60;
constexpr std::int64_t kMillisecondsOfMinute = std::int64_t{60} * 1000;
constexpr std::int64_t kMillisecondsOfDay = kMinutesOfDay * kMillisecondsOfMinute;
constexpr int kTimezoneMax = 14 * 60;

// A day more at the start leaves room for timezones.
constexpr std::int64_t days_before(int year) {
  return std::chrono::sys_days(std::chrono::year(year) / 1 / 1).time_since_epoch().count() - 1;
}

constexpr int kDateYearMax = 32000;
constexpr std::int64_t kDateStart = days_before(-kDateYearMax) * kMinutesOfDay;
constexpr std::int64_t kDateTimezones = 2048;

constexpr int kDateTimeYearMin = -4000;
constexpr int kDateTimeYearMax = 12999;
constexpr std::int64_t kDateTimeStart = days_before(kDateTimeYearMin) * kMillisecondsOfDay;
constexpr int kQuarter = 15;
constexpr std::int64_t kTimezoneCodes = 2 + 2 * kTimezoneMax / kQuarter;  // None is one of them.
constexpr std::int64_t kCodes = kTimezoneCodes + std::int64_t{2} * 999;
static_assert(kCodes == 2112);
static_assert((days_before(kDateTimeYearMax + 1) + 3) * kMillisecondsOfDay - kDateTimeStart <
              (std::int64_t{1} << 60) / kCodes);

/// Reads a canonical lexical form from the left; every step says whether it fitted.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool take(char c) {
    if (!rest_.starts_with(c)) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }

  /// All digits at the front; at most nine, so that they fit.
  bool digits(int& value, std::size_t& count) {
    value = 0;
    for (count = 0; count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9'; ++count) {
      if (count == 9) {
        return false;
      }
      value = value * 10 + (rest_[count] - '0');
    }
    rest_.remove_prefix(count);
    return count > 0;
  }

  bool two_digits(int& value) {
    std::size_t count = 0;
    return digits(value, count) && count == 2;
  }

  bool date(std::int64_t& days, int year_min, int year_max) {
    const bool negative = take('-');
    const bool has_zero = rest_.starts_with('0');
    int year = 0;
    int month = 0;
    int day = 0;
    std::size_t count = 0;
    if (!digits(year, count) || count < 4 || (count > 4 && has_zero) || (negative && year == 0) ||
        !take('-') || !two_digits(month) || !take('-') || !two_digits(day)) {
      return false;
    }
    year = negative ? -year : year;
    if (year < year_min || year > year_max) {
      return false;
    }
    const std::chrono::year_month_day civil(std::chrono::year(year),
                                            std::chrono::month(static_cast<unsigned>(month)),
                                            std::chrono::day(static_cast<unsigned>(day)));
    days = civil.ok() ? std::chrono::sys_days(civil).time_since_epoch().count() : 0;
    return civil.ok();
  }

  /// Microseconds since midnight; 24:00:00 is not canonical.
  bool time(std::int64_t& microseconds) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!two_digits(hour) || !take(':') || !two_digits(minute) || !take(':') ||
        !two_digits(second) || hour > 23 || minute > 59 || second > 59) {
      return false;
    }
    microseconds = ((std::int64_t{hour} * 60 + minute) * 60 + second) * 1'000'000;
    if (!take('.')) {
      return true;
    }
    int fraction = 0;
    std::size_t count = 0;
    if (!digits(fraction, count) || count > 6 || fraction % 10 == 0) {
      return false;
    }
    for (; count < 6; ++count) {
      fraction *= 10;
    }
    microseconds += fraction;
    return true;
  }

  bool timezone(std::optional<int>& minutes_east) {
    if (at_end()) {
      return true;
    }
    if (take('Z')) {
      minutes_east = 0;
      return at_end();
    }
    const bool negative = take('-');
    int hours = 0;
    int minutes = 0;
    if ((!negative && !take('+')) || !two_digits(hours) || !take(':') || !two_digits(minutes) ||
        minutes > 59) {
      return false;
    }
    const int total = hours * 60 + minutes;
    minutes_east = negative ? -total : total;
    return at_end() && total > 0 && total <= kTimezoneMax;
  }

 private:
  std::string_view rest_;
};

void append_date(std::int64_t days, std::string& out) {
  const std::chrono::year_month_day civil{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))};
  const int year = static_cast<int>(civil.year());
  fmt::format_to(std::back_inserter(out), "{}{:04}-{:02}-{:02}", year < 0 ? "-" : "",
                 std::abs(year), static_cast<unsigned>(civil.month()),
                 static_cast<unsigned>(civil.day()));
}

void append_timezone(const std::optional<int>& minutes_east, std::string& out) {
  if (!minutes_east) {
    return;
  }
  if (*minutes_east == 0) {
    out += 'Z';
    return;
  }
  const int minutes = std::abs(*minutes_east);
  fmt::format_to(std::back_inserter(out), "{}{:02}:{:02}", *minutes_east < 0 ? '-' : '+',
                 minutes / 60, minutes % 60);
}

}  // namespace

std::optional<std::uint64_t> encode_date(std::string_view lexical) {
  Cursor cursor(lexical);
  std::int64_t days = 0;
  std::optional<int> timezone;
  if (!cursor.date(days, -kDateYearMax, kDateYearMax) || !cursor.timezone(timezone)) {
    return std::nullopt;
  }
  const std::int64_t minutes = days * kMinutesOfDay - timezone.value_or(0) - kDateStart;
  const std::int64_t code = timezone ? *timezone + kTimezoneMax + 1 : 0;
  return static_cast<std::uint64_t>(minutes * kDateTimezones + code);
}

void write_date(std::uint64_t payload, std::string& out) {
  const auto code = static_cast<int>(payload % kDateTimezones);
  const auto timezone = code == 0 ? std::nullopt : std::optional(code - kTimezoneMax - 1);
  const std::int64_t minutes =
      static_cast<std::int64_t>(payload) / kDateTimezones + kDateStart + timezone.value_or(0);
  out.clear();
  append_date(minutes / kMinutesOfDay, out);  // Whole days: no rounding.
  append_timezone(timezone, out);
}

std::optional<std::uint64_t> encode_date_time(std::string_view lexical) {
  Cursor cursor(lexical);
  std::int64_t days = 0;
  std::int64_t microseconds = 0;
  std::optional<int> timezone;
  if (!cursor.date(days, kDateTimeYearMin, kDateTimeYearMax) || !cursor.take('T') ||
      !cursor.time(microseconds) || !cursor.timezone(timezone) ||
      timezone.value_or(0) % kQuarter != 0) {
    return std::nullopt;
  }
  const std::int64_t rest = microseconds % 1000;
  std::int64_t code = timezone ? 1 + (*timezone + kTimezoneMax) / kQuarter : 0;
  if (rest != 0) {
    if (timezone.value_or(0) != 0) {
      return std::nullopt;
    }
    code = kTimezoneCodes + (rest - 1) * 2 + (timezone ? 1 : 0);
  }
  const std::int64_t instant = days * kMillisecondsOfDay + microseconds / 1000 -
                               timezone.value_or(0) * kMillisecondsOfMinute - kDateTimeStart;
  return static_cast<std::uint64_t>(instant * kCodes + code);
}

void write_date_time(std::uint64_t payload, std::string& out) {
  const auto code = static_cast<std::int64_t>(payload % kCodes);
  std::optional<int> timezone;
  std::int64_t rest = 0;
  if (code >= kTimezoneCodes) {
    rest = (code - kTimezoneCodes) / 2 + 1;
    timezone = (code - kTimezoneCodes) % 2 == 0 ? std::nullopt : std::optional(0);
  } else if (code > 0) {
    timezone = static_cast<int>(code - 1) * kQuarter - kTimezoneMax;
  }
  const std::int64_t since_start =
      static_cast<std::int64_t>(payload) / kCodes + timezone.value_or(0) * kMillisecondsOfMinute;
  const std::int64_t in_day = since_start % kMillisecondsOfDay;  // The start is a midnight.
  const std::int64_t seconds = in_day / 1000;
  out.clear();
  append_date((since_start + kDateTimeStart - in_day) / kMillisecondsOfDay, out);
  fmt::format_to(std::back_inserter(out), "T{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60,
                 seconds % 60);
  if (const std::int64_t fraction = in_day % 1000 * 1000 + rest; fraction != 0) {
    fmt::format_to(std::back_inserter(out), ".{:06}", fraction);
    out.resize(out.find_last_not_of('0') + 1);
  }
  append_timezone(timezone, out);
}

}  // namespace whence::store
