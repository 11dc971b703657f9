#include "cli/bind_address.h"

#include <gtest/gtest.h>

#include "rdf/error.h"

namespace whence::cli {
namespace {

const BindAddress kFallback{.address = "127.0.0.1", .port = 7575};

TEST(BindAddressTest, EitherPartMayBeLeftOut) {
  const struct {
    const char* text;
    const char* address;
    std::uint16_t port;
  } cases[] = {{"0.0.0.0:80", "0.0.0.0", 80},
               {"10.1.2.3", "10.1.2.3", 7575},
               {":8080", "127.0.0.1", 8080},
               {"8080", "127.0.0.1", 8080},
               {"localhost:0", "127.0.0.1", 0},
               {"localhost", "127.0.0.1", 7575},
               {"[::1]:7000", "::1", 7000},
               {"[::]", "::", 7575},
               {"::1", "::1", 7575},
               {"fe80::1", "fe80::1", 7575}};
  for (const auto& test : cases) {
    const BindAddress bind = parse_bind_address(test.text, kFallback);
    EXPECT_EQ(bind.address, test.address) << test.text;
    EXPECT_EQ(bind.port, test.port) << test.text;
  }
}

TEST(BindAddressTest, AnythingElseIsAnError) {
  for (const char* text :
       {"127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:http", "example.org:80",
        "256.0.0.1", "[::1", "::1]:80", "a b", "1:2:3:4:5:6:7:8:9"}) {
    EXPECT_THROW((void)parse_bind_address(text, kFallback), Error) << text;
  }
}

TEST(BindAddressTest, LoopbackIsThisMachineAlone) {
  for (const char* address : {"127.0.0.1", "127.1.2.3", "::1"}) {
    EXPECT_TRUE(is_loopback(address)) << address;
  }
  for (const char* address : {"0.0.0.0", "::", "10.0.0.1", "192.168.1.1", "fe80::1"}) {
    EXPECT_FALSE(is_loopback(address)) << address;
  }
}

}  // namespace
}  // namespace whence::cli
