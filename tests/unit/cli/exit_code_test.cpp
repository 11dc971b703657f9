#include "cli/exit_code.h"

#include <gtest/gtest.h>

namespace whence::cli {
namespace {

TEST(ExitCodeTest, NumbersArePartOfTheInterface) {
  const struct {
    ErrorCode code;
    int exit_code;
  } cases[] = {{ErrorCode::kUsage, 2},       {ErrorCode::kSyntax, 3}, {ErrorCode::kUnsupported, 3},
               {ErrorCode::kBadData, 3},     {ErrorCode::kIo, 4},     {ErrorCode::kTimeout, 5},
               {ErrorCode::kMemoryLimit, 5}, {ErrorCode::kLimit, 5},  {ErrorCode::kCancelled, 130},
               {ErrorCode::kInternal, 70}};
  for (const auto& test : cases) {
    EXPECT_EQ(exit_code_of(test.code), test.exit_code);
  }
}

}  // namespace
}  // namespace whence::cli
