// REGEX and REPLACE (SPARQL 1.1 §17.4.3.14, §17.4.3.15).
#include <memory>

#include <gtest/gtest.h>

#include "rdf/error.h"
#include "store/snapshot.h"
#include "unit/exec/evaluating.h"

namespace whence::exec {

namespace {

class RegexFunction : public testing::TestWithParam<Example> {};

TEST_P(RegexFunction, HasTheValue) {
  EXPECT_EQ(evaluated(GetParam().expression), GetParam().result);
}

constexpr const char* kTrue = "\"true\"^^xsd:boolean";
constexpr const char* kFalse = "\"false\"^^xsd:boolean";

INSTANTIATE_TEST_SUITE_P(
    Regex, RegexFunction,
    testing::Values(Example{"Anywhere", "REGEX('abracadabra', 'bra')", kTrue},
                    Example{"Anchored", "REGEX('abracadabra', '^a.*a$')", kTrue},
                    Example{"NotAnchored", "REGEX('abracadabra', '^bra')", kFalse},
                    Example{"IgnoreCase", "REGEX('Alice', '^ali', 'i')", kTrue},
                    Example{"CaseCounts", "REGEX('Alice', '^ali')", kFalse},
                    Example{"Tagged", "REGEX('Alice'@en, 'A')", kTrue},
                    Example{"DotIsNotNewline", "REGEX('a\\nb', 'a.b')", kFalse},
                    Example{"DotAll", "REGEX('a\\nb', 'a.b', 's')", kTrue},
                    Example{"EndIsOfTheText", "REGEX('a\\nb', '^a$')", kFalse},
                    Example{"EndIsNotBeforeALastNewline", "REGEX('a\\n', 'a$')", kFalse},
                    Example{"MultiLine", "REGEX('a\\nb', '^b$', 'm')", kTrue},
                    Example{"IgnoreSpace", "REGEX('helloworld', 'hello[ ]world', 'x')", kFalse},
                    Example{"IgnoreSpaceOutsideOfClasses",
                            "REGEX('hello world', ' hello[ ]world ', 'x')", kTrue},
                    Example{"Literal", "REGEX('a.b*c', '.b*', 'q')", kTrue},
                    Example{"LiteralIsNoPattern", "REGEX('axb', 'a.b', 'q')", kFalse},
                    Example{"TwoFlags", "REGEX('a\\nB', 'A.b', 'is')", kTrue},
                    Example{"UnknownFlag", "REGEX('a', 'a', 'g')", "error"},
                    Example{"Malformed", "REGEX('a', '(a')", "error"},
                    Example{"OfNumber", "REGEX(12, '1')", "error"},
                    Example{"OfIri", "REGEX(:a, 'a')", "error"},
                    Example{"PatternIsTagged", "REGEX('a', 'a'@en)", "error"},
                    Example{"PatternIsNumber", "REGEX('1', 1)", "error"},
                    Example{"PatternIsComputed", "REGEX('abc', CONCAT('^', 'ab'))", kTrue},
                    Example{"EmptyPattern", "REGEX('abc', '')", kTrue},
                    Example{"Unicode", "REGEX('\u98DF\u3079', '^..$')", kTrue}),
    example_name);

// XPath Functions §7.6.3
INSTANTIATE_TEST_SUITE_P(
    Replace, RegexFunction,
    testing::Values(
        Example{"All", "REPLACE('abracadabra', 'bra', '*')", "\"a*cada*\""},
        Example{"Longest", "REPLACE('abracadabra', 'a.*a', '*')", "\"*\""},
        Example{"Shortest", "REPLACE('abracadabra', 'a.*?a', '*')", "\"*c*bra\""},
        Example{"Deleted", "REPLACE('abracadabra', 'a', '')", "\"brcdbr\""},
        Example{"Captured", "REPLACE('abracadabra', 'a(.)', 'a$1$1')", "\"abbraccaddabbra\""},
        Example{"Greedy", "REPLACE('AAAA', 'A+', 'b')", "\"b\""},
        Example{"Reluctant", "REPLACE('AAAA', 'A+?', 'b')", "\"bbbb\""},
        Example{"Alternatives", "REPLACE('darted', '^(.*?)d(.*)$', '$1c$2')", "\"carted\""},
        Example{"UnmatchedGroup", "REPLACE('abc', '(x)|b', '[$1]')", "\"a[]c\""},
        Example{"WholeMatch", "REPLACE('abc', 'b', '[$0]')", "\"a[b]c\""},
        Example{"NoSuchGroup", "REPLACE('abc', '(b)', '[$2]')", "\"a[]c\""},
        Example{"TwoDigitsButOneGroup", "REPLACE('abc', '(b)', '[$12]')", "\"a[b2]c\""},
        Example{"EscapedDollar", "REPLACE('abc', 'b', '\\\\$1\\\\\\\\')", "\"a$1\\\\c\""},
        Example{"DollarAlone", "REPLACE('abc', 'b', '$')", "error"},
        Example{"BackslashAlone", "REPLACE('abc', 'b', '\\\\x')", "error"},
        Example{"MatchesNothing", "REPLACE('abracadabra', '.*?', '$1')", "error"},
        Example{"Tagged", "REPLACE('abc'@en, 'b', 'x')", "\"axc\"@en"},
        Example{"NoMatch", "REPLACE('abc'@en, 'z', 'x')", "\"abc\"@en"},
        Example{"IgnoreCase", "REPLACE('aBc', 'b', 'x', 'i')", "\"axc\""},
        Example{"Literal", "REPLACE('a.b', '.', '$1', 'q')", "\"a$1b\""},
        Example{"AnchoredOnce", "REPLACE('aaa', '^a', 'b')", "\"baa\""},
        Example{"OfNumber", "REPLACE(121, '1', '3')", "error"},
        Example{"ReplacementIsTagged", "REPLACE('abc', 'b', 'x'@en)", "error"}),
    example_name);

TEST(ConstantPattern, ThatCannotRunIsAnErrorOfTheQuery) {
  try {
    static_cast<void>(compile(parsed("REGEX(?a, '(a)\\\\1')"), {}));
    FAIL() << "compiled";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUnsupported);
    EXPECT_STREQ(error.what(),
                 "REGEX: back-references cannot be matched in linear time and are not supported, "
                 "at byte 5 of the pattern (a)\\1");
    EXPECT_EQ(error.position(), (Position{2, 9}));
  }
}

TEST(ComputedPattern, ThatCannotRunIsAnErrorOfTheExpression) {
  EXPECT_EQ(evaluated("REGEX('aa', CONCAT('(a)', '\\\\1'))"), "error");
}

TEST(ComputedPattern, MayChangeFromRowToRow) {
  QueryContext context(std::make_shared<const store::Snapshot>(), {});
  store::Batch batch;
  for (const char* pattern : {"^a", "^b", "(", "b$"}) {
    batch.columns.resize(1);
    batch.columns[0].push_back(context.id(rdf::Term::literal(pattern)));
  }
  batch.row_count = 4;
  const auto node = compile(parsed("REGEX('ab', ?p)"), {{"p"}});
  EXPECT_EQ(node->truth({&batch, 0}, context), true);
  EXPECT_EQ(node->truth({&batch, 1}, context), false);
  EXPECT_EQ(node->truth({&batch, 2}, context), std::nullopt);
  EXPECT_EQ(node->truth({&batch, 3}, context), true);
}

}  // namespace

}  // namespace whence::exec
