#include "io/characters.h"

#include <string>

#include <gtest/gtest.h>

namespace whence::io {
namespace {

TEST(Utf8Test, FindsTheFirstByteThatIsWrong) {
  const struct {
    std::string text;
    std::size_t valid;
  } cases[] = {
      {"", 0},
      {"plain ASCII, longer than a word", 31},
      {"\u00E9\u65E5\U0001F600", 9},
      {"12345678\x80", 8},           // a continuation alone
      {"a\xC0\xAF", 1},              // overlong "/"
      {"a\xE0\x80\xAF", 1},          // overlong, three bytes
      {"a\xED\xA0\x80", 1},          // a surrogate
      {"a\xED\x9F\xBF", 4},          // U+D7FF
      {"a\xF4\x8F\xBF\xBF", 5},      // U+10FFFF
      {"a\xF4\x90\x80\x80", 1},      // above it
      {"a\xF8\x88\x80\x80\x80", 1},  // five bytes
      {"1234567\xE6\x97", 7},        // cut off
  };
  for (const auto& test : cases) {
    EXPECT_EQ(valid_utf8_size(test.text), test.valid) << testing::PrintToString(test.text);
  }
}

TEST(Utf8Test, KnowsACharacterThatIsCutOff) {
  const std::string text = "a\U0001F600";
  EXPECT_EQ(cut_off_utf8_size(text), 0U);
  EXPECT_EQ(cut_off_utf8_size(text.substr(0, 4)), 3U);
  EXPECT_EQ(cut_off_utf8_size(text.substr(0, 2)), 1U);
  EXPECT_EQ(cut_off_utf8_size("a\x80"), 0U);
  EXPECT_EQ(cut_off_utf8_size(""), 0U);
  EXPECT_EQ(count_code_points(text), 2U);
}

TEST(NameCharacterTest, LabelEndsInFrontOfItsDots) {
  EXPECT_EQ(blank_node_label_size("a.b.. "), 3U);
  EXPECT_EQ(blank_node_label_size("0_-x>"), 4U);
  EXPECT_EQ(blank_node_label_size("\u00E9\u00B7:"), 4U);
  for (const char* text : {"", "-a", ".a", "\u00B7", ":", " a"}) {
    EXPECT_EQ(blank_node_label_size(text), 0U) << text;
  }
}

TEST(LanguageTagTest, HasNoEmptyPart) {
  for (const char* tag : {"en", "EN-gb", "zh-Hans-CN", "x-1a2"}) {
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  }
  for (const char* tag : {"", "1", "e1", "en-", "en--us", "-en", "en_GB", "e\u00E9"}) {
    EXPECT_FALSE(is_language_tag(tag)) << tag;
  }
}

TEST(NumericEscapeTest, IsReadWhole) {
  EXPECT_EQ(parse_numeric_escape("\\u00e9x").code, 0xE9U);
  EXPECT_EQ(parse_numeric_escape("\\u00e9x").size, 6U);
  EXPECT_EQ(parse_numeric_escape("\\U0010FFFF").code, 0x10FFFFU);
  for (const char* text : {"", "\\u12", "\\n", "u1234", "\\uGGGG", "\\U1234567"}) {
    EXPECT_EQ(parse_numeric_escape(text).size, 0U) << text;
  }
  EXPECT_FALSE(is_scalar_value(0xD800));
  EXPECT_TRUE(is_scalar_value(0xE000));
  EXPECT_FALSE(is_scalar_value(0x110000));
}

}  // namespace
}  // namespace whence::io
