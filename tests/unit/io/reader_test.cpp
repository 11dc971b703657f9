// What good documents are read as: first of all where Serd alone would read something else.
#include "io/reader.h"

#include <ostream>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "unit/io/reading.h"

namespace whence::io {
namespace {

struct Case {
  Syntax syntax;
  std::string text;
  std::string expected;
};

void PrintTo(const Case& test, std::ostream* out) { *out << test.text; }

class ReaderTest : public testing::TestWithParam<Case> {};

TEST_P(ReaderTest, Reads) {
  const Case& test = GetParam();
  EXPECT_EQ(to_text(read_quads(test.syntax, test.text, {.base_iri = "http://b/c/d"})),
            test.expected)
      << test.text;
}

TEST_P(ReaderTest, ReadsTheSameInSmallPieces) {
  const Case& test = GetParam();
  for (const std::size_t step : {1U, 2U, 7U}) {
    TrickleSource source(test.text, step);
    Collector collector;
    read(test.syntax, source, {.base_iri = "http://b/c/d"}, collector);
    EXPECT_EQ(to_text(collector.quads), test.expected) << test.text;
  }
}

constexpr Syntax kNt = Syntax::kNTriples;
constexpr Syntax kNq = Syntax::kNQuads;
constexpr Syntax kTtl = Syntax::kTurtle;
constexpr Syntax kTrig = Syntax::kTriG;

INSTANTIATE_TEST_SUITE_P(
    Lines, ReaderTest,
    testing::Values(Case{kNt, "", ""}, Case{kNt, "\n# comment\n \t\r\n", ""},
                    Case{kNt, "<a:s> <a:p> <a:o> .", "<a:s> <a:p> <a:o>\n"},
                    Case{kNt, "<a:s><a:p>\"o\".#c", "<a:s> <a:p> \"o\"\n"},
                    Case{kNt, "\xEF\xBB\xBF<a:s> <a:p> _:b .\n", "<a:s> <a:p> _:b\n"},
                    Case{kNt, "<a:s> <a:p> <a:o> .\r<a:s> <a:p> <a:q> .\r\n",
                         "<a:s> <a:p> <a:o>\n<a:s> <a:p> <a:q>\n"},
                    Case{kNt, "_:base <a:p> _:graph .\n_:prefix <a:p> _:b1.\n_:B1 <a:p> _:b1 .\n",
                         "_:base <a:p> _:graph\n_:prefix <a:p> _:b1\n_:B1 <a:p> _:b1\n"},
                    Case{kNt, "<a:s> <a:p> \"\\u00E9\\U0001F600\\t\\\\\"@en-GB .",
                         "<a:s> <a:p> \"\u00E9\U0001F600\\t\\\\\"@en-GB\n"},
                    Case{kNt, "<a:s> <a:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#string> .",
                         "<a:s> <a:p> \"1\"\n"},
                    Case{kNt, "# \\uD800 is no matter in a comment\n<a:s> <a:p> <a:o> . # \\uD800",
                         "<a:s> <a:p> <a:o>\n"},
                    Case{kNt, std::string("<a:s> <a:p> \"a\0b\" . # \0", 23),
                         "<a:s> <a:p> \"a\\u0000b\"\n"},
                    Case{kNt, "_:g1 <a:p> _:g_1 .", "_:g_1 <a:p> _:g__1\n"},
                    Case{kNq, "<a:s> <a:p> <a:o> <a:g> .", "<a:s> <a:p> <a:o> <a:g>\n"},
                    Case{kNq, "<a:s> <a:p> \"<a:x> . #\" _:g.", "<a:s> <a:p> \"<a:x> . #\" _:g\n"},
                    Case{kNq, "<a:s> <a:p> \"o\"@en _:g.# c .", "<a:s> <a:p> \"o\"@en _:g\n"}));

const std::string kPrefix = "@prefix : <a:> . ";

INSTANTIATE_TEST_SUITE_P(
    Documents, ReaderTest,
    testing::Values(
        Case{kTtl, "", ""}, Case{kTtl, "# comment", ""},
        Case{kTtl, "\xEF\xBB\xBF<a:s> a <o> .",  // a byte order mark
             "<a:s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://b/c/o>\n"},
        Case{kTtl, "<base> <a:p> <Graph> . <prefix> <a:p> <> .",
             "<http://b/c/base> <a:p> <http://b/c/Graph>\n<http://b/c/prefix> <a:p> "
             "<http://b/c/d>\n"},
        Case{kTtl, "@base <../x/> . @prefix p: <y#> . p:z <a:p> <#f> .",
             "<http://b/x/y#z> <a:p> <http://b/x/#f>\n"},
        Case{kTtl, "base <a:/> PREFIX p: <b> p:c <a:p> p: .", "<a:/bc> <a:p> <a:/b>\n"},
        Case{kTtl, kPrefix + ":s :p \"a\" @en , \"b\" ^^ :t, \"c\"# comment\n^^# more\n<a:t> .",
             "<a:s> <a:p> \"a\"@en\n<a:s> <a:p> \"b\"^^<a:t>\n<a:s> <a:p> \"c\"^^<a:t>\n"},
        Case{kTtl, kPrefix + ":s :p \"\"\"a \"\\u0041\" \"\"b\\\"\"\"\" .",
             "<a:s> <a:p> \"a \\\"A\\\" \\\"\\\"b\\\"\"\n"},
        Case{kTtl, kPrefix + ":s :p '''it's'''  .", "<a:s> <a:p> \"it's\"\n"},
        Case{kTtl, kPrefix + ":s :p true, 1.0, 1, -1e3 . :s :p 1.e0, +.5.",
             "<a:s> <a:p> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\n"
             "<a:s> <a:p> \"1.0\"^^<http://www.w3.org/2001/XMLSchema#decimal>\n"
             "<a:s> <a:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>\n"
             "<a:s> <a:p> \"-1e3\"^^<http://www.w3.org/2001/XMLSchema#double>\n"
             "<a:s> <a:p> \"1.e0\"^^<http://www.w3.org/2001/XMLSchema#double>\n"
             "<a:s> <a:p> \"+.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>\n"},
        Case{kTtl,
             "PREFIX true: <a:> PREFIX false1: <b:> PREFIX x-true: <c:> "
             "true:s true:p true:o, false1:o, x-true:o .",
             "<a:s> <a:p> <a:o>\n<a:s> <a:p> <b:o>\n<a:s> <a:p> <c:o>\n"},
        Case{kTtl, "PREFIX a\u00B7: <a:> a\u00B7:s a\u00B7:p a\u00B7:o .", "<a:s> <a:p> <a:o>\n"},
        Case{kTtl, kPrefix + ":a.b :p :c\\.. :%41:_:b :p :\\~x.",  // dots, "_:" within a name
             "<a:a.b> <a:p> <a:c.>\n<a:%41:_:b> <a:p> <a:~x>\n"},
        Case{kTtl, kPrefix + "[] :p 1._:b :p [ :q () ] .",  // a "." right behind a number
             "_:g1 <a:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>\n"
             "_:b <a:p> _:g2\n"
             "_:g2 <a:q> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>\n"},
        Case{kTtl, kPrefix + "_:b1 :p _:B1, [] . _:g1 :p _:base .",  // labels like generated ones
             "_:b1 <a:p> _:B1\n_:b1 <a:p> _:g1\n_:g_1 <a:p> _:base\n"},
        Case{kTtl, kPrefix + "[ :p :o ] .", "_:g1 <a:p> <a:o>\n"},
        Case{kTrig, kPrefix + "{ :s :p :o } :g { :s :p _:x . } _:x { _:x :p 'o' }",
             "<a:s> <a:p> <a:o>\n<a:s> <a:p> _:x <a:g>\n_:x <a:p> \"o\" _:x\n"},
        Case{kTrig, kPrefix + "GRAPH :g { [ :p :o ] } graph [] {} :s :p :o .",
             "_:g1 <a:p> <a:o> <a:g>\n<a:s> <a:p> <a:o>\n"}));

TEST(ReaderScopeTest, LabelsGetTheScope) {
  const ReadOptions options{.blank_node_scope = "f1_"};
  EXPECT_EQ(to_text(read_quads(kNt, "_:a <a:p> _:g1 .", options)), "_:f1_a <a:p> _:f1_g_1\n");
  EXPECT_EQ(to_text(read_quads(kTtl, "_:a <a:p> [] , _:g1 .", options)),
            "_:f1_a <a:p> _:f1_g1\n_:f1_a <a:p> _:f1_g_1\n");
}

TEST(ReaderScopeTest, PartsOfAFileAgreeOnLabels) {
  const ReadOptions options{.blank_node_scope = "f1_"};
  const auto first = read_quads(kNq, "_:a <a:p> _:b _:a .\n", options);
  const auto second = read_quads(kNq, "_:b <a:p> _:a .\n", options);
  EXPECT_EQ(first[0].subject, second[0].object);
  EXPECT_EQ(first[0].object, second[0].subject);
  EXPECT_EQ(first[0].graph, first[0].subject);
}

TEST(ReaderPrefixTest, SinkIsToldOfPrefixes) {
  StringSource source("@prefix : <x#> . PREFIX true1: <a:b> <s> :p true1:c .");
  Collector collector;
  read(kTtl, source, {.base_iri = "http://b/"}, collector);
  const std::vector<std::pair<std::string, std::string>> expected = {{"", "http://b/x#"},
                                                                     {"true1", "a:b"}};
  EXPECT_EQ(collector.prefixes, expected);
}

/// Throws at the second quad.
class FullSink final : public QuadSink {
 public:
  void quad(const rdf::QuadView&) override {
    if (++count == 2) {
      throw std::length_error("full");
    }
  }
  int count = 0;
};

class FailingSource final : public ByteSource {
 public:
  std::size_t read(std::span<char> buffer) override {
    if (std::exchange(has_text_, false)) {
      return std::string_view("<a:s> <a:p> <a:o> .\n").copy(buffer.data(), buffer.size());
    }
    throw Error(ErrorCode::kIo, "the disk is gone");
  }

 private:
  bool has_text_ = true;
};

TEST(ReaderExceptionTest, WhatTheSinkThrowsComesThrough) {
  for (const SyntaxInfo& syntax : syntaxes_of_ntriples()) {
    StringSource source("<a:s> <a:p> <a:o> .\n<a:s> <a:p> <a:o> .\n<a:s> <a:p> <a:o> .\n");
    FullSink sink;
    EXPECT_THROW(read(syntax.syntax, source, {}, sink), std::length_error) << syntax.name;
    EXPECT_EQ(sink.count, 2) << "it goes on after the exception";
  }
}

TEST(ReaderExceptionTest, WhatTheSourceThrowsComesThrough) {
  for (const SyntaxInfo& syntax : syntaxes_of_ntriples()) {
    FailingSource source;
    Collector collector;
    try {
      read(syntax.syntax, source, {}, collector);
      ADD_FAILURE() << "no error in " << syntax.name;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kIo);
    }
  }
}

TEST(ReaderLengthTest, LinesAndTokensMayBeLongerThanAnyBuffer) {
  const std::string word(1'000'000, 'x');
  const std::string line = "<a:" + word + "> <a:p> \"" + word + "\" .\n";
  const std::string text = line + "# " + word + "\n" + line;
  for (const SyntaxInfo& syntax : syntaxes_of_ntriples()) {
    const auto quads = read_quads(syntax.syntax, text);
    ASSERT_EQ(quads.size(), 2U) << syntax.name;
    EXPECT_TRUE(quads[1].subject.value == "a:" + word) << syntax.name;
    EXPECT_TRUE(quads[1].object.value == word) << syntax.name;
  }
}

TEST(ReaderLengthTest, ManyStatementsKeepTheirOrder) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    text += "<a:" + std::to_string(i) + "> <a:p> \"\u00E9 text\" .\n";
  }
  for (const SyntaxInfo& syntax : syntaxes_of_ntriples()) {
    const auto quads = read_quads(syntax.syntax, text);
    ASSERT_EQ(quads.size(), 20'000U) << syntax.name;
    EXPECT_EQ(quads[19'999].subject.value, "a:19999");
    EXPECT_EQ(quads[19'999].object.value, "\u00E9 text");
  }
}

}  // namespace
}  // namespace whence::io
