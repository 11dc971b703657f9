// Dates and times: lexical space, order, parts of the timezone.
#include "xsd/moment.h"

#include <ostream>

#include <gtest/gtest.h>

#include "unit/xsd/literals.h"

namespace whence::xsd {

namespace {

struct Form {
  const char* name;
  const char* literal;
  const char* value;
};
void PrintTo(const Form& example, std::ostream* out) { *out << example.literal; }

class MomentForm : public testing::TestWithParam<Form> {};

TEST_P(MomentForm, IsReadAndWritten) {
  EXPECT_EQ(printed(value_of(GetParam().literal)), GetParam().value);
}

// XSD 1.1 Part 2 §3.3.7 to §3.3.11, §D.3
INSTANTIATE_TEST_SUITE_P(
    Literals, MomentForm,
    testing::Values(
        Form{"DateTime", "dateTime:2020-02-29T12:34:56", "dateTime:2020-02-29T12:34:56"},
        Form{"Utc", "dateTime:2020-01-01T00:00:00Z", "dateTime:2020-01-01T00:00:00Z"},
        Form{"UtcAsOffset", "dateTime:2020-01-01T00:00:00+00:00", "dateTime:2020-01-01T00:00:00Z"},
        Form{"MinusZeroOffset", "dateTime:2020-01-01T00:00:00-00:00",
             "dateTime:2020-01-01T00:00:00Z"},
        Form{"EastMost", "dateTime:2020-01-01T00:00:00+14:00",
             "dateTime:2020-01-01T00:00:00+14:00"},
        Form{"TooFarEast", "dateTime:2020-01-01T00:00:00+14:01", "error"},
        Form{"NoSuchMinute", "dateTime:2020-01-01T00:00:00+01:60", "error"},
        Form{"TimezoneWithoutColon", "dateTime:2020-01-01T00:00:00+0100", "error"},
        Form{"TimezoneInSmallLetter", "dateTime:2020-01-01T00:00:00z", "error"},
        Form{"FractionLosesZeros", "dateTime:2020-01-01T00:00:01.500",
             "dateTime:2020-01-01T00:00:01.5"},
        Form{"FractionOfZero", "dateTime:2020-01-01T00:00:00.000", "dateTime:2020-01-01T00:00:00"},
        Form{"FractionWithoutDigits", "dateTime:2020-01-01T00:00:01.", "error"},
        Form{"LongFraction", "dateTime:2020-01-01T00:00:09.000000000000000000001Z",
             "dateTime:2020-01-01T00:00:09.000000000000000000001Z"},
        Form{"EndOfDay", "dateTime:2019-12-31T24:00:00Z", "dateTime:2020-01-01T00:00:00Z"},
        Form{"EndOfLeapDay", "dateTime:2020-02-29T24:00:00.0", "dateTime:2020-03-01T00:00:00"},
        Form{"BeyondEndOfDay", "dateTime:2020-01-01T24:00:01", "error"},
        Form{"LeapSecond", "dateTime:2016-12-31T23:59:60Z", "error"},
        Form{"LeapDayOfCentury", "date:1900-02-29", "error"},
        Form{"LeapDayOfFourCenturies", "date:2000-02-29", "date:2000-02-29"},
        Form{"NoLeapDay", "date:2019-02-29", "error"},
        Form{"DayThirtyOneOfApril", "date:2019-04-31", "error"},
        Form{"DayZero", "date:2019-04-00", "error"},
        Form{"MonthThirteen", "date:2019-13-01", "error"},
        Form{"YearZero", "date:0000-01-01", "date:0000-01-01"},
        Form{"LeapDayOfYearZero", "date:0000-02-29", "date:0000-02-29"},
        Form{"BeforeChrist", "date:-0044-03-15", "date:-0044-03-15"},
        Form{"LeapDayBeforeYearZero", "date:-0004-02-29", "date:-0004-02-29"},
        Form{"LongYear", "date:12345-01-01", "date:12345-01-01"},
        Form{"LongYearWithZero", "date:01234-01-01", "error"},
        Form{"ShortYear", "date:999-01-01", "error"},
        Form{"YearWithPlus", "date:+2020-01-01", "error"},
        Form{"LongestYear", "date:-999999999999-12-31Z", "date:-999999999999-12-31Z"},
        Form{"YearBeyondTheLimit", "date:1000000000000-01-01", "error"},
        Form{"DateWithTimezone", "date:2020-01-01-05:30", "date:2020-01-01-05:30"},
        Form{"DateWithTime", "date:2020-01-01T00:00:00", "error"},
        Form{"DateTimeWithoutTime", "dateTime:2020-01-01", "error"},
        Form{"OneDigitHour", "dateTime:2020-01-01T1:00:00", "error"},
        Form{"SpaceBetween", "dateTime:2020-01-01 00:00:00", "error"},
        Form{"TextBehind", "dateTime:2020-01-01T00:00:00Z ", "error"},
        Form{"Time", "time:07:05:09.25", "time:07:05:09.25"},
        Form{"TimeAtEndOfDay", "time:24:00:00", "time:00:00:00"},
        Form{"TimeWithTimezone", "time:07:05:09-08:00", "time:07:05:09-08:00"},
        Form{"Year", "gYear:1970", "gYear:1970"},
        Form{"YearWithTimezone", "gYear:-0001Z", "gYear:-0001Z"},
        Form{"YearMonth", "gYearMonth:2020-12+01:00", "gYearMonth:2020-12+01:00"},
        Form{"YearMonthThirteen", "gYearMonth:2020-13", "error"},
        Form{"Empty", "dateTime:", "error"}),
    [](const auto& tested) { return tested.param.name; });

struct Order {
  const char* left;
  const char* right;
  const char* order;  ///< "<", "=", or "?" for indeterminate.
};
void PrintTo(const Order& example, std::ostream* out) {
  *out << example.left << ' ' << example.order << ' ' << example.right;
}

class MomentOrder : public testing::TestWithParam<Order> {};

TEST_P(MomentOrder, IsThatOfTheTimeLine) {
  const auto left = std::get<Moment>(value_of(GetParam().left));
  const auto right = std::get<Moment>(value_of(GetParam().right));
  const auto printed_order = [](std::partial_ordering order) {
    return order == std::partial_ordering::unordered ? "?"
           : order < 0                               ? "<"
           : order > 0                               ? ">"
                                                     : "=";
  };
  EXPECT_STREQ(printed_order(compare(left, right)), GetParam().order);
  const std::string turned = printed_order(compare(right, left));
  EXPECT_EQ(turned, GetParam().order == std::string("<") ? ">" : GetParam().order);
}

// XSD 1.1 Part 2 §3.3.7.1, §D.2.2
INSTANTIATE_TEST_SUITE_P(
    Moments, MomentOrder,
    testing::Values(
        Order{"dateTime:2020-01-01T00:00:00", "dateTime:2020-01-01T00:00:00.001", "<"},
        Order{"dateTime:2020-01-01T12:00:00+02:00", "dateTime:2020-01-01T10:00:00Z", "="},
        Order{"dateTime:2020-01-01T00:00:00+14:00", "dateTime:2019-12-31T11:00:00Z", "<"},
        Order{"dateTime:2019-12-31T24:00:00", "dateTime:2020-01-01T00:00:00", "="},
        Order{"dateTime:-0001-12-31T00:00:00", "dateTime:0000-01-01T00:00:00", "<"},
        Order{"dateTime:-999999999999-01-01T00:00:00", "dateTime:999999999999-01-01T00:00:00Z",
              "<"},
        // Without a timezone it may be any, of 14 hours to either side.
        Order{"dateTime:2020-01-01T00:00:00", "dateTime:2020-01-01T00:00:00Z", "?"},
        Order{"dateTime:2020-01-01T00:00:00", "dateTime:2020-01-01T14:00:00Z", "?"},
        Order{"dateTime:2020-01-01T00:00:00", "dateTime:2020-01-01T14:00:00.1Z", "<"},
        Order{"dateTime:2020-01-01T00:00:00Z", "dateTime:2020-01-01T14:00:01", "<"},
        Order{"date:2020-02-29", "date:2020-03-01", "<"},
        Order{"date:2020-01-02+14:00", "date:2020-01-01-10:00", "="},
        Order{"date:2020-01-01", "date:2020-01-01Z", "?"},
        Order{"date:2020-01-01", "date:2020-01-02Z", "<"},
        Order{"time:09:00:00", "time:10:00:00", "<"},
        Order{"time:10:00:00+01:00", "time:09:30:00Z", "<"},
        Order{"gYear:-0002", "gYear:-0001", "<"},
        Order{"gYearMonth:1999-12", "gYearMonth:2000-01", "<"},
        Order{"gYear:2000", "date:2000-01-01", "?"}),
    [](const auto& tested) {
      return test_name(tested.param.left) + "_and_" + test_name(tested.param.right);
    });

TEST(Moment, WithAFractionOfAMillionDigitsHasNoValue) {
  const std::string text = "2020-01-01T00:00:00." + std::string(1'000'000, '1');
  EXPECT_FALSE(Moment::parse(text, MomentKind::kDateTime));
}

TEST(TimezoneDuration, IsCanonical) {
  EXPECT_EQ(timezone_duration(0), "PT0S");
  EXPECT_EQ(timezone_duration(-480), "-PT8H");
  EXPECT_EQ(timezone_duration(330), "PT5H30M");
  EXPECT_EQ(timezone_duration(-30), "-PT30M");
}

TEST(TimezoneText, IsCanonical) {
  EXPECT_EQ(timezone_text(std::nullopt), "");
  EXPECT_EQ(timezone_text(0), "Z");
  EXPECT_EQ(timezone_text(-570), "-09:30");
  EXPECT_EQ(timezone_text(840), "+14:00");
}

}  // namespace

}  // namespace whence::xsd
