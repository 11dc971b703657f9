// What MINUS, EXISTS and NOT EXISTS become: joins where the pattern can be evaluated by itself,
// expressions where it depends on the solution.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/byte_source.h"
#include "plan/planner.h"
#include "plan/printer.h"
#include "plan/separation.h"
#include "sparql/parser.h"
#include "sparql/printer.h"
#include "store/bulk_loader.h"

namespace whence::plan {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kData = R"(
<http://e/a> <http://e/p> <http://e/b> . <http://e/a> <http://e/q> "1" .
<http://e/b> <http://e/p> <http://e/c> . <http://e/b> <http://e/q> "2" .
<http://e/c> <http://e/r> <http://e/c> .
<http://e/g> { <http://e/a> <http://e/p> <http://e/a> . <http://e/a> <http://e/q> 1 }
)";

std::string plan_of(const std::string& text, const std::vector<std::string>& without = {}) {
  io::StringSource source(kData);
  const auto data =
      store::load(std::make_shared<const store::Snapshot>(), {{.source = &source,
                                                               .syntax = io::Syntax::kTriG,
                                                               .base_iri = {},
                                                               .name = "data",
                                                               .graph = {}}});
  const sparql::Query query = sparql::parse_query("PREFIX : <http://e/> " + text);
  return to_string(make_plan(query.pattern, *data, PassSet::without(without)));
}

TEST(MinusPlanTest, IsAnAntiJoinOnWhatIsAlwaysBound) {
  const std::string text = "SELECT * { ?x :p ?y MINUS { ?x :q ?z } }";
  EXPECT_THAT(plan_of(text), HasSubstr("(merge-anti-join on (?x)"));
  EXPECT_THAT(plan_of(text, {"merge-joins"}), HasSubstr("(hash-anti-join on (?x)"));
}

TEST(MinusPlanTest, ALonePatternIsScannedInTheOrderOfTheKeys) {
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y MINUS { ?y :q ?z } }"),
              HasSubstr("(merge-anti-join on (?y)"));
}

TEST(MinusPlanTest, DomainsAreLookedAtWhereNothingIsAlwaysBound) {
  EXPECT_THAT(
      plan_of(
          "SELECT * { ?x :p ?y OPTIONAL { ?x :q ?z } MINUS { ?a :r ?c OPTIONAL { ?a :q ?z } } }"),
      HasSubstr("(hash-minus-join on () compatible (?z)"));
}

TEST(MinusPlanTest, WithoutASharedVariableTheRightIsNotRun) {
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y MINUS { ?a :q ?z } }"), Not(HasSubstr("anti")));
  EXPECT_THAT(plan_of("SELECT * { GRAPH ?g { ?x :p ?y MINUS { ?a :q ?z } } }"),
              Not(HasSubstr("anti")));
}

TEST(MinusPlanTest, InsideGraphEachGraphLosesItsOwn) {
  EXPECT_THAT(plan_of("SELECT * { GRAPH ?g { ?x :p ?y MINUS { ?x :q ?z } } }"),
              HasSubstr("-anti-join on (?.graph0 ?x)"));
}

TEST(ExistsPlanTest, AConditionIsASemiOrAntiJoin) {
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y FILTER EXISTS { ?x :q ?z } }"),
              HasSubstr("(merge-semi-join on (?x)"));
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y FILTER NOT EXISTS { ?x :q ?z } }"),
              HasSubstr("(merge-anti-join on (?x)"));
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y FILTER(?y != :c && !EXISTS { ?x :q ?z . ?z :q ?x }) }"),
              AllOf(HasSubstr("-anti-join on (?x)"), HasSubstr("(filter ((!= ?y <http://e/c>))")));
}

TEST(ExistsPlanTest, WithoutThePassItIsAskedForEachRow) {
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y FILTER EXISTS { ?x :q ?z } }", {"semi-joins"}),
              AllOf(HasSubstr("(filter ((exists "), Not(HasSubstr("semi-join"))));
}

TEST(ExistsPlanTest, AnywhereElseItIsAColumn) {
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y FILTER(?y = :b || NOT EXISTS { ?x :q ?z }) }"),
              AllOf(HasSubstr("(filter ((|| (= ?y <http://e/b>) (! ?.exists0)))"),
                    HasSubstr("-mark-join (?.exists0) on (?x)")));
  EXPECT_THAT(
      plan_of("SELECT * { ?x :p ?y BIND(EXISTS { ?x :q ?z } AS ?e) }"),
      AllOf(HasSubstr("(extend (?e ?.exists0)"), HasSubstr("-mark-join (?.exists0) on (?x)")));
}

TEST(ExistsPlanTest, AFilterInsideThatMentionsTheSolutionIsAskedForEachRow) {
  EXPECT_THAT(plan_of("SELECT * { ?x :q ?y FILTER NOT EXISTS { ?z :q ?w FILTER(?w > ?y) } }"),
              HasSubstr("(filter ((not-exists "));
}

TEST(ExistsPlanTest, WhatSharesNoVariableIsAskedApart) {
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y FILTER EXISTS { ?x :q ?z . ?y :q ?w } }"),
              AllOf(HasSubstr("-semi-join on (?x)"), HasSubstr("-semi-join on (?y)")));
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y FILTER NOT EXISTS { ?x :q ?z . ?y :q ?w } }"),
              HasSubstr("(filter ((! (&& ?.exists0 ?.exists1)))"));
}

TEST(ExistsPlanTest, InsideGraphItAsksTheSameGraph) {
  EXPECT_THAT(plan_of("SELECT * { GRAPH ?g { ?x :p ?y FILTER EXISTS { ?x :q ?z } } }"),
              HasSubstr("-semi-join on (?.graph0 ?x)"));
  EXPECT_THAT(
      plan_of("SELECT * { GRAPH ?g { ?x :p ?y FILTER EXISTS { ?x :q ?z } } }", {"semi-joins"}),
      HasSubstr("(exists (graph ?.graph0 "));
}

TEST(ExistsPlanTest, InAnOptionalItIsAConditionOnTheRightWhereTheLeftHasNoSay) {
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y OPTIONAL { ?x :q ?z FILTER EXISTS { ?x :r ?w } } }"),
              AllOf(HasSubstr("-semi-join on (?x)"), Not(HasSubstr(" if "))));
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y OPTIONAL { ?x :q ?z FILTER EXISTS { ?y :r ?w } } }"),
              HasSubstr(" if (exists "));
}

/// Whether the pattern of the EXISTS of `text` is separable from ?x and ?v.
bool is_separable_in(const std::string& pattern) {
  const sparql::Query query =
      sparql::parse_query("PREFIX : <http://e/> ASK { FILTER EXISTS { " + pattern + " } }");
  const auto& filter = std::get<sparql::Filter>(query.pattern.node);
  const auto& exists = std::get<sparql::Exists>(filter.conditions.front().node);
  return is_separable(*exists.pattern, {{"x"}, {"v"}});
}

TEST(SeparationTest, OfEachKindOfPattern) {
  const struct {
    const char* pattern;
    bool expected;
  } cases[] = {
      {"?x :p ?y . ?y :q ?v", true},
      {"?x :p ?y { ?x :q 1 } UNION { ?y :q 2 }", true},
      {"?x :p ?y OPTIONAL { ?x :q ?z }", true},
      {"?y :p ?z OPTIONAL { ?x :q ?z }", false},
      {"?x :p ?y FILTER(?y > 1)", true},
      {"?x :p ?y FILTER(?x > 1)", true},
      {"?x :p ?y FILTER(?y > ?v)", false},
      {"?x :p ?y FILTER EXISTS { ?y :q ?x }", true},
      {"?x :p ?y FILTER EXISTS { ?y :q ?v }", false},
      {"?x :p ?y FILTER(RAND() < 0.5)", false},
      {"?x :p ?y MINUS { ?y :q ?z }", true},
      {"?x :p ?y MINUS { ?x :q ?z }", false},
      {"?x :p ?y MINUS { ?x :q ?y }", true},
      {"GRAPH ?x { ?y :p ?z }", true},
      {"GRAPH ?x { ?y :p ?z FILTER(?x = :a) }", false},
      {"?x :p ?y BIND(?y + 1 AS ?z)", true},
      {"?y :p ?z BIND(?z + 1 AS ?v)", false},
      {"VALUES ?x { 1 2 }", true},
      {"?x :p+ ?y", true},
      {"?x :p* ?y", false},
      {"?y :p* ?z . ?x :p ?y", true},
      {"SELECT ?x { ?x :p ?y }", true},
      {"SELECT ?y { ?x :p ?y FILTER(?y > ?v) }", true},
      {"SELECT ?x { ?x :p ?y } LIMIT 1", false},
      {"SELECT ?y { ?z :p ?y } LIMIT 1", true},
      {"SELECT ?x (COUNT(*) AS ?n) { ?x :p ?y } GROUP BY ?x", true},
      {"SELECT ?y (MAX(?x) AS ?n) { ?x :p ?y } GROUP BY ?y", true},
      {"SELECT ?x (MAX(?v) AS ?n) { ?x :p ?y } GROUP BY ?x", true},
  };
  for (const auto& [pattern, expected] : cases) {
    EXPECT_EQ(is_separable_in(pattern), expected) << pattern;
  }
}

}  // namespace
}  // namespace whence::plan
