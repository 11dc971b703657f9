#include "rdf/term.h"

#include <gtest/gtest.h>

#include "rdf/error.h"
#include "rdf/quad.h"
#include "rdf/vocabulary.h"

namespace whence::rdf {
namespace {

TEST(TermTest, OneTermHasOneRepresentation) {
  EXPECT_EQ(Term::literal("a", xsd::kString), Term::literal("a"));
  EXPECT_EQ(Term::literal("a").view().datatype_iri(), xsd::kString);
  EXPECT_EQ(Term::language_literal("a", "en").view().datatype_iri(), vocabulary::kLangString);
  EXPECT_EQ(Term::literal("1", xsd::kInteger).view().datatype_iri(), xsd::kInteger);
}

TEST(TermTest, IdentityIsLexical) {
  EXPECT_NE(Term::literal("01", xsd::kInteger), Term::literal("1", xsd::kInteger));
  EXPECT_NE(Term::language_literal("a", "en"), Term::language_literal("a", "EN"));
  EXPECT_NE(Term::literal("a"), Term::iri("a"));
  EXPECT_NE(Term::iri("a"), Term::blank_node("a"));
}

TEST(TermTest, PrintsAsNTriples) {
  EXPECT_EQ(to_ntriples(Term::iri("http://a/")), "<http://a/>");
  EXPECT_EQ(to_ntriples(Term::blank_node("b0")), "_:b0");
  EXPECT_EQ(to_ntriples(Term::literal("a\"\\\n\x01")), "\"a\\\"\\\\\\n\\u0001\"");
  EXPECT_EQ(to_ntriples(Term::language_literal("a", "en-GB")), "\"a\"@en-GB");
  EXPECT_EQ(to_ntriples(Term::literal("1", xsd::kInteger)),
            "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>");
}

TEST(QuadTest, KeepsItsGraphThroughAView) {
  const Quad quad(Term::iri("s"), Term::iri("p"), Term::literal("o"), Term::iri("g"));
  EXPECT_EQ(Quad(quad.view()), quad);
  EXPECT_FALSE(Quad(Term::iri("s"), Term::iri("p"), Term::literal("o")).view().graph.has_value());
}

TEST(ErrorTest, IsFormattedAsEditorsReadIt) {
  const Error error(ErrorCode::kBadData, "expected '.', found ';'", Position{3, 14});
  EXPECT_EQ(error.formatted(), "3:14: error: expected '.', found ';'");
  EXPECT_EQ(error.formatted("a.nt"), "a.nt:3:14: error: expected '.', found ';'");
  EXPECT_EQ(error.in("b.nt").formatted("a.nt"), "b.nt:3:14: error: expected '.', found ';'");
  EXPECT_EQ(Error(ErrorCode::kIo, "gone").formatted(), "error: gone");
}

}  // namespace
}  // namespace whence::rdf
