#include "io/jsonld/json_parser.h"

#include <string>

#include <gtest/gtest.h>

#include "io/jsonld/json_text.h"
#include "rdf/error.h"

namespace whence::io::jsonld {
namespace {

TEST(JsonParserTest, ReadsEveryKindOfValue) {
  const Json json = parse_json(R"({"b": [1.50, -0, true, null], "a": "é\n", "b2": {}})");
  EXPECT_EQ(json.find("b")->as_array()->at(0).as_number()->text, "1.50");  // Nothing is rounded.
  EXPECT_EQ(*json.find("a")->as_string(), "é\n");
  EXPECT_EQ(json.find("c"), nullptr);
  EXPECT_EQ(canonical_json(json), R"({"a":"é\n","b":[1.5,0,true,null],"b2":{}})");
}

TEST(JsonParserTest, TheLastMemberOfANameCounts) {
  EXPECT_EQ(canonical_json(parse_json(R"({"a": 1, "a": [2]})")), R"({"a":[2]})");
}

TEST(JsonParserTest, ValuesKnowTheirPlace) {
  const Json json = parse_json("{\"é\": 1,\n  \"b\": [ \"x\" ]}");
  EXPECT_EQ(json.find("é")->place().line, 1U);
  EXPECT_EQ(json.find("é")->place().column, 7U);  // Of characters, not bytes.
  const JsonPlace place = json.find("b")->as_array()->front().place();
  EXPECT_EQ(place.line, 2U);
  EXPECT_EQ(place.column, 10U);
}

TEST(JsonParserTest, WhatIsNoJsonIsAnErrorWithAPlace) {
  const struct {
    std::string text;
    Position position;
  } cases[] = {{"", {1, 1}},
               {"{\n\"a\" 1}", {2, 5}},
               {"[1, 2", {1, 6}},
               {"[1] 2", {1, 5}},
               {"[\"\xFF\"]", {1, 3}},
               {R"(["x", "\uDC00"])", {1, 7}},
               {R"(["\uD800x"])", {1, 3}},
               {std::string("[1]\0[", 5), {1, 4}}};
  for (const auto& test : cases) {
    try {
      (void)parse_json(test.text, {.name = "f"});
      ADD_FAILURE() << test.text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kBadData);
      EXPECT_EQ(error.position(), test.position) << error.formatted() << " in " << test.text;
      EXPECT_EQ(error.source(), "f");
    }
  }
}

TEST(JsonParserTest, NestingHasALimitAndCostsNoStack) {
  const std::string deep(100'000, '[');
  try {
    (void)parse_json(deep);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kLimit);
  }
  const std::string allowed = std::string(kJsonDepthMax, '[') + std::string(kJsonDepthMax, ']');
  EXPECT_NO_THROW((void)parse_json(allowed));
}

}  // namespace
}  // namespace whence::io::jsonld
