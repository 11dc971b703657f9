#include "xsd/moment.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

namespace whence::xsd {

namespace {

/// XSD 1.1 §5.4 lets there be a limit. This one keeps minutes within 64 bits.
constexpr std::size_t kYearDigitsMax = 12;

/// Reads a lexical form from the left; every step says whether it fitted.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool take(char c) {
    if (!rest_.starts_with(c)) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  std::string_view digits() {
    const auto end = std::ranges::find_if(rest_, [](char c) { return c < '0' || c > '9'; });
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    const std::string_view found = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return found;
  }

  bool two_digits(unsigned& value, unsigned least, unsigned most) {
    if (rest_.size() < 2 || !is_digit(rest_[0]) || !is_digit(rest_[1])) {
      return false;
    }
    value = static_cast<unsigned>(rest_[0] - '0') * 10 + static_cast<unsigned>(rest_[1] - '0');
    rest_.remove_prefix(2);
    return value >= least && value <= most;
  }

  bool year(std::int64_t& value) {
    const bool negative = take('-');
    const std::string_view found = digits();
    if (found.size() < 4 || found.size() > kYearDigitsMax ||
        (found.size() > 4 && found[0] == '0')) {
      return false;
    }
    value = 0;
    for (const char c : found) {
      value = value * 10 + (c - '0');
    }
    value = negative ? -value : value;
    return true;
  }

  bool second(Decimal& value) {
    unsigned whole = 0;
    if (!two_digits(whole, 0, 59)) {
      return false;
    }
    value = Decimal(Integer(whole));
    if (take('.')) {
      const std::string_view fraction = digits();
      if (fraction.empty()) {
        return false;
      }
      const auto parsed = Decimal::parse("." + std::string(fraction));
      if (!parsed) {
        return false;
      }
      value = value + *parsed;
    }
    return true;
  }

  bool timezone(std::optional<int>& value) {
    if (at_end()) {
      return true;
    }
    if (take('Z')) {
      value = 0;
      return true;
    }
    const bool negative = rest_.starts_with('-');
    unsigned hours = 0;
    unsigned minutes = 0;
    if (!(take('-') || take('+')) || !two_digits(hours, 0, 14) || !take(':') ||
        !two_digits(minutes, 0, hours == 14 ? 0 : 59)) {
      return false;
    }
    const int offset = static_cast<int>(hours * 60 + minutes);
    value = negative ? -offset : offset;
    return true;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  std::string_view rest_;
};

bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

unsigned days_in(std::int64_t year, unsigned month) {
  constexpr unsigned kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar: years counted from March, so that the
/// leap day is a year's last.
std::int64_t days_from_civil(std::int64_t year, unsigned month, unsigned day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t shifted = (static_cast<std::int64_t>(month) + 9) % 12;
  const std::int64_t day_of_year = (153 * shifted + 2) / 5 + static_cast<std::int64_t>(day) - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

/// 24:00:00 is the first moment of the next day (§3.3.7).
void next_day(Moment& moment) {
  moment.hour = 0;
  if (moment.kind == MomentKind::kTime) {
    return;
  }
  if (++moment.day > days_in(moment.year, moment.month)) {
    moment.day = 1;
    if (++moment.month > 12) {
      moment.month = 1;
      ++moment.year;
    }
  }
}

bool parse_date(Cursor& cursor, Moment& moment) {
  return cursor.year(moment.year) && cursor.take('-') && cursor.two_digits(moment.month, 1, 12) &&
         cursor.take('-') && cursor.two_digits(moment.day, 1, days_in(moment.year, moment.month));
}

bool parse_time(Cursor& cursor, Moment& moment) {
  if (!cursor.two_digits(moment.hour, 0, 24) || !cursor.take(':') ||
      !cursor.two_digits(moment.minute, 0, 59) || !cursor.take(':') ||
      !cursor.second(moment.second)) {
    return false;
  }
  if (moment.hour == 24) {
    if (moment.minute != 0 || !moment.second.is_zero()) {
      return false;
    }
    next_day(moment);
  }
  return true;
}

std::string year_text(std::int64_t year) {
  return fmt::format("{}{:04}", year < 0 ? "-" : "", std::abs(year));
}

std::string time_text(const Moment& moment) {
  std::string second = moment.second.to_string();
  if (second.ends_with(".0")) {
    second.resize(second.size() - 2);
  }
  if (second.find('.') == 1 || second.size() == 1) {
    second.insert(0, "0");
  }
  return fmt::format("{:02}:{:02}:{}", moment.hour, moment.minute, second);
}

}  // namespace

std::optional<Moment> Moment::parse(std::string_view lexical, MomentKind kind) {
  Moment moment;
  moment.kind = kind;
  Cursor cursor(lexical);
  bool fits = false;
  switch (kind) {
    case MomentKind::kDateTime:
      fits = parse_date(cursor, moment) && cursor.take('T') && parse_time(cursor, moment);
      break;
    case MomentKind::kDate:
      fits = parse_date(cursor, moment);
      break;
    case MomentKind::kTime:
      fits = parse_time(cursor, moment);
      break;
    case MomentKind::kGYear:
      fits = cursor.year(moment.year);
      break;
    case MomentKind::kGYearMonth:
      fits = cursor.year(moment.year) && cursor.take('-') && cursor.two_digits(moment.month, 1, 12);
      break;
  }
  if (!fits || !cursor.timezone(moment.timezone) || !cursor.at_end()) {
    return std::nullopt;
  }
  return moment;
}

std::string Moment::to_string() const {
  std::string text;
  switch (kind) {
    case MomentKind::kDateTime:
      text = fmt::format("{}-{:02}-{:02}T{}", year_text(year), month, day, time_text(*this));
      break;
    case MomentKind::kDate:
      text = fmt::format("{}-{:02}-{:02}", year_text(year), month, day);
      break;
    case MomentKind::kTime:
      text = time_text(*this);
      break;
    case MomentKind::kGYear:
      text = year_text(year);
      break;
    case MomentKind::kGYearMonth:
      text = fmt::format("{}-{:02}", year_text(year), month);
      break;
  }
  return text + timezone_text(timezone);
}

Instant Moment::in_utc() const {
  return {(days_from_civil(year, month, day) * 24 + hour) * 60 + minute - timezone.value_or(0),
          second};
}

std::partial_ordering compare(const Moment& a, const Moment& b) {
  if (a.kind != b.kind) {
    return std::partial_ordering::unordered;
  }
  const Instant left = a.in_utc();
  const Instant right = b.in_utc();
  if (a.timezone.has_value() == b.timezone.has_value()) {
    return left <=> right;
  }
  constexpr std::int64_t kTimezoneMinutesMax = std::int64_t{14} * 60;
  const auto latest = [](Instant instant) {
    instant.minutes += kTimezoneMinutesMax;
    return instant;
  };
  if (latest(left) < right) {
    return std::partial_ordering::less;
  }
  return latest(right) < left ? std::partial_ordering::greater : std::partial_ordering::unordered;
}

std::string timezone_text(const std::optional<int>& timezone) {
  if (!timezone) {
    return "";
  }
  if (*timezone == 0) {
    return "Z";
  }
  const int minutes = std::abs(*timezone);
  return fmt::format("{}{:02}:{:02}", *timezone < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string timezone_duration(int timezone) {
  const int minutes = std::abs(timezone);
  if (minutes == 0) {
    return "PT0S";
  }
  std::string text = timezone < 0 ? "-PT" : "PT";
  if (minutes >= 60) {
    text += fmt::format("{}H", minutes / 60);
  }
  if (minutes % 60 != 0) {
    text += fmt::format("{}M", minutes % 60);
  }
  return text;
}

}  // namespace whence::xsd
