// Patterns of XPath: what they match, and what is none.
#include "exec/functions/xpath_regex.h"

#include <ostream>

#include <gtest/gtest.h>

namespace whence::exec {

namespace {

struct Match {
  const char* name;
  const char* pattern;
  const char* flags;
  const char* matching;      ///< All of it has to match; null: nothing to try.
  const char* not_matching;  ///< Null: nothing to try.
};
void PrintTo(const Match& example, std::ostream* out) { *out << example.pattern; }

class XPathPattern : public testing::TestWithParam<Match> {};

TEST_P(XPathPattern, MatchesAsItShould) {
  const auto pattern = compile_pattern(GetParam().pattern, GetParam().flags);
  ASSERT_TRUE(pattern) << pattern.error().message;
  if (GetParam().matching != nullptr) {
    EXPECT_TRUE(re2::RE2::FullMatch(GetParam().matching, **pattern));
  }
  if (GetParam().not_matching != nullptr) {
    EXPECT_FALSE(re2::RE2::FullMatch(GetParam().not_matching, **pattern));
  }
}

// XML Schema Part 2 appendix F
INSTANTIATE_TEST_SUITE_P(
    Examples, XPathPattern,
    testing::Values(
        Match{"Escapes", R"(\n\r\t\\\|\.\?\*\+\(\)\{\}\-\[\]\^\$)", "", "\n\r\t\\|.?*+(){}-[]^$",
              nullptr},
        Match{"Digit", R"(\d)", "", "\u0663", "a"}, Match{"NoDigit", R"(\D)", "", "a", "7"},
        Match{"Space", R"(\s)", "", "\t", "\f"}, Match{"NoSpace", R"(\S)", "", "\f", "\n"},
        Match{"Word", R"(\w+)", "", "a\u00E97$", "_"},
        Match{"WordIsNoPunctuation", R"(\w)", "", "\u20AC", "\u00A0"},
        Match{"NoWord", R"(\W)", "", "-", "a"}, Match{"NameStart", R"(\i)", "", ":", "7"},
        Match{"NoNameStart", R"(\I)", "", "-", "_"},
        Match{"Name", R"(\i\c*)", "", "xsd:a-b.7", "a b"},
        Match{"NoNameCharacter", R"(\C)", "", " ", "."},
        Match{"Category", R"(\p{Lu})", "", "\u00C4", "\u00E4"},
        Match{"CategoryOfOneLetter", R"(\p{L}+)", "", "a\u00C4", "7"},
        Match{"NotOfCategory", R"(\P{Lu})", "", "a", "A"},
        Match{"Unassigned", R"(\p{Cn})", "", "\u0378", "a"},
        Match{"Block", R"(\p{IsBasicLatin}+)", "", "abc", "\u00E4"},
        Match{"BlockWithHyphen", R"(\p{IsLatin-1Supplement})", "", "\u00E4", "a"},
        Match{"NotOfBlock", R"(\P{IsGreek})", "", "a", "\u03B1"},
        Match{"Class", "[a-cx]", "", "x", "d"}, Match{"NegatedClass", "[^a-c]", "", "d", "b"},
        Match{"ClassWithEscapes", R"([\d\-\]]+)", "", "1-]", "\\"},
        Match{"HyphenFirst", "[-a]", "", "-", "b"}, Match{"HyphenLast", "[a-]", "", "-", "b"},
        Match{"CaretInside", "[a^]", "", "^", "b"},
        Match{"ClassMatchesNewline", "[^a]", "", "\n", "a"},
        Match{"Subtraction", "[a-z-[aeiou]]", "", "b", "e"},
        Match{"SubtractionTwice", "[a-z-[a-m-[c]]]", "", "c", "d"},
        Match{"SubtractionFromNegated", "[^a-m-[z]]", "", "n", "z"},
        Match{"SubtractionOfAll", "[a-[a]]", "", nullptr, "a"},
        Match{"BeyondTheFirstPlane", "[\U0001F600-\U0001F64F]", "", "\U0001F601", "a"},
        Match{"ClassWithoutCase", "[a-c]", "i", "B", "D"},
        Match{"NegatedClassWithoutCase", "[^Q]", "i", "a", "q"},
        Match{"EscapeWithoutCase", R"(\p{Lu})", "i", "A", nullptr},
        Match{"Dot", ".", "", "\u98DF", "\n"}, Match{"DotAll", ".", "s", "\n", ""},
        Match{"Quantities", "a{2}b{1,}c{0,2}", "", "aabbcc", "abc"},
        Match{"BraceAlone", "a{b", "", "a{b", "ab"},
        Match{"BraceWithoutLeast", "a{,2}", "", "a{,2}", "aa"},
        Match{"Groups", "(?:ab)+(c)", "", "ababc", "abb"},
        Match{"SpaceIgnored", "a b\n[ ]c", "x", "ab c", "a b c"},
        Match{"SpaceInQuantityIgnored", "a {2}", "x", "aa", "a"},
        Match{"Literal", R"(\d[a](b)$)", "q", R"(\d[a](b)$)", "1a"},
        Match{"LiteralWithoutCase", "a.B", "qi", "A.b", "axb"},
        Match{"RightSquareBracketEscaped", R"(\])", "", "]", "["}),
    [](const auto& tested) { return tested.param.name; });

struct Refusal {
  const char* name;
  const char* pattern;
  const char* flags;
  PatternError::Kind kind;
  const char* message;
};
void PrintTo(const Refusal& example, std::ostream* out) { *out << example.pattern; }

class RefusedPattern : public testing::TestWithParam<Refusal> {};

TEST_P(RefusedPattern, IsToldWhy) {
  const auto pattern = compile_pattern(GetParam().pattern, GetParam().flags);
  ASSERT_FALSE(pattern) << (*pattern)->pattern();
  EXPECT_EQ(pattern.error().kind, GetParam().kind);
  EXPECT_EQ(pattern.error().message, GetParam().message);
}

constexpr auto kMalformed = PatternError::Kind::kMalformed;
constexpr auto kUnsupported = PatternError::Kind::kUnsupported;

INSTANTIATE_TEST_SUITE_P(
    Examples, RefusedPattern,
    testing::Values(
        Refusal{"BackReference", R"((a)\1)", "", kUnsupported,
                "back-references cannot be matched in linear time and are not supported, at byte 5 "
                R"(of the pattern (a)\1)"},
        Refusal{"LookAhead", "a(?=b)", "", kUnsupported,
                "look-ahead, look-behind and other groups that begin with '(?' are not part of "
                "XPath's regular expressions, but for '(?:', at byte 3 of the pattern a(?=b)"},
        Refusal{"WordBoundary", R"(\bword)", "", kMalformed,
                R"(this character is not escaped by a backslash, at byte 2 of the pattern \bword)"},
        Refusal{"EndsInBackslash", R"(a\)", "", kMalformed,
                R"(the pattern ends too early, at byte 2 of the pattern a\)"},
        Refusal{"OpenClass", "[a", "", kMalformed,
                "the pattern ends too early, at byte 2 of the pattern [a"},
        Refusal{"EmptyClass", "[]", "", kMalformed,
                "'[' and ']' are escaped inside of brackets, at byte 2 of the pattern []"},
        Refusal{"BracketAlone", "a]", "", kMalformed,
                "']' without a '[', at byte 2 of the pattern a]"},
        Refusal{"RangeBackwards", "[z-a]", "", kMalformed,
                "the end of a range comes before its begin, at byte 4 of the pattern [z-a]"},
        Refusal{"UnknownProperty", R"(\p{Xx})", "", kMalformed,
                R"('Xx' is no category of Unicode, and no block, at byte 3 of the pattern \p{Xx})"},
        Refusal{
            "PropertyWithoutBraces", R"(\pL)", "", kMalformed,
            R"(expected '{' and the name of a property after '\p', at byte 2 of the pattern \pL)"},
        Refusal{"OpenGroup", "(a", "", kMalformed, "missing ): (a, in the pattern (a"},
        Refusal{"QuantityOfNothing", "*a", "", kMalformed,
                "no argument for repetition operator: *, in the pattern *a"},
        Refusal{"LargeQuantity", "a{2000}", "", kUnsupported,
                "invalid repetition size: {2000}, in the pattern a{2000}"},
        Refusal{"UnknownFlag", "a", "ig", kMalformed,
                "expected flags of s, m, i, x and q, found \"ig\""}),
    [](const auto& tested) { return tested.param.name; });

TEST(Pattern, IsLimited) {
  EXPECT_TRUE(compile_pattern(std::string(1000, 'a'), ""));
  EXPECT_FALSE(compile_pattern(std::string(kPatternBytesMax + 1, 'a'), ""));
  // Nested repetitions would make a program of a billion steps.
  EXPECT_FALSE(compile_pattern("((a{100}){100}){1000}", ""));
  std::string deep = "[a";
  for (int i = 0; i < 10000; ++i) {
    deep += "-[a";
  }
  EXPECT_FALSE(compile_pattern(deep, ""));
  EXPECT_FALSE(compile_pattern(std::string(20000, '('), ""));
}

TEST(Pattern, RunsInLinearTime) {
  const auto pattern = compile_pattern("^(a+)+$", "");
  ASSERT_TRUE(pattern);
  EXPECT_FALSE(re2::RE2::PartialMatch(std::string(100'000, 'a') + "b", **pattern));
}

}  // namespace

}  // namespace whence::exec
