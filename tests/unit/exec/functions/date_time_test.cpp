// Functions on dates and times (SPARQL 1.1 §17.4.5).
#include <memory>

#include <gtest/gtest.h>

#include "rdf/vocabulary.h"
#include "store/snapshot.h"
#include "unit/exec/evaluating.h"

namespace whence::exec {

namespace {

class DateTimeFunction : public testing::TestWithParam<Example> {};

TEST_P(DateTimeFunction, HasTheValue) {
  EXPECT_EQ(evaluated(GetParam().expression), GetParam().result);
}

INSTANTIATE_TEST_SUITE_P(
    Examples, DateTimeFunction,
    testing::Values(
        Example{"Year", "YEAR('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)",
                "\"2011\"^^xsd:integer"},
        Example{"NegativeYear", "YEAR('-0044-03-15'^^xsd:date)", "\"-44\"^^xsd:integer"},
        Example{"YearOfGYear", "YEAR('1970'^^xsd:gYear)", "\"1970\"^^xsd:integer"},
        Example{"YearOfTime", "YEAR('10:00:00'^^xsd:time)", "error"},
        Example{"YearOfString", "YEAR('2011-01-10T14:45:13Z')", "error"},
        Example{"YearOfNumber", "YEAR(2011)", "error"},
        Example{"Month", "MONTH('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)",
                "\"1\"^^xsd:integer"},
        Example{"MonthOfGYear", "MONTH('1970'^^xsd:gYear)", "error"},
        Example{"Day", "DAY('2011-01-10'^^xsd:date)", "\"10\"^^xsd:integer"},
        Example{"DayOfGYearMonth", "DAY('2011-01'^^xsd:gYearMonth)", "error"},
        // As it is written, not in UTC.
        Example{"Hours", "HOURS('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)",
                "\"14\"^^xsd:integer"},
        Example{"HoursOfTime", "HOURS('07:00:00'^^xsd:time)", "\"7\"^^xsd:integer"},
        Example{"HoursOfDate", "HOURS('2011-01-10'^^xsd:date)", "error"},
        Example{"Minutes", "MINUTES('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)",
                "\"45\"^^xsd:integer"},
        Example{"Seconds", "SECONDS('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)",
                "\"13.815\"^^xsd:decimal"},
        Example{"WholeSeconds", "SECONDS('2011-01-10T14:45:00Z'^^xsd:dateTime)",
                "\"0.0\"^^xsd:decimal"},
        Example{"Timezone", "TIMEZONE('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)",
                "\"-PT5H\"^^xsd:dayTimeDuration"},
        Example{"TimezoneUtc", "TIMEZONE('2011-01-10T14:45:13.815Z'^^xsd:dateTime)",
                "\"PT0S\"^^xsd:dayTimeDuration"},
        Example{"TimezoneAbsent", "TIMEZONE('2011-01-10T14:45:13.815'^^xsd:dateTime)", "error"},
        Example{"Tz", "TZ('2011-01-10T14:45:13.815-05:00'^^xsd:dateTime)", "\"-05:00\""},
        Example{"TzUtc", "TZ('2011-01-10T14:45:13.815Z'^^xsd:dateTime)", "\"Z\""},
        Example{"TzUtcAsOffset", "TZ('2011-01-10T14:45:13+00:00'^^xsd:dateTime)", "\"+00:00\""},
        Example{"TzAbsent", "TZ('2011-01-10T14:45:13.815'^^xsd:dateTime)", "\"\""},
        Example{"TzOfString", "TZ('Z')", "error"},
        Example{"IllTyped", "YEAR('2011-13-10T14:45:13Z'^^xsd:dateTime)", "error"}),
    example_name);

TEST(Now, IsOneMomentOfTheQuery) {
  QueryContext context(std::make_shared<const store::Snapshot>(), {});
  const TestRow row(context);
  const auto first = compile(parsed("NOW()"), {});
  const auto second = compile(parsed("NOW()"), {});
  const rdf::Term term = to_term(first->evaluate(row.row(), context), context);
  EXPECT_EQ(term, to_term(second->evaluate(row.row(), context), context));
  EXPECT_EQ(term.datatype, rdf::xsd::kDateTime);
  EXPECT_TRUE(term.value.ends_with('Z'));
  const xsd::Value value = xsd::parse_value(term);
  ASSERT_TRUE(std::holds_alternative<xsd::Moment>(value));
  const auto since_epoch =
      std::chrono::floor<std::chrono::minutes>(context.now().time_since_epoch());
  EXPECT_EQ(std::get<xsd::Moment>(value).in_utc().minutes, since_epoch.count());
}

}  // namespace

}  // namespace whence::exec
