#include "io/jsonld/jsonld_writer.h"

#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/canonical/canonical_form.h"
#include "io/writer.h"
#include "rdf/error.h"
#include "rdf/vocabulary.h"
#include "unit/io/reading.h"

namespace whence::io {
namespace {

using rdf::Quad;
using rdf::Term;

const Term kS = Term::iri("http://e/s");
const Term kP = Term::iri("http://e/p");
const Term kFirst = Term::iri(rdf::vocabulary::kFirst);
const Term kRest = Term::iri(rdf::vocabulary::kRest);
const Term kNil = Term::iri(rdf::vocabulary::kNil);
const Term kType = Term::iri(rdf::vocabulary::kType);

using Prefixes = std::vector<std::pair<std::string, std::string>>;

std::string write(const std::vector<Quad>& quads, const Prefixes& prefixes = {}) {
  StringSink sink;
  const auto writer = make_writer(Syntax::kJsonLd, sink, {.prefixes = prefixes});
  for (const Quad& quad : quads) {
    writer->quad(quad.view());
  }
  writer->finish();
  return sink.text();
}

void expect_round_trip(const std::vector<Quad>& quads, const Prefixes& prefixes = {}) {
  const std::string text = write(quads, prefixes);
  EXPECT_TRUE(have_same_canonical_form(quads, read_quads(Syntax::kJsonLd, text)))
      << text << "from:\n"
      << to_text(quads);
}

Term node(const std::string& label) { return Term::blank_node(label); }

TEST(JsonLdWriterTest, WritesNodesWithThePrefixesAsContext) {
  const Term graph = Term::iri("http://e/g");
  EXPECT_EQ(write({{kS, kType, Term::iri("http://e/C")},
                   {kS, kP, Term::literal("x")},
                   {kS, kP, Term::language_literal("y", "en")},
                   {kS, Term::iri("http://e/n"), Term::literal("5", rdf::xsd::kInteger)},
                   {node("a"), kP, kS, graph}},
                  {{"e", "http://e/"}}),
            R"({
  "@context": {
    "e": "http://e/"
  },
  "@graph": [
    {"@id": "e:s",
      "@type": "e:C",
      "e:n": {"@value": "5", "@type": "http://www.w3.org/2001/XMLSchema#integer"},
      "e:p": [
        "x",
        {"@value": "y", "@language": "en"}
      ]},
    {"@id": "e:g",
      "@graph": [
        {"@id": "_:a",
          "e:p": {"@id": "e:s"}}
      ]}
  ]
}
)");
  EXPECT_EQ(write({}), "{\n  \"@graph\": []\n}\n");
}

TEST(JsonLdWriterTest, ListsAreWrittenAsLists) {
  const std::vector<Quad> quads = {{kS, kP, node("a")},
                                   {node("a"), kFirst, Term::literal("1")},
                                   {node("a"), kRest, node("b")},
                                   {node("b"), kFirst, kNil},
                                   {node("b"), kRest, kNil}};
  EXPECT_THAT(write(quads), testing::HasSubstr(R"({"@list": ["1", {"@list": []}]})"));
  expect_round_trip(quads);
}

TEST(JsonLdWriterTest, HostilePrefixesChangeNothing) {
  const std::vector<Quad> quads = {{Term::iri("urn:a:b"), Term::iri("http://e/p"), kS},
                                   {Term::iri("e:x"), Term::iri("mailto:x"), kS},
                                   {Term::iri("http://e///x"), kP, Term::iri("http://e/")},
                                   {Term::iri("http://e/s"), kType, Term::iri("tag:x")}};
  for (const std::string name : {"urn", "e", "http", "_", "@type", "@x", "", "a:b", "a/b", "tag",
                                 "mailto", "type", "#", "x.y", "\"\\", "é"}) {
    for (const std::string iri : {"http://e/", "http://e/s", "urn:a:", "urn:", "http:", "_:", "",
                                  "x", "http://e/#", "tag:", "http://e//"}) {
      SCOPED_TRACE(name + " = " + iri);
      expect_round_trip(quads, {{name, iri}, {"z", "http://e/"}});
    }
  }
}

TEST(JsonLdWriterTest, LiteralsOfEveryTypeComeBackAsTheyAre) {
  const std::string rdf(rdf::vocabulary::kRdf);
  std::vector<Quad> quads;
  for (const std::string value : {"", "5", "05", "1.0E0", "true", "x y", "\"\\\n\x01", "[1, 2]",
                                  "[1,2]", "{\"a\":null}", "null", "1e0", "é", "{", "ltr"}) {
    quads.emplace_back(kS, kP, Term::literal(value));
    quads.emplace_back(kS, kP, Term::language_literal(value, "en-GB"));
    quads.emplace_back(kS, kType, Term::literal(value));
    for (const std::string& type :
         {std::string(rdf::xsd::kInteger), std::string(rdf::xsd::kDouble),
          std::string(rdf::xsd::kBoolean), rdf + "JSON", rdf + "XMLLiteral", rdf + "langString",
          std::string("https://www.w3.org/ns/i18n#en_ltr"), std::string("http://e/t")}) {
      quads.emplace_back(kS, kP, Term::literal(value, type));
    }
  }
  expect_round_trip(quads, {{"rdf", rdf}});
}

TEST(JsonLdWriterTest, WhatListsCannotSayStaysStatements) {
  const Term a = node("a");
  const Term b = node("b");
  const Term g = Term::iri("http://e/g");
  const std::vector<Quad> cell = {{a, kFirst, kS}, {a, kRest, kNil}};
  const std::vector<std::vector<Quad>> more = {
      {},                              // No use.
      {{kS, kP, a}, {kS, kType, a}},   // Two uses.
      {{kS, kType, a}},                // As a type.
      {{kS, kP, a, g}},                // In another graph.
      {{kS, kP, a}, {a, kP, kS, g}},   // Described in two graphs.
      {{kS, kP, a}, {kS, kP, kS, a}},  // The name of a graph.
      {{kS, kP, a}, {a, kFirst, kP}},  // Two items.
      {{kS, kP, a}, {a, kType, Term::iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#List")}},
      {{b, kFirst, a}, {b, kRest, kNil}},  // In a list that nothing uses.
      {{b, kFirst, a}, {b, kRest, a}},
      {{b, kFirst, a}, {b, kRest, kNil}, {kS, kP, b}},
      {{kNil, kFirst, a}, {kNil, kRest, kNil}}};
  for (const std::vector<Quad>& others : more) {
    std::vector<Quad> quads = cell;
    quads.insert(quads.end(), others.begin(), others.end());
    expect_round_trip(quads);
  }
  expect_round_trip({{a, kFirst, a}, {a, kRest, kNil}});
  expect_round_trip({{a, kFirst, b}, {a, kRest, kNil}, {b, kFirst, a}, {b, kRest, kNil}});
  expect_round_trip({{a, kFirst, kS}, {a, kRest, a}});
}

TEST(JsonLdWriterTest, ListsInListsMayBeAsDeepAsTheyLike) {
  std::vector<Quad> quads = {{kS, kP, node("n0")}};
  for (int i = 0; i < 5000; ++i) {
    const Term cell = node("n" + std::to_string(i));
    quads.emplace_back(cell, kFirst, i == 4999 ? kS : node("n" + std::to_string(i + 1)));
    quads.emplace_back(cell, kRest, kNil);
  }
  const auto again = read_quads(Syntax::kJsonLd, write(quads));
  EXPECT_EQ(again.size(), quads.size());
}

TEST(JsonLdWriterTest, AnyDataSetComesBack) {
  std::mt19937 random(5);
  const std::vector<Term> nodes = {kS, node("a"), node("b"), node("c"), node("d"), kNil};
  const std::vector<Term> predicates = {kFirst, kRest, kFirst, kRest, kP, kType};
  const std::vector<Term> literals = {Term::literal("x"), Term::literal("1", rdf::xsd::kInteger)};
  const auto pick = [&random](const std::vector<Term>& from) {
    return from[random() % from.size()];
  };
  for (int round = 0; round < 2000; ++round) {
    std::vector<Quad> quads;
    for (std::size_t count = random() % 12; count > 0; --count) {
      Quad quad(pick(nodes), pick(predicates), random() % 6 == 0 ? pick(literals) : pick(nodes));
      if (random() % 4 == 0) {
        quad.graph = pick(nodes);
      }
      quads.push_back(std::move(quad));
    }
    expect_round_trip(quads);
  }
}

TEST(JsonLdWriterTest, IrisThatReadersDropAreRefused) {
  for (const char* iri : {"relative", "http://a b", "http://a#b#c", ""}) {
    try {
      (void)write({{Term::iri(iri), kP, kS}});
      ADD_FAILURE() << iri;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kUsage);
      EXPECT_THAT(error.what(), testing::HasSubstr(iri));
    }
  }
}

}  // namespace
}  // namespace whence::io
