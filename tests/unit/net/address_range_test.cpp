#include "net/address_range.h"

#include <algorithm>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace whence::net {
namespace {

struct Case {
  std::string address;
  std::string purpose;  ///< Its beginning; empty: public.
};
void PrintTo(const Case& test, std::ostream* out) { *out << test.address; }

class AddressRangeTest : public testing::TestWithParam<Case> {};

TEST_P(AddressRangeTest, IsPublicOrHasAPurpose) {
  const auto purpose = special_purpose(asio::ip::make_address(GetParam().address));
  EXPECT_EQ(purpose.has_value(), !GetParam().purpose.empty());
  EXPECT_TRUE(purpose.value_or("").starts_with(GetParam().purpose)) << *purpose;
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.address;
  std::ranges::replace_if(name, [](char c) { return c == '.' || c == ':'; }, '_');
  return "at_" + name;
}

INSTANTIATE_TEST_SUITE_P(
    V4, AddressRangeTest,
    testing::Values(Case{"0.0.0.0", "the unspecified"}, Case{"0.1.2.3", "the unspecified"},
                    Case{"1.1.1.1", ""}, Case{"9.255.255.255", ""}, Case{"10.0.0.0", "a private"},
                    Case{"10.255.255.255", "a private"}, Case{"11.0.0.0", ""},
                    Case{"100.63.255.255", ""}, Case{"100.64.0.0", "an address behind"},
                    Case{"100.127.255.255", "an address behind"}, Case{"100.128.0.0", ""},
                    Case{"126.255.255.255", ""}, Case{"127.0.0.1", "a loopback"},
                    Case{"127.255.255.255", "a loopback"}, Case{"128.0.0.0", ""},
                    Case{"169.253.255.255", ""}, Case{"169.254.169.254", "a link-local"},
                    Case{"169.255.0.0", ""}, Case{"172.15.255.255", ""},
                    Case{"172.16.0.0", "a private"}, Case{"172.31.255.255", "a private"},
                    Case{"172.32.0.0", ""}, Case{"192.0.0.8", "an address for protocols"},
                    Case{"192.0.2.1", "an address for documentation"}, Case{"192.0.3.0", ""},
                    Case{"192.88.99.1", "an address of 6to4"}, Case{"192.167.255.255", ""},
                    Case{"192.168.1.1", "a private"}, Case{"192.169.0.0", ""},
                    Case{"198.17.255.255", ""}, Case{"198.19.0.1", "an address for benchmarks"},
                    Case{"198.20.0.0", ""}, Case{"198.51.100.7", "an address for documentation"},
                    Case{"203.0.113.7", "an address for documentation"},
                    Case{"223.255.255.255", ""}, Case{"224.0.0.1", "a multicast"},
                    Case{"239.255.255.255", "a multicast"}, Case{"240.0.0.1", "a reserved"},
                    Case{"255.255.255.255", "a reserved"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    V6, AddressRangeTest,
    testing::Values(Case{"::", "the unspecified"}, Case{"::1", "a loopback"},
                    Case{"::127.0.0.1", "a reserved"}, Case{"::ffff:127.0.0.1", "a loopback"},
                    Case{"::ffff:10.1.2.3", "a private"}, Case{"::ffff:8.8.8.8", ""},
                    Case{"64:ff9b::127.0.0.1", "a loopback"},
                    Case{"64:ff9b::192.168.0.1", "a private"}, Case{"64:ff9b::8.8.8.8", ""},
                    Case{"64:ff9b:1::8.8.8.8", "a reserved"}, Case{"100::1", "a reserved"},
                    Case{"2001:db8::1", "an address for documentation"},
                    Case{"2001::1", "an address for protocols"},
                    Case{"2001:1ff:ffff::1", "an address for protocols"}, Case{"2001:200::1", ""},
                    Case{"2002:7f00:1::1", "a loopback"}, Case{"2002:a00:1::1", "a private"},
                    Case{"2002:808:808::1", ""}, Case{"2606:4700::1111", ""},
                    Case{"3fff:fff::1", "an address for documentation"}, Case{"3ffe::1", ""},
                    Case{"4000::1", "a reserved"}, Case{"5f00::1", "a reserved"},
                    Case{"fc00::1", "a unique local"}, Case{"fdff::1", "a unique local"},
                    Case{"fe80::1", "a link-local"}, Case{"febf::1", "a link-local"},
                    Case{"fec0::1", "a site-local"}, Case{"ff02::1", "a multicast"}),
    name_of);

}  // namespace
}  // namespace whence::net
