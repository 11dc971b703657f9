#include "server/url_encoding.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/http_error.h"

namespace whence::server {
namespace {

using std::string_literals::operator""s;

TEST(PercentDecode, TakesHexadecimalDigitsOfEitherCase) {
  EXPECT_EQ(percent_decode("a%20b%2Fc%2f"), "a b/c/");
  EXPECT_EQ(percent_decode("%C3%A9"), "é");
  EXPECT_EQ(percent_decode("%00"), "\0"s);
  EXPECT_EQ(percent_decode("1+1"), "1+1");
}

TEST(PercentDecode, RefusesAnythingElse) {
  for (const std::string text : {"%", "%4", "a%zz", "%-1", "%2"}) {
    EXPECT_THROW((void)percent_decode(text), HttpError) << text;
  }
}

TEST(ParseForm, SplitsIntoPairsInOrder) {
  const struct {
    std::string text;
    std::vector<Parameter> parameters;
  } cases[] = {
      {"", {}},
      {"query=ASK+%7B%7D", {{"query", "ASK {}"}}},
      {"a=1&b=2&a=3", {{"a", "1"}, {"b", "2"}, {"a", "3"}}},
      {"a", {{"a", ""}}},
      {"a=", {{"a", ""}}},
      {"=b", {{"", "b"}}},
      {"a=b=c", {{"a", "b=c"}}},
      {"&&a=1&", {{"a", "1"}}},
      {"q%75ery=%26%3D%2B", {{"query", "&=+"}}},
      {"a=%F0%9F%98%80", {{"a", "😀"}}},
  };
  for (const auto& [text, parameters] : cases) {
    EXPECT_EQ(parse_form(text), parameters) << text;
  }
}

TEST(ParseForm, RefusesWhatIsNotUtf8) {
  for (const std::string text :
       {"query=%FF", "query=%C3", "query=%ED%A0%80", "%80=x", "query=\xC3("}) {
    try {
      (void)parse_form(text);
      ADD_FAILURE() << text;
    } catch (const HttpError& error) {
      EXPECT_EQ(error.status(), Status::kBadRequest) << text;
    }
  }
}

TEST(RequireUtf8, NamesTheByte) {
  try {
    require_utf8("ab\xFF", "the query");
    ADD_FAILURE();
  } catch (const HttpError& error) {
    EXPECT_STREQ(error.what(), "error: the query is not UTF-8: byte 3 is 0xFF");
  }
}

}  // namespace
}  // namespace whence::server
