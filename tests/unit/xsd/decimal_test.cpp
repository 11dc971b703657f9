// Exact numbers: their operations, and the limit of digits.
#include "xsd/decimal.h"

#include <limits>
#include <ostream>

#include <gtest/gtest.h>

namespace whence::xsd {

namespace {

Decimal decimal(const char* text) { return *Decimal::parse(text); }

struct Operation {
  const char* name;
  const char* left;
  char symbol;
  const char* right;
  const char* result;
};
void PrintTo(const Operation& example, std::ostream* out) {
  *out << example.left << ' ' << example.symbol << ' ' << example.right;
}

class DecimalOperation : public testing::TestWithParam<Operation> {};

TEST_P(DecimalOperation, IsExact) {
  const Decimal left = decimal(GetParam().left);
  const Decimal right = decimal(GetParam().right);
  const Decimal result = GetParam().symbol == '+'   ? left + right
                         : GetParam().symbol == '-' ? left - right
                         : GetParam().symbol == '*' ? left * right
                                                    : left / right;
  EXPECT_EQ(result.to_string(), GetParam().result);
}

INSTANTIATE_TEST_SUITE_P(
    Examples, DecimalOperation,
    testing::Values(
        Operation{"Sum", "0.1", '+', "0.2", "0.3"},
        Operation{"SumLosesZeros", "0.5", '+', "1.5", "2.0"},
        Operation{"SumOfScales", "1", '+', "0.00000000000000000000000000000000000001",
                  "1.00000000000000000000000000000000000001"},
        Operation{"Difference", "1.1", '-', "1.1", "0.0"},
        Operation{"BelowZero", "1", '-', "1.5", "-0.5"},
        Operation{"Product", "-0.25", '*', "4", "-1.0"},
        Operation{"ProductByZero", "0", '*', "-1.5", "0.0"},
        Operation{"LargeProduct", "12345678901234567890", '*', "98765432109876543210",
                  "1219326311370217952237463801111263526900.0"},
        Operation{"QuotientThatEnds", "1", '/', "8", "0.125"},
        Operation{"QuotientThatDoesNot", "1", '/', "3", "0.333333333333333333333333"},
        Operation{"QuotientIsRounded", "2", '/', "3", "0.666666666666666666666667"},
        Operation{"NegativeQuotientIsRoundedAway", "-2", '/', "3", "-0.666666666666666666666667"},
        Operation{"QuotientOfScales", "0.1", '/', "0.00001", "10000.0"},
        Operation{"SmallQuotientKeepsItsDigits", "1", '/', "3000000000000000000000000000000",
                  "0.000000000000000000000000000000333333333333333333333333"}),
    [](const auto& tested) { return tested.param.name; });

struct Rounding {
  const char* number;
  const char* floor;
  const char* ceil;
  const char* round;
  const char* truncated;
};
void PrintTo(const Rounding& example, std::ostream* out) { *out << example.number; }

class DecimalRounding : public testing::TestWithParam<Rounding> {};

TEST_P(DecimalRounding, GoesTheRightWay) {
  const Decimal number = decimal(GetParam().number);
  EXPECT_EQ(number.floor().to_string(), GetParam().floor);
  EXPECT_EQ(number.ceil().to_string(), GetParam().ceil);
  EXPECT_EQ(number.round().to_string(), GetParam().round);
  EXPECT_EQ(number.truncated().str(), GetParam().truncated);
}

INSTANTIATE_TEST_SUITE_P(Examples, DecimalRounding,
                         testing::Values(Rounding{"2.5", "2.0", "3.0", "3.0", "2"},
                                         Rounding{"2.4999", "2.0", "3.0", "2.0", "2"},
                                         Rounding{"-2.5", "-3.0", "-2.0", "-2.0", "-2"},
                                         Rounding{"-2.51", "-3.0", "-2.0", "-3.0", "-2"},
                                         Rounding{"-0.5", "-1.0", "0.0", "0.0", "0"},
                                         Rounding{"7", "7.0", "7.0", "7.0", "7"},
                                         Rounding{"0.0", "0.0", "0.0", "0.0", "0"}));

TEST(Decimal, ComparesByValue) {
  EXPECT_EQ(decimal("1.50"), decimal("1.5"));
  EXPECT_LT(decimal("-1"), decimal("-0.5"));
  EXPECT_LT(decimal("0.5"), decimal("0.51"));
  EXPECT_LT(decimal("-5"), decimal("0.1"));
  EXPECT_GT(decimal("100000000000000000000000"), decimal("99999999999999999999999.9"));
}

TEST(Decimal, BecomesTheNearestDouble) {
  EXPECT_EQ(decimal("0.1").to_double(), 0.1);
  EXPECT_EQ(decimal("-123456789.125").to_double(), -123456789.125);
  EXPECT_EQ(decimal("9007199254740993").to_double(), 9007199254740992.0);
  EXPECT_EQ(decimal("9007199254740993.1").to_double(), 9007199254740994.0);
  EXPECT_EQ(decimal("0.1").to_float(), 0.1F);
  // Halfway between two floats but for a digit that a double has not: rounded once, not twice.
  EXPECT_EQ(decimal("1.0000000596046447753906250001").to_float(), 1.0000001F);
}

TEST(Decimal, IsBeyondDoublesWithoutHarm) {
  EXPECT_EQ(decimal(("1" + std::string(400, '0')).c_str()).to_double(),
            std::numeric_limits<double>::infinity());
  EXPECT_EQ(decimal(("-1" + std::string(400, '0')).c_str()).to_float(),
            -std::numeric_limits<float>::infinity());
  EXPECT_EQ(decimal(("0." + std::string(400, '0') + "1").c_str()).to_double(), 0.0);
}

TEST(Decimal, HasTheExactValueOfADouble) {
  EXPECT_EQ(Decimal::exactly(0.5)->to_string(), "0.5");
  EXPECT_EQ(Decimal::exactly(0.1)->to_string(),
            "0.1000000000000000055511151231257827021181583404541015625");
  EXPECT_EQ(Decimal::exactly(-0.0)->to_string(), "0.0");
  EXPECT_EQ(Decimal::exactly(-1e22)->to_string(), "-10000000000000000000000.0");
  EXPECT_EQ(Decimal::exactly(std::numeric_limits<double>::denorm_min())->to_double(),
            std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(Decimal::exactly(std::numeric_limits<double>::max())->to_double(),
            std::numeric_limits<double>::max());
  EXPECT_FALSE(Decimal::exactly(std::numeric_limits<double>::infinity()));
  EXPECT_FALSE(Decimal::exactly(std::numeric_limits<double>::quiet_NaN()));
}

TEST(DigitLimit, IsOnDigitsThatCount) {
  const std::string zeros(1'000'000, '0');
  EXPECT_EQ(*parse_integer(zeros + "7"), 7);
  EXPECT_EQ(Decimal::parse("1." + zeros)->to_string(), "1.0");
  EXPECT_EQ(Decimal::parse(zeros + "1.5" + zeros)->to_string(), "1.5");
  EXPECT_EQ(parse_integer(std::string(kDigitsMax, '9'))->str(), std::string(kDigitsMax, '9'));
}

TEST(DigitLimit, EndsWhatCostsTheSquareOfALength) {
  const std::string nines(1'000'000, '9');
  EXPECT_FALSE(parse_integer(nines));
  EXPECT_FALSE(parse_integer(std::string(kDigitsMax + 1, '9')));
  EXPECT_FALSE(Decimal::parse("0." + nines));
  EXPECT_FALSE(Decimal::parse(std::string(kDigitsMax, '1') + ".5"));
}

TEST(DigitLimit, IsOnResultsToo) {
  EXPECT_TRUE(is_within_limit(*parse_integer(std::string(kDigitsMax, '9'))));
  const Integer large = *parse_integer("1" + std::string(kDigitsMax - 1, '0'));
  EXPECT_TRUE(is_within_limit(large));
  EXPECT_FALSE(is_within_limit(Integer(large * 100)));
  const Decimal small = *Decimal::parse("0." + std::string(kDigitsMax - 1, '0') + "1");
  EXPECT_TRUE(is_within_limit(small));
  EXPECT_FALSE(is_within_limit(small * small));
}

TEST(Decimal, LosesManyZerosAtOnce) {
  const Decimal number(boost::multiprecision::pow(Integer(10), 9999) * 3, 9998);
  EXPECT_EQ(number.to_string(), "30.0");
  EXPECT_EQ(number.scale(), 0U);
}

}  // namespace

}  // namespace whence::xsd
