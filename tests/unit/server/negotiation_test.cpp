#include "server/negotiation.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace whence::server {
namespace {

const std::vector<std::string_view> kTypes = {"application/sparql-results+json", "text/csv",
                                              "text/html"};

TEST(Choose, FollowsQualityThenSpecificityThenTheServersOrder) {
  const struct {
    std::string accept;
    std::string_view chosen;  // Empty: nothing.
  } cases[] = {
      {"", "application/sparql-results+json"},
      {"*/*", "application/sparql-results+json"},
      {"text/csv", "text/csv"},
      {"TEXT/CSV", "text/csv"},
      {"text/*", "text/csv"},
      {"text/html, text/csv", "text/csv"},
      {"text/html, text/csv;q=0.9", "text/html"},
      {"text/html;q=0.5, */*;q=0.1", "text/html"},
      {"*/*, text/csv;q=0.1", "application/sparql-results+json"},
      // The more specific range decides, be its weight higher or lower, wherever it stands.
      {"application/*;q=0, */*", "text/csv"},
      {"application/sparql-results+json;q=0, text/csv;q=0.001", "text/csv"},
      {"text/*;q=0.3, text/html;q=0.7, */*;q=0.5", "text/html"},
      {"text/csv;q=0", ""},
      {"image/png", ""},
      {"*/*;q=0", ""},
      {"text/csv;charset=UTF-8", "text/csv"},
      {"text/csv;charset=\"utf-8\"", "text/csv"},
      {"text/csv;header=present", ""},
      {"text/csv; header=\"a,b;c\" ;q=1, text/html", "text/html"},
      // Browsers.
      {"text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "text/html"},
      // Java's HttpURLConnection.
      {"text/csv, image/gif, *; q=.2, */*; q=.2", "text/csv"},
      // What is no media range is as if it had not been sent.
      {"nonsense", "application/sparql-results+json"},
      {"text/csv;q=2, text/html", "text/html"},
      {"text/csv;q=abc, text/html", "text/html"},
      {",,text/csv,,", "text/csv"},
      {"*/csv, text/html", "text/html"},
      {"te xt/csv, text/html", "text/html"},
  };
  for (const auto& [accept, chosen] : cases) {
    const auto index = choose(kTypes, accept);
    EXPECT_EQ(index ? kTypes[*index] : std::string_view(), chosen) << accept;
  }
}

TEST(ParseAccept, ReadsWeights) {
  const struct {
    std::string accept;
    unsigned quality;
  } cases[] = {
      {"a/b", 1000},         {"a/b;q=1", 1000},     {"a/b;q=1.000", 1000}, {"a/b;q=0", 0},
      {"a/b;q=0.5", 500},    {"a/b; q=0.123", 123}, {"a/b ;Q=0.1", 100},   {"a/b;q=.2", 200},
      {"a/b;q=0.1234", 123}, {"a/b;q=1.5", 1000},   {"a/b;q=0.", 0},       {"a/b;q=0.7;ext=1", 700},
  };
  for (const auto& [accept, quality] : cases) {
    const auto ranges = parse_accept(accept);
    ASSERT_EQ(ranges.size(), 1U) << accept;
    EXPECT_EQ(ranges.front().quality, quality) << accept;
  }
}

TEST(ParseContentType, TakesTypeAndCharset) {
  const struct {
    std::string field;
    std::optional<ContentType> type;
  } cases[] = {
      {"application/sparql-query", ContentType{"application/sparql-query", ""}},
      {"Application/SPARQL-Query; Charset=UTF-8", ContentType{"application/sparql-query", "utf-8"}},
      {"text/plain; boundary=\"a;charset=x\"; charset=\"latin1\"",
       ContentType{"text/plain", "latin1"}},
      {"text", std::nullopt},
      {"", std::nullopt},
      {"/x", std::nullopt},
      {"text/", std::nullopt},
  };
  for (const auto& [field, type] : cases) {
    EXPECT_EQ(parse_content_type(field), type) << field;
  }
}

}  // namespace
}  // namespace whence::server
