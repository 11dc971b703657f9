// Functions on dates and times (SPARQL 1.1 §17.4.5). Beyond xsd:dateTime they take whatever has the
// part that is asked for: YEAR of an xsd:date, HOURS of an xsd:time.
#include <array>
#include <chrono>

#include "exec/functions/function.h"
#include "exec/functions/string_argument.h"
#include "rdf/vocabulary.h"

namespace whence::exec {

namespace {

using Values = std::span<const xsd::Value>;
using xsd::Moment;
using xsd::MomentKind;

/// The moment in `value`, if its kind is one of `kinds`.
const Moment* moment_of(const xsd::Value& value, std::initializer_list<MomentKind> kinds) {
  const auto* moment = std::get_if<Moment>(&value);
  if (moment == nullptr) {
    return nullptr;
  }
  for (const MomentKind kind : kinds) {
    if (moment->kind == kind) {
      return moment;
    }
  }
  return nullptr;
}

template <typename Number>
std::optional<xsd::Value> integer(Number number) {
  return xsd::Value(xsd::Integer(number));
}

std::optional<xsd::Value> year(Values arguments) {
  const Moment* moment = moment_of(arguments[0], {MomentKind::kDateTime, MomentKind::kDate,
                                                  MomentKind::kGYear, MomentKind::kGYearMonth});
  return moment == nullptr ? std::nullopt : integer(moment->year);
}

std::optional<xsd::Value> month(Values arguments) {
  const Moment* moment =
      moment_of(arguments[0], {MomentKind::kDateTime, MomentKind::kDate, MomentKind::kGYearMonth});
  return moment == nullptr ? std::nullopt : integer(moment->month);
}

std::optional<xsd::Value> day(Values arguments) {
  const Moment* moment = moment_of(arguments[0], {MomentKind::kDateTime, MomentKind::kDate});
  return moment == nullptr ? std::nullopt : integer(moment->day);
}

std::optional<xsd::Value> hours(Values arguments) {
  const Moment* moment = moment_of(arguments[0], {MomentKind::kDateTime, MomentKind::kTime});
  return moment == nullptr ? std::nullopt : integer(moment->hour);
}

std::optional<xsd::Value> minutes(Values arguments) {
  const Moment* moment = moment_of(arguments[0], {MomentKind::kDateTime, MomentKind::kTime});
  return moment == nullptr ? std::nullopt : integer(moment->minute);
}

/// §17.4.5.7: a decimal, with the fraction.
std::optional<xsd::Value> seconds(Values arguments) {
  const Moment* moment = moment_of(arguments[0], {MomentKind::kDateTime, MomentKind::kTime});
  return moment == nullptr ? std::nullopt : std::optional<xsd::Value>(moment->second);
}

/// §17.4.5.8: an error where there is no timezone.
Value timezone(std::span<const rdf::TermView> arguments, QueryContext& /*context*/) {
  const xsd::Value value = xsd::parse_value(arguments[0]);
  const auto* moment = std::get_if<Moment>(&value);
  if (moment == nullptr || !moment->timezone) {
    return ExpressionError{};
  }
  return rdf::Term::literal(xsd::timezone_duration(*moment->timezone), rdf::xsd::kDayTimeDuration);
}

/// §17.4.5.9: as it was written, "Z" and "+00:00" apart; empty where there is none.
Value tz(std::span<const rdf::TermView> arguments, QueryContext& /*context*/) {
  const xsd::Value value = xsd::parse_value(arguments[0]);
  const auto* moment = std::get_if<Moment>(&value);
  if (moment == nullptr) {
    return ExpressionError{};
  }
  if (!moment->timezone) {
    return string_value({});
  }
  constexpr std::size_t kOffsetSize = 6;  // +hh:mm
  const std::string_view lexical = arguments[0].value;
  return string_value(std::string(lexical.ends_with('Z')
                                      ? lexical.substr(lexical.size() - 1)
                                      : lexical.substr(lexical.size() - kOffsetSize)));
}

/// §17.4.5.1: one moment for all of a query.
class NowNode final : public Evaluator {
 public:
  Value evaluate(const Row& /*row*/, QueryContext& context) override {
    if (!now_) {
      now_ = moment_at(context.now());
    }
    return xsd::Value(*now_);
  }

 private:
  static Moment moment_at(std::chrono::system_clock::time_point time) {
    using std::chrono::floor;
    const auto midnight = floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(midnight);
    const std::chrono::hh_mm_ss clock(floor<std::chrono::microseconds>(time - midnight));
    Moment moment;
    moment.year = static_cast<int>(date.year());
    moment.month = static_cast<unsigned>(date.month());
    moment.day = static_cast<unsigned>(date.day());
    moment.hour = static_cast<unsigned>(clock.hours().count());
    moment.minute = static_cast<unsigned>(clock.minutes().count());
    const std::int64_t microseconds =
        clock.seconds().count() * std::int64_t{1000000} + clock.subseconds().count();
    moment.second = xsd::Decimal(xsd::Integer(microseconds), 6);
    moment.timezone = 0;
    return moment;
  }

  std::optional<Moment> now_;
};

// NOLINTNEXTLINE(performance-unnecessary-value-param): the table's functions take what they keep.
std::unique_ptr<Evaluator> make_now(const sparql::Call& /*call*/, Arguments /*arguments*/) {
  return std::make_unique<NowNode>();
}

constexpr std::array kFunctions{
    Function{"now", make_now},    Function{"year", year},         Function{"month", month},
    Function{"day", day},         Function{"hours", hours},       Function{"minutes", minutes},
    Function{"seconds", seconds}, Function{"timezone", timezone}, Function{"tz", tz},
};

}  // namespace

std::span<const Function> date_time_functions() { return kFunctions; }

}  // namespace whence::exec
