// Where the planner searches paths from, and what it makes of those that need no search.
#include "plan/path_source.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/byte_source.h"
#include "plan/planner.h"
#include "plan/printer.h"
#include "sparql/parser.h"
#include "store/bulk_loader.h"

namespace whence::plan {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::StartsWith;

/// A chain of a hundred nodes by :p, three of which are a :C, one a :One; all are a :Node.
std::string chain() {
  std::string text = "@prefix : <http://e/> . :n3 a :C . :n5 a :C . :n7 a :C . :n3 a :One . ";
  for (int i = 0; i < 100; ++i) {
    text += ":n" + std::to_string(i) + " :p :n" + std::to_string(i + 1) + " ; a :Node ; :q :hub . ";
  }
  return text + ":g { :a :p :b }";
}

const std::shared_ptr<const store::Snapshot>& snapshot() {
  static const auto kLoaded = [] {
    const std::string data = chain();
    io::StringSource source(data);
    return store::load(std::make_shared<const store::Snapshot>(), {{.source = &source,
                                                                    .syntax = io::Syntax::kTriG,
                                                                    .base_iri = {},
                                                                    .name = "data",
                                                                    .graph = {}}});
  }();
  return kLoaded;
}

std::string plan_of(const std::string& text, const std::vector<std::string>& without = {}) {
  const sparql::Query query = sparql::parse_query("PREFIX : <http://e/> " + text);
  return to_string(make_plan(query.pattern, *snapshot(), PassSet::without(without)));
}

TEST(PathSourceTest, ATermIsWhereTheSearchBegins) {
  EXPECT_THAT(
      plan_of("SELECT ?y { :n1 :p+ ?y }"),
      ContainsRegex("\\(path-search <http://e/n1> \\(\\+ iri#[0-9]+\\) \\?y default-graph"));
  EXPECT_THAT(plan_of("SELECT ?x { ?x :p+ :n9 }"),
              ContainsRegex("\\(path-search <http://e/n9> \\(\\+ \\^iri#[0-9]+\\) \\?x"));
}

TEST(PathSourceTest, WhatTheGroupBindsIsWhereTheSearchBegins) {
  EXPECT_THAT(plan_of("SELECT * { ?x a :C . ?x :p+ ?y }"), StartsWith("(path-search [?x] (+ iri#"));
  EXPECT_THAT(plan_of("SELECT * { ?y a :C . ?x :p+ ?y }"),
              StartsWith("(path-search [?y] (+ ^iri#"));
  EXPECT_THAT(plan_of("SELECT * { ?x :p+ ?y . ?x a :C }"), HasSubstr("(path-search [?x] (+ iri#"));
}

TEST(PathSourceTest, WithoutThePassAllSolutionsAreJoined) {
  const std::string plan = plan_of("SELECT * { ?x a :C . ?x :p+ ?y }", {"search-paths"});
  EXPECT_THAT(plan, HasSubstr("join inner on (?x)"));
  EXPECT_THAT(plan, HasSubstr("(distinct"));
}

TEST(PathSourceTest, AllPairsAreSearchedFromTheEndWithFewerTerms) {
  EXPECT_THAT(plan_of("SELECT * { ?x :q+ ?y }"), HasSubstr("(path-search [?y] (+ ^iri#"));
  EXPECT_THAT(plan_of("SELECT * { ?x (^:q)+ ?y }"), HasSubstr("(path-search [?x] (+ ^iri#"));
}

TEST(PathSourceTest, ATermIsSearchedFromOnceRatherThanEachRow) {
  // A hundred rows on the left; one search from the term finds all.
  EXPECT_THAT(plan_of("SELECT * { ?x a :Node . ?x :p+ :n50 }"),
              HasSubstr("(path-search <http://e/n50> (+ ^iri#"));
}

TEST(PathSourceTest, BothEndsBoundAreChecked) {
  EXPECT_THAT(plan_of("SELECT * { ?x :q ?y . ?x a :One . ?x :p+ ?y }"),
              ContainsRegex("\\(path-search \\[\\?[xy]\\] \\(\\+ .*\\) \\[\\?[xy]\\]"));
}

TEST(PathSourceTest, NegatedSetsAreScans) {
  EXPECT_THAT(plan_of("SELECT ?y { :n1 !(:p|:q) ?y }"),
              ContainsRegex("default-graph without iri#[0-9]+ iri#[0-9]+ by"));
}

TEST(PathSourceTest, AChoiceIsAUnionOrSearchedFromFewRows) {
  EXPECT_THAT(plan_of("SELECT ?x ?y { ?x :p|:q ?y }"), HasSubstr("(union"));
  const std::string from_few = "SELECT * { ?x a :One . ?x :p|^:q ?y }";
  EXPECT_THAT(plan_of(from_few),
              ContainsRegex("\\(path-search \\[\\?x\\] \\(\\| iri#[0-9]+ \\^iri"));
  EXPECT_THAT(plan_of(from_few, {"search-paths"}), HasSubstr("(union"));
  EXPECT_THAT(plan_of("SELECT * { ?x a :One . { ?x :p ?y } UNION { ?y :q ?x } }"),
              HasSubstr("(path-search [?x] (| "));
  EXPECT_THAT(plan_of("SELECT * { ?x a :One OPTIONAL { ?x :p|:q ?y } }"),
              StartsWith("(path-search left [?x] (| "));
  EXPECT_THAT(plan_of("SELECT * { ?x a :Node . ?x :p|:q ?y }"), HasSubstr("(union"));
  EXPECT_THAT(plan_of("SELECT * { ?x a :One . { ?x :p ?y } UNION { ?x :q ?z } }"),
              HasSubstr("(union"));
}

/// A sequence that nobody has taken apart, as the algebra allows it.
TEST(PathSourceTest, ASequenceIsAJoin) {
  const auto predicate = [](const char* iri) {
    return sparql::PropertyPath{sparql::PredicatePath{rdf::Term::iri(iri)}};
  };
  const sparql::Algebra pattern{
      sparql::Path{Variable{"x"},
                   {sparql::SequencePath{{predicate("http://e/p"), predicate("http://e/q")}}},
                   Variable{"y"},
                   {}}};
  const std::string plan = to_string(make_plan(pattern, *snapshot()));
  EXPECT_THAT(plan, StartsWith("(project (?x ?y)"));
  EXPECT_THAT(plan, HasSubstr("join inner on (?.step"));
}

TEST(PathSourceTest, AnOptionalPathIsSearchedFromEachRow) {
  EXPECT_THAT(plan_of("SELECT * { ?x a :C OPTIONAL { ?x :p+ ?y } }"),
              StartsWith("(path-search left [?x] (+ iri#"));
}

TEST(PathSourceTest, InsideAGraphItsNameIsAColumn) {
  EXPECT_THAT(plan_of("SELECT * { GRAPH ?g { :a :p+ ?y } }"),
              ContainsRegex("\\(path-search <http://e/a> \\(\\+ iri#[0-9]+\\) \\?y \\?g"));
}

TEST(PathSourceTest, ColumnsThatNobodySeesAreDropped) {
  EXPECT_THAT(plan_of("SELECT * { ?x !:p ?y }"), StartsWith("(project (?x ?y)"));
}

}  // namespace
}  // namespace whence::plan
