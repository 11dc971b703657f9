#include "net/fetch_policy.h"

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "rdf/error.h"

namespace whence::net {
namespace {

struct Case {
  std::string name;
  std::vector<std::string> allowed;  ///< As --allow-service takes them.
  std::string iri;
  bool is_allowed = false;
  bool is_named = false;
};
void PrintTo(const Case& test, std::ostream* out) { *out << test.iri; }

class FetchPolicyTest : public testing::TestWithParam<Case> {};

TEST_P(FetchPolicyTest, AllowsWhatWasSaid) {
  FetchPolicy policy;
  for (const std::string& host : GetParam().allowed) {
    policy.allow(parse_allowed_host(host, "--allow-service"));
  }
  const Url url = parse_url(GetParam().iri);
  EXPECT_EQ(policy.names(url), GetParam().is_named);
  if (GetParam().is_allowed) {
    EXPECT_NO_THROW(policy.check(url));
  } else {
    EXPECT_THROW(policy.check(url), Error);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Urls, FetchPolicyTest,
    testing::Values(Case{"nothing", {}, "http://example.org/", false, false},
                    Case{"host", {"example.org"}, "http://example.org:8080/", true, true},
                    Case{"host_in_upper_case", {"Example.ORG"}, "http://example.org/", true, true},
                    Case{"other_host", {"example.org"}, "http://example.com/", false, false},
                    Case{"host_below", {"example.org"}, "http://a.example.org/", false, false},
                    Case{"host_and_port", {"localhost:7576"}, "http://localhost:7576/", true, true},
                    Case{"other_port", {"localhost:7576"}, "http://localhost:7575/", false, false},
                    Case{"second", {"a", "b"}, "http://b/", true, true},
                    Case{"ipv6", {"[::1]:7576"}, "http://[::1]:7576/", true, true},
                    Case{"ipv6_alone", {"::1"}, "http://[::1]:7576/", true, true},
                    Case{"all", {"*"}, "http://example.org/", true, false},
                    Case{"all_at_a_port", {"*:443"}, "https://example.org/", true, false},
                    Case{"all_at_another_port", {"*:443"}, "http://example.org/", false, false}),
    [](const auto& test) { return test.param.name; });

TEST(FetchPolicyMessageTest, NamesTheOptionThatHelps) {
  try {
    FetchPolicy().check(parse_url("http://localhost:7576/sparql"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "<http://localhost:7576/sparql> may not be fetched: nobody has allowed its host; "
                 "whoever runs whence can, with --allow-service localhost:7576");
  }
}

class BadHostTest : public testing::TestWithParam<std::string> {};

TEST_P(BadHostTest, IsWrongUsage) {
  EXPECT_THROW((void)parse_allowed_host(GetParam(), "--allow-service"), Error);
}

INSTANTIATE_TEST_SUITE_P(Texts, BadHostTest,
                         testing::Values("", ":80", "localhost:", "localhost:0", "localhost:70000",
                                         "http://example.org", "example.org/sparql",
                                         "*.example.org", "me@example.org", "a b", "[::1",
                                         "münchen.example"),
                         [](const auto& test) { return "text_" + std::to_string(test.index); });

}  // namespace
}  // namespace whence::net
