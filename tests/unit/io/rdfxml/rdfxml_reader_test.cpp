// What the W3C's suite does not ask: errors with their places, limits, streams cut anywhere.
#include "io/rdfxml/rdfxml_reader.h"

#include <ostream>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/rdfxml/xml_parser.h"
#include "rdf/error.h"
#include "unit/io/reading.h"

namespace whence::io {
namespace {

using testing::HasSubstr;
using testing::Pair;

constexpr std::string_view kStart =
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://e/'>\n";

std::string document(std::string_view content) {
  return std::string(kStart).append(content).append("</rdf:RDF>");
}

std::string read_text(std::string_view content) {
  return to_text(read_quads(Syntax::kRdfXml, document(content), {.base_iri = "http://b/d"}));
}

Error error_of(std::string_view text, const ReadOptions& options = {.base_iri = "http://b/d"}) {
  try {
    (void)read_quads(Syntax::kRdfXml, text, options);
  } catch (const Error& error) {
    return error;
  }
  return {ErrorCode::kInternal, "there was no error"};
}

TEST(RdfXmlReaderTest, ReadsNodesPropertiesAndLiterals) {
  EXPECT_EQ(read_text("<C rdf:about='http://e/s' xmlns:e='http://e/' e:p='1'>\n"
                      "  <q xml:lang='en'>two<!-- no --> words</q>\n"
                      "  <r rdf:datatype='http://e/t'>&lt;3</r>\n"
                      "  <o rdf:resource='x'/><o rdf:nodeID='b'/>\n"
                      "</C>"),
            "<http://e/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/C>\n"
            "<http://e/s> <http://e/p> \"1\"\n"
            "<http://e/s> <http://e/q> \"two words\"@en\n"
            "<http://e/s> <http://e/r> \"<3\"^^<http://e/t>\n"
            "<http://e/s> <http://e/o> <http://b/x>\n"
            "<http://e/s> <http://e/o> _:b\n");
}

TEST(RdfXmlReaderTest, TakesEntitiesOfTheDocument) {
  const std::string text = "<!DOCTYPE rdf:RDF [<!ENTITY e 'http://e/'> <!ENTITY x '&e;x'>]>" +
                           document("<C rdf:about='&x;'><p>&e;</p></C>");
  EXPECT_THAT(to_text(read_quads(Syntax::kRdfXml, text)),
              HasSubstr("<http://e/x> <http://e/p> \"http://e/\"\n"));
}

TEST(RdfXmlReaderTest, XmlLiteralsAreCanonical) {
  EXPECT_THAT(read_text("<C rdf:about='x'><p rdf:parseType='Literal' xmlns:u='http://unused/'>"
                        "<b z='1' a='&quot;&#9;&lt;'>&amp;<![CDATA[<&>]]>&#13;<c xmlns=''/></b>"
                        "<!-- kept --><?pi  data ?></p></C>"),
              HasSubstr(R"("<b xmlns=\"http://e/\" a=\"&quot;&#x9;&lt;\" z=\"1\">)"
                        R"(&amp;&lt;&amp;&gt;&#xD;<c xmlns=\"\"></c></b><!-- kept --><?pi data ?>")"
                        "^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>\n"));
}

TEST(RdfXmlReaderTest, GivesPrefixesOnButNotThoseOfLiterals) {
  Collector collector;
  const std::string text = document(
      "<C><p xmlns:x='http://x/' rdf:parseType='Literal'><y xmlns:z='http://z/'/></p></C>");
  StringSource source(text);
  read(Syntax::kRdfXml, source, {}, collector);
  EXPECT_THAT(collector.prefixes, testing::UnorderedElementsAre(
                                      Pair("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
                                      Pair("", "http://e/"), Pair("x", "http://x/")));
}

TEST(RdfXmlReaderTest, CutAnywhereItReadsTheSame) {
  const std::string text =
      document("<C rdf:about='é'><p rdf:parseType='Literal'>a<b/>c</p><q>text &amp; more</q></C>");
  for (const std::size_t step : {1U, 2U, 3U, 7U}) {
    TrickleSource source(text, step);
    Collector collector;
    const ReadOptions options{.base_iri = "http://b/d"};
    read(Syntax::kRdfXml, source, options, collector);
    EXPECT_EQ(to_text(collector.quads), to_text(read_quads(Syntax::kRdfXml, text, options)));
  }
}

TEST(RdfXmlReaderTest, ReadsOtherEncodings) {
  const std::string latin =
      "<?xml version='1.0' encoding='ISO-8859-1'?>" + document("<C rdf:about='x'><p>\xE9</p></C>");
  EXPECT_THAT(to_text(read_quads(Syntax::kRdfXml, latin, {.base_iri = "http://b/"})),
              HasSubstr("\"\u00E9\""));
}

TEST(RdfXmlReaderTest, BlankNodesAreScoped) {
  const std::string text = document("<C rdf:nodeID='a'/><C/><C rdf:nodeID='g1'/>");
  EXPECT_EQ(read_quads(Syntax::kRdfXml, text, {.blank_node_scope = "f1-"})[1].subject.value,
            "f1-g1");
  EXPECT_EQ(read_quads(Syntax::kRdfXml, text, {.blank_node_scope = "f1-"})[2].subject.value,
            "f1-g_1");
}

struct BadCase {
  const char* name;
  const char* content;  ///< What stands in rdf:RDF, from the second line on.
  Position position;
  const char* message;
};

void PrintTo(const BadCase& test, std::ostream* out) { *out << test.name; }

class RdfXmlErrorTest : public testing::TestWithParam<BadCase> {};

TEST_P(RdfXmlErrorTest, SaysWhatAndWhere) {
  const Error error =
      error_of(document(GetParam().content), {.base_iri = "http://b/d", .source_name = "in.rdf"});
  EXPECT_EQ(error.code(), ErrorCode::kBadData);
  EXPECT_EQ(error.source(), "in.rdf");
  EXPECT_EQ(error.position(), GetParam().position) << error.formatted();
  EXPECT_THAT(error.what(), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    All, RdfXmlErrorTest,
    testing::Values(
        BadCase{"text_for_a_node", "abc", {2, 1}, "expected a node element, found 'abc'"},
        BadCase{"text_for_a_property", "<C>\n x</C>", {3, 2}, "expected a property element"},
        BadCase{"two_objects", "<C><p><D/><D/></p></C>", {2, 11}, "found also the element 'D'"},
        BadCase{"text_and_object", "<C><p>x<D/></p></C>", {2, 8}, "one node element or text"},
        BadCase{"content_beside_resource",
                "<C><p rdf:resource='x'>y</p></C>",
                {2, 24},
                "expected the end of the property element, found 'y'"},
        BadCase{"two_names", "<C rdf:ID='a' rdf:about='b'/>", {2, 1}, "found more than one"},
        BadCase{"an_id_twice",
                "<C rdf:ID='a'/>\n<C rdf:ID='a'/>",
                {3, 1},
                "expected each rdf:ID once, found 'a' a second time"},
        BadCase{"an_id_that_is_no_name", "<C rdf:ID='1a'/>", {2, 1}, "in rdf:ID, found '1a'"},
        BadCase{"aboutEach", "<C rdf:aboutEach='x'/>", {2, 1}, "found 'rdf:aboutEach'"},
        BadCase{"li_as_a_node", "<rdf:li/>", {2, 1}, "expected a node element, found 'rdf:li'"},
        BadCase{"description_as_a_property",
                "<C><rdf:Description/></C>",
                {2, 4},
                "expected a property element, found 'rdf:Description'"},
        BadCase{"no_namespace", "<C xmlns=''/>", {2, 1}, "whose namespace makes it an absolute"},
        BadCase{"attribute_without_namespace",
                "<C name='x'/>",
                {2, 1},
                "expected an attribute in a namespace, found 'name'"},
        BadCase{"language", "<C xml:lang='en_US'/>", {2, 1}, "a language tag in xml:lang"},
        BadCase{"iri", "<C rdf:about='a b'/>", {2, 1}, "expected an IRI, found 'a b'"},
        BadCase{"mismatch", "<C></D>", {2, 6}, "the end tag of the element that was opened last"},
        BadCase{"prefix", "<C><x:p/></C>", {2, 4}, "expected a declared namespace prefix"},
        BadCase{"entity", "<C><p>&nbsp;</p></C>", {2, 7}, "an entity that the document declares"},
        BadCase{"token", "<C p=1/>", {2, 6}, "expected well-formed XML, found '1'"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(RdfXmlReaderTest, RelativeIrisNeedABase) {
  EXPECT_THAT(error_of(document("<C rdf:about='x'/>"), {}).what(), HasSubstr("has no base"));
  EXPECT_EQ(error_of("").code(), ErrorCode::kBadData);
}

TEST(RdfXmlReaderTest, NothingOutsideIsFetched) {
  const std::string external = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" +
                               document("<C rdf:about='a'><p>&x;</p></C>");
  EXPECT_THAT(error_of(external).what(), HasSubstr("'file:///etc/passwd', which is not fetched"));
  const std::string elsewhere =
      "<!DOCTYPE r SYSTEM 'http://e/all.dtd'>" + document("<C rdf:about='a'><p>&x;</p></C>");
  EXPECT_THAT(error_of(elsewhere).what(), HasSubstr("declarations elsewhere are not fetched"));
}

TEST(RdfXmlReaderTest, ExpandingEntitiesEndsAtTheLimit) {
  std::string laughs = "<!DOCTYPE r [<!ENTITY l0 'laugh'>";
  for (int i = 1; i < 20; ++i) {
    laughs += fmt::format("<!ENTITY l{} '{}'>", i, [&] {
      std::string ten;
      for (int k = 0; k < 10; ++k) {
        ten += fmt::format("&l{};", i - 1);
      }
      return ten;
    }());
  }
  laughs += "]>" + document("<C rdf:about='a'><p>&l19;</p></C>");
  const Error error = error_of(laughs);
  EXPECT_EQ(error.code(), ErrorCode::kLimit);
  EXPECT_THAT(error.what(), HasSubstr("more than 100 times as large"));

  std::string many = "<!DOCTYPE r [<!ENTITY l0 'x'>";
  for (std::size_t i = 1; i < 100'000; ++i) {
    many += fmt::format("<!ENTITY l{} '&l{};'>", i, i - 1);
  }
  many += "]>" + document("<C rdf:about='a'><p>&l99999;</p></C>");
  EXPECT_EQ(error_of(many).code(), ErrorCode::kLimit);
}

TEST(RdfXmlReaderTest, DeepNestingEndsAtTheLimit) {
  std::string text(kStart);
  for (std::size_t i = 0; i < 100'000; ++i) {
    text += "<C><p>";
  }
  EXPECT_EQ(error_of(text).code(), ErrorCode::kLimit);
  std::string literal(kStart);
  literal += "<C><p rdf:parseType='Literal'>";
  for (std::size_t i = 0; i < 100'000; ++i) {
    literal += "<a>";
  }
  EXPECT_EQ(error_of(literal).code(), ErrorCode::kLimit);
}

class Refuser final : public QuadSink {
 public:
  void quad(const rdf::QuadView&) override { throw Error(ErrorCode::kCancelled, "enough"); }
};

TEST(RdfXmlReaderTest, WhatTheSinkThrowsComesThrough) {
  const std::string text = document("<C/><C/>");
  StringSource source(text);
  Refuser refuser;
  EXPECT_THROW(read(Syntax::kRdfXml, source, {}, refuser), Error);
}

}  // namespace
}  // namespace whence::io
