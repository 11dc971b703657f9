#include "cli/quantity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"

namespace whence::cli {
namespace {

TEST(QuantityTest, Durations) {
  const struct {
    const char* text;
    std::int64_t milliseconds;
  } cases[] = {{"500ms", 500},    {"30s", 30'000}, {"5m", 300'000}, {"5min", 300'000},
               {"2h", 7'200'000}, {"30S", 30'000}, {"0", 0},        {"0s", 0}};
  for (const auto& test : cases) {
    EXPECT_EQ(parse_duration(test.text, "--timeout").count(), test.milliseconds) << test.text;
  }
}

TEST(QuantityTest, Sizes) {
  constexpr std::size_t kGiga = std::size_t{1} << 30;
  const struct {
    const char* text;
    std::size_t bytes;
  } cases[] = {{"4G", 4 * kGiga},    {"4g", 4 * kGiga},   {"4GB", 4 * kGiga},
               {"4GiB", 4 * kGiga},  {"512M", kGiga / 2}, {"1K", 1024},
               {"1T", 1024 * kGiga}, {"100B", 100},       {"0", 0}};
  for (const auto& test : cases) {
    EXPECT_EQ(parse_size(test.text, "--memory"), test.bytes) << test.text;
  }
}

TEST(QuantityTest, AnythingElseIsAnErrorThatNamesTheOption) {
  for (const char* text : {"", "30", "s", "-1s", "+1s", "1.5s", "30 s", "30x", "30s ",
                           "99999999999999999999s", "9999999999999999h"}) {
    try {
      (void)parse_duration(text, "--timeout");
      ADD_FAILURE() << "no error for '" << text << "'";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kUsage);
      EXPECT_THAT(error.what(), testing::StartsWith("--timeout: expected a time such as 500ms"));
      EXPECT_THAT(error.what(), testing::EndsWith("found '" + std::string(text) + "'"));
    }
  }
  for (const char* text : {"", "4", "G", "iB", "GB", "4X", "4 G", "-4G", "4iB", "99999999T"}) {
    EXPECT_THROW((void)parse_size(text, "--memory"), Error) << text;
  }
  for (const char* text : {"", "-1", "+1", "1.5", "1k", " 1", "99999999999999999999"}) {
    EXPECT_THROW((void)parse_count(text, "--connections-max"), Error) << text;
  }
}

TEST(QuantityTest, CountsHaveNoUnit) {
  EXPECT_EQ(parse_count("0", "--waiting-max"), 0U);
  EXPECT_EQ(parse_count("4096", "--connections-max"), 4096U);
}

}  // namespace
}  // namespace whence::cli
