#include "io/jsonld/json_number.h"

#include <gtest/gtest.h>

namespace whence::io::jsonld {
namespace {

TEST(JsonNumberTest, WholeNumbersAreIntegersHoweverTheyAreWritten) {
  const struct {
    const char* number = nullptr;
    std::optional<std::string> integer;
  } cases[] = {{"5", "5"},
               {"-0", "0"},
               {"5.0", "5"},
               {"1.5e1", "15"},
               {"-120e-1", "-12"},
               {"123456789012345678901", "123456789012345678901"},
               {"1e20", "100000000000000000000"},
               {"0e999999999999999999999", "0"},
               {"1e21", std::nullopt},
               {"1.5", std::nullopt},
               {"1e-1", std::nullopt},
               {"1e999999999999999999999", std::nullopt},
               {"1e-9223372036854775808", std::nullopt}};
  for (const auto& test : cases) {
    EXPECT_EQ(canonical_integer(test.number), test.integer) << test.number;
  }
}

TEST(JsonNumberTest, DoublesHaveFifteenDigitsAtMost) {
  const struct {
    const char* number = nullptr;
    const char* text = nullptr;
  } cases[] = {{"5.5", "5.5E0"}, {"1e30", "1.0E30"}, {"-0.1", "-1.0E-1"}, {"0.0", "0.0E0"},
               {"1e400", "INF"}, {"-1e400", "-INF"}, {"1e-400", "0.0E0"}, {"5.3E300", "5.3E300"}};
  for (const auto& test : cases) {
    EXPECT_EQ(canonical_double(test.number), test.text) << test.number;
  }
}

TEST(JsonNumberTest, EcmaScriptWritesTheShortestForm) {
  // RFC 8785, appendix B, and the bounds of its notations.
  const struct {
    const char* number = nullptr;
    std::optional<std::string> text;
  } cases[] = {{"0", "0"},
               {"-0", "0"},
               {"4.50", "4.5"},
               {"2e-3", "0.002"},
               {"0.000001", "0.000001"},
               {"0.0000001", "1e-7"},
               {"333333333.33333329", "333333333.3333333"},
               {"1E30", "1e+30"},
               {"1e20", "100000000000000000000"},
               {"1e21", "1e+21"},
               {"123e-20", "1.23e-18"},
               {"-5e-324", "-5e-324"},
               {"1e400", std::nullopt}};
  for (const auto& test : cases) {
    EXPECT_EQ(ecmascript_number(test.number), test.text) << test.number;
  }
}

}  // namespace
}  // namespace whence::io::jsonld
