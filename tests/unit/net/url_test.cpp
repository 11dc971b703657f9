#include "net/url.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "rdf/error.h"

namespace whence::net {
namespace {

struct Case {
  std::string name;
  std::string iri;
  std::string url;  ///< As written anew.
  std::string place;
};
void PrintTo(const Case& test, std::ostream* out) { *out << test.iri; }

class UrlTest : public testing::TestWithParam<Case> {};

TEST_P(UrlTest, IsTakenApart) {
  const Url url = parse_url(GetParam().iri);
  EXPECT_EQ(url.to_string(), GetParam().url);
  EXPECT_EQ(url.place(), GetParam().place);
}

INSTANTIATE_TEST_SUITE_P(
    Iris, UrlTest,
    testing::Values(
        Case{"plain", "http://example.org/sparql", "http://example.org/sparql", "example.org:80"},
        Case{"no_path", "https://example.org", "https://example.org/", "example.org:443"},
        Case{"upper_case", "HTTP://EXAMPLE.org/A", "http://example.org/A", "example.org:80"},
        Case{"port", "http://localhost:7576/q?a=b#c", "http://localhost:7576/q?a=b",
             "localhost:7576"},
        Case{"own_port", "https://example.org:443/", "https://example.org/", "example.org:443"},
        Case{"empty_port", "http://example.org:/", "http://example.org/", "example.org:80"},
        Case{"dot_at_the_end", "http://example.org./", "http://example.org/", "example.org:80"},
        Case{"ipv6", "http://[::1]:80/x", "http://[::1]/x", "[::1]:80"},
        Case{"query_alone", "http://example.org?x", "http://example.org/?x", "example.org:80"},
        Case{"letters_beyond_ascii", "http://example.org/é?ü", "http://example.org/%C3%A9?%C3%BC",
             "example.org:80"},
        Case{"end_of_line", "http://example.org/a\r\nX: y", "http://example.org/a%0D%0AX:%20y",
             "example.org:80"}),
    [](const auto& test) { return test.param.name; });

struct Refused {
  std::string name;
  std::string iri;
  std::string message;
};
void PrintTo(const Refused& test, std::ostream* out) { *out << test.iri; }

class RefusedUrlTest : public testing::TestWithParam<Refused> {};

TEST_P(RefusedUrlTest, SaysWhy) {
  try {
    (void)parse_url(GetParam().iri);
    FAIL() << "it was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUsage);
    EXPECT_EQ(error.what(), "<" + GetParam().iri + "> cannot be fetched: " + GetParam().message);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Iris, RefusedUrlTest,
    testing::Values(
        Refused{"file", "file:///etc/passwd", "expected the scheme http or https, found file"},
        Refused{"gopher", "gopher://localhost/", "expected the scheme http or https, found gopher"},
        Refused{"relative", "sparql", "it is not absolute; expected http://... or https://..."},
        Refused{"user", "http://me@example.org/", "it has a user's name or password before '@'"},
        Refused{"password", "http://a:b@localhost/", "it has a user's name or password before '@'"},
        Refused{"no_host", "http:///x", "it names no host"},
        Refused{"no_authority", "http:x", "it names no host"},
        Refused{"space_in_host", "http://a b/", "'a b' is no host"},
        Refused{"zone", "http://[fe80::1%25eth0]/", "'fe80::1%25eth0' is no host"},
        Refused{"open_bracket", "http://[::1/", "the bracket of its address is not closed"},
        Refused{"unicode_host", "http://münchen.example/",
                "write the name of its host in ASCII (xn--...)"},
        Refused{"port_of_letters", "http://a:x/",
                "expected ':' and a port of 1 to 65535, found ':x'"},
        Refused{"port_too_large", "http://a:65536/",
                "expected ':' and a port of 1 to 65535, found ':65536'"},
        Refused{"port_0", "http://a:0/", "expected ':' and a port of 1 to 65535, found ':0'"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace whence::net
