// Text to tokens, and where they stand.
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "sparql/token.h"

namespace whence::sparql {
namespace {

const char* kind_name(TokenKind kind) {
  switch (kind) {
    case TokenKind::kEnd:
      return "end";
    case TokenKind::kIri:
      return "iri";
    case TokenKind::kPrefixedName:
      return "name";
    case TokenKind::kBlankNode:
      return "blank";
    case TokenKind::kVariable:
      return "var";
    case TokenKind::kLanguageTag:
      return "lang";
    case TokenKind::kInteger:
      return "integer";
    case TokenKind::kDecimal:
      return "decimal";
    case TokenKind::kDouble:
      return "double";
    case TokenKind::kString:
      return "string";
    case TokenKind::kWord:
      return "word";
    case TokenKind::kPunctuation:
      return "mark";
  }
  return "?";
}

/// "kind(text)" for each token but the last.
std::string tokens_of(std::string_view text) {
  std::string result;
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::kEnd) {
      result +=
          fmt::format("{}{}({})", result.empty() ? "" : " ", kind_name(token.kind), token.text);
    }
  }
  return result;
}

struct Words {
  const char* name;
  const char* text;
  const char* tokens;
};
void PrintTo(const Words& words, std::ostream* out) { *out << words.text; }

class LexerTest : public testing::TestWithParam<Words> {};

TEST_P(LexerTest, TakesTheLongestMatch) {
  EXPECT_EQ(tokens_of(GetParam().text), GetParam().tokens);
}

constexpr Words kWords[] = {
    {"Nothing", " \t\r\n# comment", ""},
    {"Iris", "<http://a/b?c#d> <> <e:\\u00E9>", "iri(http://a/b?c#d) iri() iri(e:é)"},
    {"LessThan", "?a<5 <= < b> <a b>",
     "var(a) mark(<) integer(5) mark(<=) mark(<) word(b) mark(>) "
     "mark(<) word(a) word(b) mark(>)"},
    {"Variables", "?a $b ?1 ?_x ?é ?a-b",
     "var(a) var(b) var(1) var(_x) var(é) var(a) mark(-) word(b)"},
    {"PrefixedNames", "a:b : :c d: a.b:c.d e:f. g:h:i",
     "name(a:b) name(:) name(:c) name(d:) "
     "name(a.b:c.d) name(e:f) mark(.) name(g:h:i)"},
    {"DotsInNames", "a:b..c a:b...", "name(a:b..c) name(a:b) mark(.) mark(.) mark(.)"},
    {"EscapesInNames", "a:b\\-c\\. a:%4a\\%", "name(a:b-c.) name(a:%4a%)"},
    {"BlankNodes", "_:a _:1.b _:c.", "blank(a) blank(1.b) blank(c) mark(.)"},
    {"Numbers", "1 1. 1.5 .5 1e5 1.e5 .5E-2 1e",
     "integer(1) integer(1) mark(.) decimal(1.5) "
     "decimal(.5) double(1e5) double(1.e5) double(.5E-2) "
     "integer(1) word(e)"},
    {"SignsStandAlone", "-1 +1.5", "mark(-) integer(1) mark(+) decimal(1.5)"},
    {"Strings", "'a' \"b'c\" '' '''d''e''' \"\"\"\"f\"\"\"",
     "string(a) string(b'c) string() string(d''e) string(\"f)"},
    {"StringEscapes", "\"\\t\\n\\r\\b\\f\\\"\\'\\\\\"", "string(\t\n\r\b\f\"'\\)"},
    {"BackslashPairs", "'C:\\\\users\\\\\\u0041'", "string(C:\\users\\A)"},
    {"LanguageTags", "'a'@en-GB-1 @x", "string(a) lang(en-GB-1) lang(x)"},
    {"Keywords", "SELECT a true-1 NOT_x1",
     "word(SELECT) word(a) word(true) mark(-) integer(1) word(NOT_x1)"},
    {"Marks", "{}()[].,;=!=>>=&&||^^^!*/|?",
     "mark({) mark(}) mark(() mark()) mark([) mark(]) mark(.) mark(,) mark(;) mark(=) mark(!=) "
     "mark(>) mark(>=) mark(&&) mark(||) mark(^^) mark(^) mark(!) mark(*) mark(/) mark(|) mark(?)"},
    {"CodePointsAnywhere", "\\u0053ELECT \\u003Fx \\U0000003C", "word(SELECT) var(x) mark(<)"},
    {"ByteOrderMark",
     "\xEF\xBB\xBF"
     "ASK",
     "word(ASK)"},
};

std::string words_name(const testing::TestParamInfo<Words>& tested) { return tested.param.name; }

INSTANTIATE_TEST_SUITE_P(, LexerTest, testing::ValuesIn(kWords), words_name);

TEST(TokenPositionTest, CountsLinesAndCodePoints) {
  const auto tokens = tokenize("a é\r\n  \"\\u00E4\" ?x # y\n\n:z");
  ASSERT_EQ(tokens.size(), 6U);
  EXPECT_EQ(tokens[0].position, (Position{1, 1}));
  EXPECT_EQ(tokens[1].position, (Position{1, 3}));
  EXPECT_EQ(tokens[2].position, (Position{2, 3}));
  EXPECT_EQ(tokens[3].position, (Position{2, 12}));
  EXPECT_EQ(tokens[4].position, (Position{4, 1}));
  EXPECT_EQ(tokens[5].position, (Position{4, 3}));
}

/// Not UTF-8: a stray byte, an overlong form, a surrogate, beyond Unicode, one cut short.
TEST(TokenErrorTest, NamesThePlaceOfABadByte) {
  for (const char* bytes : {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
    try {
      (void)tokenize(std::string("é\n '") + bytes);
      ADD_FAILURE() << "read without an error: " << testing::PrintToString(std::string(bytes));
    } catch (const Error& error) {
      EXPECT_EQ(error.formatted(), "2:3: error: the query is not valid UTF-8 here");
    }
  }
}

TEST(TokenErrorTest, TakesANulByteForACharacter) {
  using std::string_literals::operator""s;
  EXPECT_THROW((void)tokenize("ASK\0 {}"s), Error);
}

}  // namespace
}  // namespace whence::sparql
