// Which literals live inside their id, and that each gives back the very term it was made of.
#include "store/inline_value.h"

#include <array>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <limits>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "rdf/vocabulary.h"
#include "xsd/value.h"

namespace whence::store {
namespace {

namespace names = rdf::xsd;

rdf::Term literal(std::string_view lexical, std::string_view datatype) {
  return rdf::Term::literal(lexical, datatype);
}

/// The term that comes back, or nothing where it is not inlined.
std::optional<rdf::Term> round_trip(const rdf::Term& term) {
  const auto id = inline_id(term);
  if (!id) {
    return std::nullopt;
  }
  EXPECT_TRUE(is_inlined(*id));
  std::string scratch = "left over";
  return rdf::Term(inline_term(*id, scratch));
}

struct Case {
  std::string_view lexical;
  std::string_view datatype;

  friend void PrintTo(const Case& c, std::ostream* out) {
    *out << rdf::to_ntriples(literal(c.lexical, c.datatype));
  }
};

/// "12.5"^^xsd:decimal as Decimal_12p5_0: letters and digits, and a number where names would meet.
std::string case_name(const testing::TestParamInfo<Case>& info) {
  std::string name(info.param.datatype.substr(info.param.datatype.find_last_of("#/") + 1));
  name += '_';
  for (const char c : info.param.lexical) {
    switch (c) {
      case '-':
        name += "Minus";
        break;
      case '+':
        name += "Plus";
        break;
      case '.':
        name += "Point";
        break;
      case ' ':
        name += "Space";
        break;
      default:
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? std::string(1, c) : "";
    }
  }
  return fmt::format("{}_{}", name, info.index);
}

class Inlined : public testing::TestWithParam<Case> {};

TEST_P(Inlined, ComesBackAsItWas) {
  const rdf::Term term = literal(GetParam().lexical, GetParam().datatype);
  const auto back = round_trip(term);
  ASSERT_TRUE(back) << "not inlined";
  EXPECT_EQ(rdf::to_ntriples(*back), rdf::to_ntriples(term));
}

constexpr Case kInlined[] = {
    {"true", names::kBoolean},
    {"false", names::kBoolean},
    {"0", names::kInteger},
    {"-1", names::kInteger},
    {"42", names::kInteger},
    {"576460752303423487", names::kInteger},  // 2^59 - 1
    {"-576460752303423487", names::kInteger},
    {"0.0", names::kDecimal},
    {"1.0", names::kDecimal},
    {"-1.0", names::kDecimal},
    {"10.0", names::kDecimal},
    {"0.5", names::kDecimal},
    {"-0.05", names::kDecimal},
    {"3.14159", names::kDecimal},
    {"0.000000000000001", names::kDecimal},
    {"36028797018963967.0", names::kDecimal},  // 2^55 - 1
    {"0.0E0", names::kDouble},
    {"-0.0E0", names::kDouble},
    {"1.0E0", names::kDouble},
    {"-1.5E0", names::kDouble},
    {"1.0E-1", names::kDouble},
    {"3.141592653589793E0", names::kDouble},
    {"1.0E18", names::kDouble},
    {"-2.5E-18", names::kDouble},
    {"INF", names::kDouble},
    {"-INF", names::kDouble},
    {"NaN", names::kDouble},
    {"2024-02-29", names::kDate},
    {"2024-02-29Z", names::kDate},
    {"2024-02-29+14:00", names::kDate},
    {"2024-02-29-14:00", names::kDate},
    {"2024-02-29-00:01", names::kDate},
    {"1969-12-31", names::kDate},
    {"0000-01-01", names::kDate},
    {"-0044-03-15", names::kDate},
    {"12024-01-01", names::kDate},
    {"-32000-01-01+14:00", names::kDate},
    {"32000-12-31-14:00", names::kDate},
    {"2024-02-29T12:30:00", names::kDateTime},
    {"2024-02-29T12:30:00Z", names::kDateTime},
    {"2024-02-29T00:00:00+05:45", names::kDateTime},
    {"2024-02-29T23:59:59.999-03:30", names::kDateTime},
    {"2024-02-29T23:59:59.999999", names::kDateTime},
    {"2024-02-29T23:59:59.000001Z", names::kDateTime},
    {"2024-02-29T23:59:59.5", names::kDateTime},
    {"1969-12-31T23:59:59.1Z", names::kDateTime},
    {"-0001-01-01T00:00:00Z", names::kDateTime},
    {"-4000-01-01T00:00:00+14:00", names::kDateTime},
    {"12999-12-31T23:59:59.999999Z", names::kDateTime},
    {"12999-12-31T23:59:59.999-14:00", names::kDateTime},
};

INSTANTIATE_TEST_SUITE_P(Canonical, Inlined, testing::ValuesIn(kInlined), case_name);

class NotInlined : public testing::TestWithParam<Case> {};

TEST_P(NotInlined, BelongsIntoADictionary) {
  EXPECT_EQ(inline_id(literal(GetParam().lexical, GetParam().datatype)), std::nullopt);
}

constexpr std::string_view kLong = "http://www.w3.org/2001/XMLSchema#long";

constexpr Case kNotInlined[] = {
    {"", names::kInteger},
    {"1", names::kBoolean},
    {"TRUE", names::kBoolean},
    {"+1", names::kInteger},
    {"01", names::kInteger},
    {"-0", names::kInteger},
    {"-", names::kInteger},
    {" 1", names::kInteger},
    {"1 ", names::kInteger},
    {"1.0", names::kInteger},
    {"one", names::kInteger},
    {"576460752303423488", names::kInteger},  // 2^59
    {"123456789012345678901234567890", names::kInteger},
    {"1", kLong},
    {"1", names::kDecimal},
    {"1.", names::kDecimal},
    {".5", names::kDecimal},
    {"1.50", names::kDecimal},
    {"1.00", names::kDecimal},
    {"01.5", names::kDecimal},
    {"+1.5", names::kDecimal},
    {"-0.0", names::kDecimal},
    {"1.5E0", names::kDecimal},
    {"1.2.3", names::kDecimal},
    {"0.0000000000000001", names::kDecimal},   // 16 places
    {"36028797018963968.0", names::kDecimal},  // 2^55
    {"1", names::kDouble},
    {"1.0", names::kDouble},
    {"1E0", names::kDouble},
    {"1.0e0", names::kDouble},
    {"1.50E0", names::kDouble},
    {"10.0E0", names::kDouble},
    {"1.0E+1", names::kDouble},
    {"+INF", names::kDouble},
    {"inf", names::kDouble},
    {"-NaN", names::kDouble},
    {"1.0E19", names::kDouble},   // Over 2^63: canonical, but too large.
    {"1.0E-20", names::kDouble},  // Under 2^-63.
    {"4.9E-324", names::kDouble},
    {"1.0E0", names::kFloat},
    {"2023-02-29", names::kDate},
    {"2024-2-29", names::kDate},
    {"2024-02-29+00:00", names::kDate},
    {"2024-02-29-00:00", names::kDate},
    {"2024-02-29+14:01", names::kDate},
    {"2024-02-29z", names::kDate},
    {"+2024-02-29", names::kDate},
    {"02024-02-29", names::kDate},
    {"-0000-01-01", names::kDate},
    {"0024-13-01", names::kDate},
    {"24-01-01", names::kDate},
    {"32001-01-01", names::kDate},
    {"12345678901234567890-01-01", names::kDate},
    {"2024-02-29T12:30:00", names::kDate},
    {"2024-02-29", names::kDateTime},
    {"2024-02-29T24:00:00", names::kDateTime},
    {"2024-02-29T12:30:60", names::kDateTime},
    {"2024-02-29T12:60:00", names::kDateTime},
    {"2024-02-29T12:30", names::kDateTime},
    {"2024-02-29T12:30:00.", names::kDateTime},
    {"2024-02-29T12:30:00.0", names::kDateTime},
    {"2024-02-29T12:30:00.50", names::kDateTime},
    {"2024-02-29T12:30:00.0000001", names::kDateTime},
    {"2024-02-29T12:30:00.000001+01:00", names::kDateTime},
    {"2024-02-29T12:30:00+00:19", names::kDateTime},
    {"2024-02-29T12:30:00+00:00", names::kDateTime},
    {"2024-02-29T12:30:00Z+01:00", names::kDateTime},
    {"13000-01-01T00:00:00Z", names::kDateTime},
    {"-4001-12-31T23:59:59Z", names::kDateTime},
    {"true", names::kString},
    {"12:30:00Z", names::kTime},
    {"1", "http://www.w3.org/2001/XMLSchema#"},
    {"1", "http://example.org/XMLSchema#integer"},
};

INSTANTIATE_TEST_SUITE_P(Others, NotInlined, testing::ValuesIn(kNotInlined), case_name);

TEST(InlineValue, LeavesTermsThatAreNoLiteralsAlone) {
  EXPECT_EQ(inline_id(rdf::TermView::iri("true")), std::nullopt);
  EXPECT_EQ(inline_id(rdf::TermView::blank_node("1")), std::nullopt);
  EXPECT_EQ(inline_id(rdf::TermView::language_literal("1", "en")), std::nullopt);
}

class Ascending : public testing::TestWithParam<std::pair<const char*, std::vector<Case>>> {};

TEST_P(Ascending, IdsAreInTheOrderOfTheValues) {
  const auto& cases = GetParam().second;
  for (std::size_t i = 1; i < cases.size(); ++i) {
    const auto before = inline_id(literal(cases[i - 1].lexical, cases[i - 1].datatype));
    const auto after = inline_id(literal(cases[i].lexical, cases[i].datatype));
    ASSERT_TRUE(before && after) << cases[i].lexical;
    EXPECT_LT(*before, *after) << cases[i - 1].lexical << " and " << cases[i].lexical;
  }
}

std::vector<Case> cases_of(std::string_view datatype,
                           const std::vector<std::string_view>& lexicals) {
  std::vector<Case> cases;
  for (const std::string_view lexical : lexicals) {
    cases.push_back({lexical, datatype});
  }
  return cases;
}

INSTANTIATE_TEST_SUITE_P(
    Of, Ascending,
    testing::Values(
        std::pair{"Booleans", cases_of(names::kBoolean, {"false", "true"})},
        std::pair{"Integers", cases_of(names::kInteger, {"-20", "-3", "0", "3", "20"})},
        std::pair{"Doubles", cases_of(names::kDouble,
                                      {"-INF", "-1.0E1", "-1.0E0", "-1.0E-9", "-0.0E0", "0.0E0",
                                       "1.0E-9", "1.0E0", "1.5E0", "1.0E1", "INF", "NaN"})},
        std::pair{"Dates", cases_of(names::kDate,
                                    {"-0044-03-15", "1969-12-31", "2024-02-29+01:00", "2024-02-29",
                                     "2024-02-29Z", "2024-02-29-01:00", "2024-03-01"})},
        std::pair{"DateTimes", cases_of(names::kDateTime,
                                        {"-0044-03-15T12:00:00Z", "2024-02-29T12:30:00+01:00",
                                         "2024-02-29T11:30:00.000001",
                                         "2024-02-29T11:30:00.000002Z", "2024-02-29T11:30:00.001",
                                         "2024-02-29T12:30:00Z", "2024-02-29T12:30:00-01:00"})}),
    [](const auto& tested) { return std::string(tested.param.first); });

constexpr std::array kDatatypes{names::kBoolean, names::kInteger, names::kDecimal,
                                names::kDouble,  names::kDate,    names::kDateTime};

/// A text made of what lexical forms are made of: now and then a valid one, mostly nearly.
rc::Gen<std::string> nearly_lexical() {
  return rc::gen::container<std::string>(
      rc::gen::elementOf(std::string("0011234569--++..:TZEe INFa")));
}

/// Whatever is taken in comes back, and what is taken in was canonical.
void check_term(const rdf::Term& term) {
  if (const auto back = round_trip(term)) {
    RC_ASSERT(*back == term);
    RC_ASSERT(xsd::canonical(xsd::parse_value(term)) == term.value);
  }
}

TEST(InlineValueProperty, AnyTextComesBackOrIsRefused) {
  EXPECT_TRUE(
      rc::check([] { check_term(literal(*nearly_lexical(), *rc::gen::elementOf(kDatatypes))); }));
}

TEST(InlineValueProperty, SmallIntegersAreInlined) {
  EXPECT_TRUE(rc::check([](std::int64_t value) {
    const std::int64_t small = value >> 4;
    const rdf::Term term = literal(std::to_string(small), names::kInteger);
    RC_ASSERT(round_trip(term) == std::optional(term) ||
              small == std::numeric_limits<std::int64_t>::min() >> 4);
  }));
}

TEST(InlineValueProperty, CanonicalDecimalsAreInlined) {
  EXPECT_TRUE(rc::check([](std::int64_t value) {
    const auto scale = static_cast<unsigned>(*rc::gen::inRange(0, 16));
    const xsd::Decimal decimal(xsd::Integer(value >> 9), scale);
    const rdf::Term term = literal(decimal.to_string(), names::kDecimal);
    RC_ASSERT(round_trip(term) == std::optional(term));
  }));
}

TEST(InlineValueProperty, DoublesOfUsualSizeAreInlinedInOrder) {
  EXPECT_TRUE(rc::check([](double a, double b) {
    const auto is_usual = [](double value) {
      return value == 0 || (std::abs(value) > 0x1p-62 && std::abs(value) < 0x1p62);
    };
    RC_PRE(is_usual(a) && is_usual(b));
    const rdf::Term left = literal(xsd::canonical_double(a), names::kDouble);
    const rdf::Term right = literal(xsd::canonical_double(b), names::kDouble);
    RC_ASSERT(round_trip(left) == std::optional(left));
    RC_ASSERT(round_trip(right) == std::optional(right));
    RC_ASSERT(a >= b || *inline_id(left) < *inline_id(right));
  }));
}

/// Made of a value, written as it is canonical for the value space.
std::string moment_text(xsd::MomentKind kind) {
  xsd::Moment moment;
  moment.kind = kind;
  moment.year = *rc::gen::inRange(-3999, 12999);
  moment.month = *rc::gen::inRange(1U, 13U);
  moment.day = *rc::gen::inRange(1U, 29U);
  moment.hour = *rc::gen::inRange(0U, 24U);
  moment.minute = *rc::gen::inRange(0U, 60U);
  moment.second = xsd::Decimal(xsd::Integer(*rc::gen::inRange(0, 60'000)), 3);
  if (*rc::gen::arbitrary<bool>()) {
    moment.timezone = *rc::gen::inRange(-56, 57) * 15;
  }
  return moment.to_string();
}

TEST(InlineValueProperty, MomentsOfRecordedHistoryAreInlined) {
  EXPECT_TRUE(rc::check([] {
    const rdf::Term date = literal(moment_text(xsd::MomentKind::kDate), names::kDate);
    RC_ASSERT(round_trip(date) == std::optional(date));
    const rdf::Term time = literal(moment_text(xsd::MomentKind::kDateTime), names::kDateTime);
    RC_ASSERT(round_trip(time) == std::optional(time));
  }));
}

TEST(InlineValueProperty, DateTimesAreInTheOrderOfTheirInstants) {
  EXPECT_TRUE(rc::check([] {
    const std::string a = moment_text(xsd::MomentKind::kDateTime);
    const std::string b = moment_text(xsd::MomentKind::kDateTime);
    const auto left = xsd::Moment::parse(a, xsd::MomentKind::kDateTime)->in_utc();
    const auto right = xsd::Moment::parse(b, xsd::MomentKind::kDateTime)->in_utc();
    RC_ASSERT(left >= right ||
              *inline_id(literal(a, names::kDateTime)) < *inline_id(literal(b, names::kDateTime)));
  }));
}

}  // namespace
}  // namespace whence::store
