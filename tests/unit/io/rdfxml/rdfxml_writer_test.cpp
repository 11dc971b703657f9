#include "io/rdfxml/rdfxml_writer.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "rdf/vocabulary.h"
#include "unit/io/reading.h"

namespace whence::io {
namespace {

using rdf::Quad;
using rdf::Term;
using testing::HasSubstr;

const Term kS = Term::iri("http://e/s");
const Term kP = Term::iri("http://e/p");
const Term kType = Term::iri(rdf::vocabulary::kType);

std::string write(const std::vector<Quad>& quads, const WriteOptions& options = {}) {
  StringSink sink;
  RdfXmlWriter writer(sink, options);
  for (const Quad& quad : quads) {
    writer.quad(quad.view());
  }
  writer.finish();
  return sink.text();
}

TEST(RdfXmlWriterTest, GroupsBySubjectAndNamesItByItsClass) {
  EXPECT_EQ(write({{kS, kType, Term::iri("http://e/C")},
                   {kS, kP, Term::language_literal("a<b", "en")},
                   {kS, kP, Term::literal("1", rdf::xsd::kInteger)},
                   {Term::blank_node("b"), Term::iri("http://other/p#q"), kS}},
                  {.prefixes = {{"", "http://e/"}}}),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://e/">
  <C rdf:about="http://e/s">
    <p xml:lang="en">a&lt;b</p>
    <p rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">1</p>
  </C>
  <rdf:Description rdf:nodeID="b">
    <ns:q xmlns:ns="http://other/p#" rdf:resource="http://e/s"/>
  </rdf:Description>
</rdf:RDF>
)");
}

TEST(RdfXmlWriterTest, NoStatementsAreADocumentToo) {
  EXPECT_EQ(to_text(read_quads(Syntax::kRdfXml, write({}))), "");
}

TEST(RdfXmlWriterTest, PrefixesThatXmlKeepsAreNotDeclared) {
  const std::string text = write({{kS, kP, kS}}, {.prefixes = {{"xml", "http://e/"},
                                                               {"XmlThing", "http://e/"},
                                                               {"rdf", "http://e/"},
                                                               {"1", "http://e/"},
                                                               {"ok", "http://e/"}}});
  EXPECT_THAT(text, HasSubstr("xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"));
  EXPECT_THAT(text, HasSubstr("<ok:p "));
}

TEST(RdfXmlWriterTest, WhatIsWrittenReadsBack) {
  for (const char* predicate :
       {"http://e/p", "http://e/1a", "urn:x:y", "http://e/a.b-c", "http://e/\u00E9t\u00E9",
        "http://e/\u540D\u524D", "http://e/\U00010000a", "http://e/%20x", "http://e/p?q=r",
        "http://www.w3.org/XML/1998/namespacelang", "http://www.w3.org/2000/xmlns/ab",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#_1", "http://e/xmlThing"}) {
    const std::vector<Quad> quads = {
        {Term::blank_node("0a"), Term::iri(predicate), Term::blank_node("x-3061")},
        {Term::blank_node("0a"), Term::iri(predicate), Term::literal(" \t\r\n]]>\x7F\U0001F600")},
        {kS, Term::iri(predicate), Term::literal("", "http://e/t?a=b&c='d'")},
        {kS, kType, Term::iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#li")},
        {kP, kType, Term::iri("http://e/")},
    };
    const std::vector<Quad> again = read_quads(Syntax::kRdfXml, write(quads));
    ASSERT_EQ(again.size(), quads.size());
    for (std::size_t i = 0; i < quads.size(); ++i) {
      EXPECT_EQ(again[i].predicate, quads[i].predicate);
      if (quads[i].object.is_literal()) {
        EXPECT_EQ(again[i].object, quads[i].object);
      }
    }
    EXPECT_NE(again[0].subject, again[0].object);
  }
}

TEST(RdfXmlWriterTest, SaysWhatItCannotWrite) {
  const struct {
    Quad quad;
    const char* message = nullptr;
  } cases[] = {
      {{kS, kP, kS, kP}, "RDF/XML cannot name graphs"},
      {{kS, Term::iri("http://e/1"), kS}, "end in an XML name, found <http://e/1>"},
      {{kS, Term::iri("http://e/"), kS}, "found <http://e/>"},
      {{kS, Term::iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#li"), kS}, "#li>"},
      {{kS, Term::iri("http://www.w3.org/2000/xmlns/x"), kS}, "xmlns/x>"},
      {{kS, kP, Term::literal("a\x01")}, "U+0001, found \"a\\u0001\""},
      {{kS, kP, Term::literal("\xEF\xBF\xBF")}, "U+FFFF"},
      {{Term::iri("http://e/a b"), kP, kS}, "<http://e/a b>"},
  };
  for (const auto& test : cases) {
    try {
      (void)write({test.quad});
      ADD_FAILURE() << "no error that says " << test.message;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kUsage);
      EXPECT_THAT(error.what(), HasSubstr(test.message));
    }
  }
}

}  // namespace
}  // namespace whence::io
