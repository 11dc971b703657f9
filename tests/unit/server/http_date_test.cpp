#include "server/http_date.h"

#include <chrono>

#include <gtest/gtest.h>

namespace whence::server {
namespace {

TEST(HttpDate, IsFixedInForm) {
  // The example of RFC 9110 §5.6.7.
  EXPECT_EQ(http_date(std::chrono::sys_seconds(std::chrono::seconds(784'111'777))),
            "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(std::chrono::sys_seconds(std::chrono::seconds(1'709'164'800))),
            "Thu, 29 Feb 2024 00:00:00 GMT");
}

}  // namespace
}  // namespace whence::server
