// What bad documents are refused with: place, and the words of the message.
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/reader.h"
#include "io/turtle_filter.h"
#include "unit/io/reading.h"

namespace whence::io {
namespace {

using testing::HasSubstr;

struct Case {
  Syntax syntax;
  std::string text;
  std::size_t line;
  std::size_t column;
  std::string message_part;
};

void PrintTo(const Case& test, std::ostream* out) { *out << test.text; }

class ReaderErrorTest : public testing::TestWithParam<Case> {};

void expect_error(const Case& test, ByteSource& source) {
  Collector collector;
  try {
    read(test.syntax, source, {.source_name = "a.file"}, collector);
    ADD_FAILURE() << "no error in: " << test.text << "\n" << to_text(collector.quads);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kBadData) << test.text;
    EXPECT_EQ(error.source(), "a.file") << test.text;
    EXPECT_THAT(error.what(), HasSubstr(test.message_part)) << test.text;
    ASSERT_TRUE(error.position().has_value()) << test.text;
    EXPECT_EQ(std::pair(error.position()->line, error.position()->column),
              std::pair(test.line, test.column))
        << test.text << "\n"
        << error.formatted();
  }
}

TEST_P(ReaderErrorTest, SaysWhereAndWhat) {
  StringSource source(GetParam().text);
  expect_error(GetParam(), source);
}

TEST_P(ReaderErrorTest, SaysTheSameOfSmallPieces) {
  TrickleSource source(GetParam().text, 3);
  expect_error(GetParam(), source);
}

constexpr Syntax kNt = Syntax::kNTriples;
constexpr Syntax kNq = Syntax::kNQuads;
constexpr Syntax kTtl = Syntax::kTurtle;
constexpr Syntax kTrig = Syntax::kTriG;

INSTANTIATE_TEST_SUITE_P(
    Lines, ReaderErrorTest,
    testing::Values(
        Case{kNt, "<a:s> <a:p> <a:o> ;", 1, 19, "expected '.', found ';'"},
        Case{kNt, "<a:s> <a:p> <a:o>\n", 1, 18, "expected '.', found the end"},
        Case{kNt, "<a:s> <a:p> <a:o> .\n\n<a:s> <a:p> .\n", 3, 13, "expected an object"},
        Case{kNt, "<a:s> <a:p>\n<a:o> .\n", 1, 12, "expected an object"},
        Case{kNt, "<a:s> <a:p> <a:o> . <a:s> <a:p> <a:o> .", 1, 21, "expected the end of the line"},
        Case{kNt, "<a:s> <a:p> <a:o> . x", 1, 21, "expected the end of the line, found 'x'"},
        Case{kNt, "<a:s> <a:p> <a:o> <a:g> .", 1, 19, "expected '.', found '<a:g>'"},
        Case{kNt, "<a:s> <a:p> \"\u00E9\u00E9\" x .", 1, 18, "expected '.', found 'x'"},
        Case{kNt, "<s> <a:p> <a:o> .", 1, 3, "expected an absolute IRI"},
        Case{kNt, "<a:s> <a:p> <a:o b> .", 1, 17, "expected '>' or a character that an IRI"},
        Case{kNt, "<a:s> <a:p> <a:o\\u0020b> .", 1, 17, "found '\\u0020'"},
        Case{kNt, "<a:s> <a:p> <a:\\u007B> .", 1, 16, "expected an IRI"},
        Case{kNt, "<a:s> <a:p> \"\\uD83D\" .", 1, 14, "escape of a Unicode character"},
        Case{kNt, "<a:s> <a:p> \"\\U00110000\" .", 1, 14, "escape of a Unicode character"},
        Case{kNt, "<a:s> <a:p> \"\\x\" .", 1, 15, "expected one of the escapes"},
        Case{kNt, "<a:s> <a:p> \"o .\n", 1, 17, "expected the closing quote"},
        Case{kNt, "<a:s> <a:p> \"o\"@en- .", 1, 17, "is no language tag"},
        Case{kNt, "<a:s> <a:p> \"o\"@1 .", 1, 17, "expected a language tag"},
        Case{kNt, "<a:s> <a:p> \"o\"^<a:t> .", 1, 17, "expected '^'"},
        Case{kNt, "<a:s> <a:p> 'o' .", 1, 13, "expected an object"},
        Case{kNt, "<a:s> <a:p> 1 .", 1, 13, "expected an object"},
        Case{kNt, "<a:s> <a:p> [] .", 1, 13, "expected an object"},
        Case{kNt, "<a:s> <a:p> :x .", 1, 13, "expected an IRI in '<' and '>'"},
        Case{kNt, "<a:s> <a:p> _:-x .", 1, 15, "expected a blank node label"},
        Case{kNt, "<a:s> <a:p> _:x.. .", 1, 15, "expected a blank node label"},
        Case{kNt, "<a:s> \"p\" <a:o> .", 1, 7, "expected a predicate (an IRI), found"},
        Case{kNt, "\"s\" <a:p> <a:o> .", 1, 1, "expected a subject"},
        Case{kNt, "() <a:p> <a:o> .", 1, 1, "expected a subject"},
        Case{kNt, "@prefix : <a:> .", 1, 1, "expected a subject"},
        Case{kNt, "<a:s> <a:p> \"\xFF\" .", 1, 14, "expected UTF-8, found the byte 0xFF"},
        Case{kNt, "# fine\n<a:s> <a:p> \"\xC0\xAF\" .\n", 2, 14, "expected UTF-8"},
        Case{kNt, "<a:s> <a:p> \"\xE6\x97", 1, 14, "expected UTF-8"},
        Case{kNq, "<a:s> <a:p> <a:o> <a:g> <a:x> .", 1, 25, "expected '.', found '<a:x>'"},
        Case{kNq, "<a:s> <a:p> <a:o> \"g\" .", 1, 19, "expected '.' or a graph"},
        Case{kNq, "<a:s> <a:p> <a:o> <g> .", 1, 21, "expected an absolute IRI"}));

INSTANTIATE_TEST_SUITE_P(
    Documents, ReaderErrorTest,
    testing::Values(
        Case{kTtl, "<a:s> <a:p> <a:o> <a:q> .", 1, 19, "expected '.', ';' or ',', found '<a:q>'"},
        Case{kTtl, "<a:s> <a:p> <a:o>\n", 2, 1, "the text ends too early"},
        Case{kTtl, "<a:s>\n  'p' <a:o> .", 2, 3, "expected a predicate"},
        Case{kTtl, "<a:s> <a:p>\n\t. ", 2, 2, "expected an object"},
        Case{kTtl, "<a:s> <a:p> ; .", 1, 13, "expected an object"},
        Case{kTtl, "<a:s> <a:p> _:\u00E9, ex:o .", 1, 18, "found 'ex:', which is not declared"},
        Case{kTtl, "<a:s> <a:p>\n <o> .", 2, 2, "the relative IRI <o> has no base"},
        Case{kTtl, "@base <x> .", 1, 7, "the relative IRI <x> has no base"},
        Case{kTtl, "<a:s> a foo .", 1, 9, "found 'foo'"},
        Case{kTtl, "foo a <a:o> .", 1, 1, "expected a subject"},
        Case{kTtl, "true a <a:o> .", 1, 1, "expected a subject"},
        Case{kTtl, "'s' a <a:o> .", 1, 1, "expected a subject"},
        Case{kTtl, "<a:s> a 1..", 1, 11, "expected a subject"},
        Case{kTtl, "[] .", 1, 4, "expected a predicate after '[]'"},
        Case{kTtl, "<a:s> a ( 1. ) .", 1, 12, "expected ']' or ')'"},
        Case{kTtl, "<a:s> a (1.) .", 1, 11, "expected ']' or ')'"},
        Case{kTtl, "<a:s> a [ == <a:x> ; a 1 ] .", 1, 11, "found '='"},
        Case{kTtl, "<a:s> a [ a <a:x> .", 1, 19, "expected ']' or ')'"},
        Case{kTtl, "<a:s> a ] .", 1, 9, "expected an object"},
        Case{kTtl, "<a:g> { <a:s> a 1 }", 1, 7, "Turtle has no graphs"},
        Case{kTtl, "GRAPH <a:g> { <a:s> a 1 }", 1, 1, "expected a subject"},
        Case{kTtl, "<a:s> a <a:o b> .", 1, 13, "expected '>' or a character that an IRI"},
        Case{kTtl, "<a:s> a <a:\\u0020b> .", 1, 12, "escape of a character that an IRI may have"},
        Case{kTtl, "<a:s> a '\\uDC00' .", 1, 10, "expected an escape of a Unicode character"},
        Case{kTtl, "<a:s> a '\\UFFFFFFFF' .", 1, 10, "expected an escape of a Unicode character"},
        Case{kTtl, "<a:s> a '\\x' .", 1, 11, "expected one of the escapes"},
        Case{kTtl, "<a:s> a 'x\n' .", 1, 11, "expected the closing quote"},
        Case{kTtl, "<a:s> a '''x\n' .", 2, 4, "expected the closing quote"},
        Case{kTtl, "<a:s> a 'x'@en--ltr .", 1, 12, "expected a language tag"},
        Case{kTtl, "<a:s> a 'x'^<a:t> .", 1, 12, "expected '^^'"},
        Case{kTtl, "<a:s> a _:-x .", 1, 9, "expected a blank node label"},
        Case{kTtl, "@prefixp: <a:> .", 1, 1, "expected '@prefix' or '@base'"},
        Case{kTtl, "@prefix p: <a:>\n<a:s> a 1 .", 2, 1, "expected '.'"},
        Case{kTtl, "# \u00E9\n<a:s> a '\u00E9\xFF' .", 2, 11,
             "expected UTF-8, found the byte 0xFF"},
        Case{kTtl, std::string("<a:s> a\0 1 .", 12), 1, 8, "found the byte 0x00"},
        Case{kTrig, "<a:g> { <a:s> a 1", 1, 18, "the text ends too early"},
        Case{kTrig, "<a:g> { { } }", 1, 9, "graphs do not nest"},
        Case{kTrig, "}", 1, 1, "expected a subject"},
        Case{kTrig, "GRAPH _:g. { }", 1, 10, "expected '{'"},
        Case{kTrig, "<a:g> { <a:s> a 1 . . }", 1, 21, "expected a subject"},
        Case{kTrig, "<a:g> { <a:s> a 1 } .", 1, 21, "expected"},
        Case{kTrig, "<a:g> { PREFIX p: <a:> }", 1, 9, "expected a subject"},
        Case{kTrig, "( 1 ) { <a:s> a 1 }", 1, 7, "expected the name of a graph"}));

TEST(ReaderErrorTest, LineNumbersStartWhereThePartDoes) {
  for (const SyntaxInfo& syntax : syntaxes_of_ntriples()) {
    StringSource source("<a:s> <a:p> <a:o> .\n<a:s> ! .\n");
    Collector collector;
    try {
      read(syntax.syntax, source, {.first_line = 101}, collector);
      ADD_FAILURE() << "no error in " << syntax.name;
    } catch (const Error& error) {
      EXPECT_EQ(error.position(), (Position{102, 7})) << syntax.name;
    }
    EXPECT_EQ(collector.quads.size(), 1U) << "what stands in front of the mistake is read";
  }
}

std::string nested(std::string_view open, std::string_view close, std::size_t depth) {
  std::string text = "<a:s> <a:p> ";
  for (std::size_t i = 0; i < depth; ++i) text += open;
  text += "1";
  for (std::size_t i = 0; i < depth; ++i) text += close;
  return text + " .";
}

TEST(ReaderDepthTest, NestingIsLimited) {
  const std::pair<std::string_view, std::string_view> brackets[] = {{"[ <a:p> ", " ]"},
                                                                    {"( ", " )"}};
  for (const auto& [open, close] : brackets) {
    for (const Syntax syntax : {kTtl, kTrig}) {
      EXPECT_GE(read_quads(syntax, nested(open, close, kNestingDepthMax)).size(), kNestingDepthMax);
      for (const std::size_t depth : {kNestingDepthMax + 1, std::size_t{100'000}}) {
        try {
          (void)read_quads(syntax, nested(open, close, depth));
          ADD_FAILURE() << "no error at depth " << depth;
        } catch (const Error& error) {
          EXPECT_EQ(error.code(), ErrorCode::kLimit);
          EXPECT_THAT(error.what(), HasSubstr("1000"));
          EXPECT_TRUE(error.position().has_value());
        }
      }
    }
  }
}

TEST(ReaderDepthTest, BracketsInStringsIrisAndCommentsDoNotNest) {
  const std::string brackets(2 * kNestingDepthMax, '[');
  EXPECT_EQ(read_quads(kTtl, "<a:" + brackets + "> a '" + brackets + "' . # " + brackets).size(),
            1U);
}

}  // namespace
}  // namespace whence::io
