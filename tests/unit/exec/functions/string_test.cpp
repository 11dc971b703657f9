// Functions on strings (SPARQL 1.1 §17.4.3).
#include <gtest/gtest.h>

#include "unit/exec/example.h"

namespace whence::exec {

namespace {

class StringFunction : public testing::TestWithParam<Example> {};

TEST_P(StringFunction, HasTheValue) {
  EXPECT_EQ(evaluated(GetParam().expression), GetParam().result);
}

constexpr const char* kTrue = "\"true\"^^xsd:boolean";
constexpr const char* kFalse = "\"false\"^^xsd:boolean";

INSTANTIATE_TEST_SUITE_P(
    Examples, StringFunction,
    testing::Values(
        Example{"StrLen", "STRLEN('chat'@en)", "\"4\"^^xsd:integer"},
        Example{"StrLenInCodePoints", "STRLEN('\u98DF\u3079\U0001F600')", "\"3\"^^xsd:integer"},
        Example{"StrLenOfNumber", "STRLEN(12)", "error"},
        Example{"StrLenOfIri", "STRLEN(:a)", "error"},
        Example{"UCase", "UCASE('foo bar'@en)", "\"FOO BAR\"@en"},
        Example{"UCaseOfUnicode", "UCASE('stra\u00DFe')", "\"STRASSE\""},
        Example{"LCase", "LCASE('BAR')", "\"bar\""},
        // A sigma at the end of a word has a form of its own.
        Example{"LCaseOfUnicode", "LCASE('\u00C4\u03A3')", "\"\u00E4\u03C2\""},
        Example{"UCaseOfNumber", "UCASE(1)", "error"},
        Example{"StrStarts", "STRSTARTS('foobar', 'foo')", kTrue},
        Example{"StrStartsNot", "STRSTARTS('foobar', 'bar')", kFalse},
        Example{"StrStartsTagged", "STRSTARTS('foobar'@en, 'foo')", kTrue},
        Example{"StrStartsSameTag", "STRSTARTS('foobar'@en, 'foo'@EN)", kTrue},
        Example{"StrStartsOtherTag", "STRSTARTS('foobar'@en, 'foo'@de)", "error"},
        Example{"StrStartsTagOnSecond", "STRSTARTS('foobar', 'foo'@en)", "error"},
        Example{"StrStartsNumber", "STRSTARTS('1', 1)", "error"},
        Example{"StrEnds", "STRENDS('foobar'@en, 'bar'@en)", kTrue},
        Example{"StrEndsEmpty", "STRENDS('foobar', '')", kTrue},
        Example{"Contains", "CONTAINS('foobar'@en, 'oba')", kTrue},
        Example{"ContainsNot", "CONTAINS('foobar', 'Oba')", kFalse},
        Example{"ContainsEmpty", "CONTAINS('', '')", kTrue},
        Example{"ContainsInIri", "CONTAINS(STR(:abc), 'org/a')", kTrue},
        Example{"ContainsOfIri", "CONTAINS(:abc, 'a')", "error"},
        Example{"StrBefore", "STRBEFORE('abc'@en, 'b')", "\"a\"@en"},
        Example{"StrBeforeNoMatch", "STRBEFORE('abc'@en, 'xyz')", "\"\""},
        Example{"StrBeforeEmpty", "STRBEFORE('abc'@en, '')", "\"\"@en"},
        Example{"StrBeforeIncompatible", "STRBEFORE('abc', 'b'@en)", "error"},
        Example{"StrAfter", "STRAFTER('abc'@en, 'ab'@en)", "\"c\"@en"},
        Example{"StrAfterNoMatch", "STRAFTER('abc'@en, 'xyz')", "\"\""},
        Example{"StrAfterEmpty", "STRAFTER('abc'@en, '')", "\"abc\"@en"},
        Example{"StrAfterFirst", "STRAFTER('abcb', 'b')", "\"cb\""},
        Example{"EncodeForUri", "ENCODE_FOR_URI('Los Angeles/~a_b-c.d%')",
                "\"Los%20Angeles%2F~a_b-c.d%25\""},
        Example{"EncodeForUriOfUnicode", "ENCODE_FOR_URI('\u98DF'@ja)", "\"%E9%A3%9F\""},
        Example{"EncodeForUriOfNumber", "ENCODE_FOR_URI(1)", "error"},
        Example{"Concat", "CONCAT('foo', 'bar')", "\"foobar\""},
        Example{"ConcatSameTag", "CONCAT('foo'@en, 'bar'@en)", "\"foobar\"@en"},
        Example{"ConcatOtherTag", "CONCAT('foo'@en, 'bar'@de)", "\"foobar\""},
        Example{"ConcatTagAndNone", "CONCAT('foo'@en, 'bar')", "\"foobar\""},
        Example{"ConcatOfNothing", "CONCAT()", "\"\""},
        Example{"ConcatOfOne", "CONCAT('a'@en)", "\"a\"@en"},
        Example{"ConcatWithNumber", "CONCAT('a', 1)", "error"},
        Example{"LangMatches", "langMatches('en-GB', 'EN')", kTrue},
        Example{"LangMatchesSubtag", "langMatches('en', 'en-GB')", kFalse},
        Example{"LangMatchesPartOfSubtag", "langMatches('eng', 'en')", kFalse},
        Example{"LangMatchesAny", "langMatches('fr', '*')", kTrue},
        Example{"LangMatchesNone", "langMatches('', '*')", kFalse},
        Example{"LangMatchesNumber", "langMatches('en', 1)", "error"}),
    example_name);

// XPath Functions §7.4.3 has these.
INSTANTIATE_TEST_SUITE_P(
    Substr, StringFunction,
    testing::Values(
        Example{"FromFour", "SUBSTR('foobar', 4)", "\"bar\""},
        Example{"OneOfFour", "SUBSTR('foobar'@en, 4, 1)", "\"b\"@en"},
        Example{"RoundedStart", "SUBSTR('12345', 1.5, 2.6)", "\"234\""},
        Example{"FromZero", "SUBSTR('12345', 0, 3)", "\"12\""},
        Example{"BeyondTheEnd", "SUBSTR('12345', 5, 10)", "\"5\""},
        Example{"StartBeyondTheEnd", "SUBSTR('12345', 6)", "\"\""},
        Example{"NegativeLength", "SUBSTR('12345', 5, -3)", "\"\""},
        Example{"NegativeStart", "SUBSTR('12345', -3, 5)", "\"1\""},
        Example{"NegativeStartWithoutLength", "SUBSTR('12345', -42)", "\"12345\""},
        Example{"NaNStart", "SUBSTR('12345', 'NaN'^^xsd:double, 3)", "\"\""},
        Example{"NaNStartWithoutLength", "SUBSTR('12345', 'NaN'^^xsd:double)", "\"\""},
        Example{"InfiniteStart", "SUBSTR('12345', 'INF'^^xsd:double)", "\"\""},
        Example{"NegativeInfiniteStart", "SUBSTR('12345', '-INF'^^xsd:double)", "\"12345\""},
        Example{"NaNLength", "SUBSTR('12345', 1, 'NaN'^^xsd:double)", "\"\""},
        Example{"InfiniteLength", "SUBSTR('12345', -42, 'INF'^^xsd:double)", "\"12345\""},
        Example{"InfiniteBoth", "SUBSTR('12345', '-INF'^^xsd:double, 'INF'^^xsd:double)", "\"\""},
        Example{"HugeStart", "SUBSTR('12345', '99999999999999999999999999'^^xsd:integer)", "\"\""},
        Example{"CodePoints", "SUBSTR('\u98DF\u3079\U0001F600x', 2, 2)", "\"\u3079\U0001F600\""},
        Example{"OfEmpty", "SUBSTR('', 1)", "\"\""},
        Example{"OfNumber", "SUBSTR(12345, 1)", "error"},
        Example{"StartIsString", "SUBSTR('abc', '1')", "error"}),
    example_name);

}  // namespace

}  // namespace whence::exec
