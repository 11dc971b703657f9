#include "io/jsonld/json_text.h"

#include <gtest/gtest.h>

#include "io/jsonld/json_parser.h"
#include "rdf/error.h"

namespace whence::io::jsonld {
namespace {

TEST(JsonTextTest, MembersAreSortedByUtf16CodeUnits) {
  // RFC 8785 §3.2.3: the emoji, a surrogate pair, comes before U+FB33.
  EXPECT_EQ(
      canonical_json(parse_json("{\"\uFB33\": 1, \"\U0001F600\": 2, \"\u20AC\": 3, \"1\": 4}")),
      "{\"1\":4,\"\u20AC\":3,\"\U0001F600\":2,\"\uFB33\":1}");
}

TEST(JsonTextTest, StringsHaveNoMoreEscapesThanTheyNeed) {
  std::string text;
  append_json_string(text, std::string_view("a\"\\/\n\x01\x7F\0é", 10));
  EXPECT_EQ(text, "\"a\\\"\\\\/\\n\\u0001\x7F\\u0000é\"");
}

TEST(JsonTextTest, NumbersBeyondDoublesAreErrors) {
  EXPECT_THROW((void)canonical_json(parse_json("[1e999]")), Error);
}

}  // namespace
}  // namespace whence::io::jsonld
