// Doubles and floats as text: at the ends of their range, and from hostile text.
#include <cmath>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "xsd/value.h"

namespace whence::xsd {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(ParseDouble, RoundsWhatIsBeyondTheRange) {
  EXPECT_EQ(parse_double("1e309"), kInfinity);
  EXPECT_EQ(parse_double("-1e309"), -kInfinity);
  EXPECT_EQ(parse_double("1e999999999"), kInfinity);
  EXPECT_EQ(parse_double("1e99999999999999999999999999999"), kInfinity);
  EXPECT_EQ(parse_double("1e-999999999"), 0.0);
  EXPECT_EQ(parse_double("1e-99999999999999999999999999999"), 0.0);
  EXPECT_TRUE(std::signbit(*parse_double("-1e-99999999999999999999999999999")));
  EXPECT_EQ(parse_double("0e999999999999999999999999"), 0.0);
  EXPECT_EQ(parse_double("0.000e+400"), 0.0);
  EXPECT_EQ(parse_double("4.9e-324"), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(parse_double("2e-324"), 0.0);
  EXPECT_EQ(parse_double("1.7976931348623157e308"), std::numeric_limits<double>::max());
}

TEST(ParseDouble, CountsTheDigitsAroundThePoint) {
  const std::string zeros(1000, '0');
  EXPECT_EQ(parse_double("1" + zeros), kInfinity);
  EXPECT_EQ(parse_double("1" + zeros + "e-1000"), 1.0);
  EXPECT_EQ(parse_double("0." + zeros + "1"), 0.0);
  EXPECT_EQ(parse_double("0." + zeros + "1e1001"), 1.0);
  EXPECT_EQ(parse_double("0." + zeros + "1e+1320"), kInfinity);
  EXPECT_EQ(parse_double("1" + zeros + "e-1400"), 0.0);
}

TEST(ParseDouble, ReadsAMillionDigits) {
  EXPECT_EQ(parse_double("0." + std::string(1'000'000, '3')), 1.0 / 3);
  EXPECT_EQ(parse_double(std::string(1'000'000, '9')), kInfinity);
}

TEST(ParseFloat, RoundsOnce) {
  // By way of a double this would be halfway, and go down.
  EXPECT_EQ(parse_float("1.00000005960464477539062500000001"), 1.0000001F);
  EXPECT_EQ(parse_float("3.5e38"), std::numeric_limits<float>::infinity());
  EXPECT_EQ(parse_float("-1e-60"), 0.0F);
  EXPECT_EQ(parse_float("1.4e-45"), std::numeric_limits<float>::denorm_min());
}

TEST(CanonicalDouble, HasTheShortestDigitsThatReadBack) {
  EXPECT_EQ(canonical_double(0.1), "1.0E-1");
  EXPECT_EQ(canonical_double(1.0 / 3), "3.333333333333333E-1");
  EXPECT_EQ(canonical_double(-1e100), "-1.0E100");
  EXPECT_EQ(canonical_double(123456789.0), "1.23456789E8");
  EXPECT_EQ(canonical_double(std::numeric_limits<double>::denorm_min()), "5.0E-324");
  EXPECT_EQ(canonical_double(-0.0), "-0.0E0");
  EXPECT_EQ(canonical_double(-kInfinity), "-INF");
  EXPECT_EQ(canonical_double(std::nan("")), "NaN");
  EXPECT_EQ(canonical_float(0.1F), "1.0E-1");
  EXPECT_EQ(canonical_float(16777216.0F), "1.6777216E7");
}

}  // namespace

}  // namespace whence::xsd
