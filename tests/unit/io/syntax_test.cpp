#include "io/syntax.h"

#include <gtest/gtest.h>

namespace whence::io {
namespace {

TEST(SyntaxTest, IsFoundByNameSuffixOrMediaType) {
  const struct {
    const char* name;
    Syntax syntax;
  } cases[] = {
      {"nt", Syntax::kNTriples},
      {"NTriples", Syntax::kNTriples},
      {"application/n-triples", Syntax::kNTriples},
      {"nq", Syntax::kNQuads},
      {"application/N-Quads", Syntax::kNQuads},
      {"ttl", Syntax::kTurtle},
      {"turtle", Syntax::kTurtle},
      {"text/turtle; charset=utf-8", Syntax::kTurtle},
      {" text/turtle ;q=0.5", Syntax::kTurtle},
      {"TriG", Syntax::kTriG},
      {"application/trig", Syntax::kTriG},
      {"rdf", Syntax::kRdfXml},
      {"RDFXML", Syntax::kRdfXml},
      {"owl", Syntax::kRdfXml},
      {"xml", Syntax::kRdfXml},
      {"application/rdf+xml;charset=utf-8", Syntax::kRdfXml},
      {"jsonld", Syntax::kJsonLd},
      {"JSON-LD", Syntax::kJsonLd},
      {"application/ld+json; profile=\"http://www.w3.org/ns/json-ld#flattened\"", Syntax::kJsonLd}};
  for (const auto& test : cases) {
    EXPECT_EQ(syntax_from_name(test.name), test.syntax) << test.name;
  }
  for (const char* name : {"", "text/html", "text/plain", "application/xml", "application/json",
                           "json", ".ttl", "tt", "ttl2"}) {
    EXPECT_EQ(syntax_from_name(name), std::nullopt) << name;
  }
}

TEST(SyntaxTest, IsFoundByPathThroughCompression) {
  EXPECT_EQ(syntax_from_path("a.nt"), Syntax::kNTriples);
  EXPECT_EQ(syntax_from_path("/x.y/b.TTL"), Syntax::kTurtle);
  EXPECT_EQ(syntax_from_path("data/dump.nq.gz"), Syntax::kNQuads);
  EXPECT_EQ(syntax_from_path("a.trig.zst"), Syntax::kTriG);
  EXPECT_EQ(syntax_from_path("a.nt.bz2"), Syntax::kNTriples);
  EXPECT_EQ(syntax_from_path("a.ttl.xz"), Syntax::kTurtle);
  EXPECT_EQ(syntax_from_path("a.owl"), Syntax::kRdfXml);
  EXPECT_EQ(syntax_from_path("a.rdf.gz"), Syntax::kRdfXml);
  EXPECT_EQ(syntax_from_path("a.jsonld.gz"), Syntax::kJsonLd);
  for (const char* path :
       {"", "-", "a.json", "nt", "a.gz", "a.nt.gz.gz", "x.ttl/readme", "a.txt"}) {
    EXPECT_EQ(syntax_from_path(path), std::nullopt) << path;
  }
}

TEST(SyntaxTest, EachIsFoundByEachOfItsNames) {
  ASSERT_GT(syntaxes().size(), 4U);
  for (const SyntaxInfo& syntax : syntaxes()) {
    EXPECT_EQ(&info(syntax.syntax), &syntax);
    EXPECT_EQ(syntax.short_name, syntax.names.front());
    EXPECT_EQ(syntax.media_type, syntax.media_types.front());
    for (const auto& name : syntax.names) {
      EXPECT_EQ(syntax_from_name(name), syntax.syntax);
    }
    for (const auto& type : syntax.media_types) {
      EXPECT_EQ(syntax_from_name(type), syntax.syntax);
    }
  }
}

}  // namespace
}  // namespace whence::io
