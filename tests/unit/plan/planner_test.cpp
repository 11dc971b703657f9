// Queries and the plans that they get, as text, over a small snapshot. The constants of scans are
// ids, so expectations name the operators and columns around them.
#include "plan/planner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/byte_source.h"
#include "plan/printer.h"
#include "rdf/error.h"
#include "sparql/parser.h"
#include "store/bulk_loader.h"

namespace whence::plan {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kData = R"(
<http://e/a> <http://e/p> <http://e/b> . <http://e/a> <http://e/q> "1" .
<http://e/b> <http://e/p> <http://e/c> . <http://e/b> <http://e/q> "2" .
<http://e/c> <http://e/r> <http://e/c> .
<http://e/g> { <http://e/a> <http://e/p> <http://e/a> }
)";

std::shared_ptr<const store::Snapshot> snapshot() {
  io::StringSource source(kData);
  return store::load(std::make_shared<const store::Snapshot>(), {{.source = &source,
                                                                  .syntax = io::Syntax::kTriG,
                                                                  .base_iri = {},
                                                                  .name = "data",
                                                                  .graph = {}}});
}

std::string plan_of(const std::string& text, const std::vector<std::string>& without = {}) {
  const auto data = snapshot();
  const sparql::Query query = sparql::parse_query("PREFIX : <http://e/> " + text);
  return to_string(make_plan(query.pattern, *data, PassSet::without(without)));
}

TEST(PlannerTest, MergesWhatComesSorted) {
  const std::string plan = plan_of("SELECT * { ?x :p ?y . ?x :q ?z }");
  EXPECT_THAT(plan, HasSubstr("(merge-join inner on (?x) rows="));
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y . ?x :q ?z }", {"merge-joins"}),
              HasSubstr("(hash-join inner on (?x) rows="));
}

TEST(PlannerTest, AConstantInNoQuadGivesNoRows) {
  EXPECT_EQ(plan_of("SELECT * { ?x :nowhere ?y }"), "(inline-rows (?x ?y) rows=0)");
}

TEST(PlannerTest, AVariableThatStandsTwiceIsCheckedInTheScan) {
  const std::string plan = plan_of("SELECT * { ?x :r ?x }");
  EXPECT_THAT(plan, StartsWith("(index-scan (?x iri#"));
  EXPECT_THAT(plan, HasSubstr(" ?x) default-graph by (?x) rows=1)"));
}

TEST(PlannerTest, AFilterGoesDownToWhatBindsItsVariables) {
  const std::string text = "SELECT * { ?x :p ?y . ?x :q ?z FILTER(?y = :b) }";
  EXPECT_THAT(plan_of(text), Not(StartsWith("(filter")));
  EXPECT_THAT(plan_of(text, {"push-filters"}), StartsWith("(filter ((= ?y <http://e/b>))"));
}

TEST(PlannerTest, AFilterStaysAboveAnOptionalThatBindsItsVariable) {
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y OPTIONAL { ?x :q ?z } FILTER(?z = 1) }"),
              StartsWith("(filter ((= ?z 1))"));
}

TEST(PlannerTest, AFilterInsideAnOptionalIsItsCondition) {
  EXPECT_THAT(plan_of("SELECT * { ?x :p ?y OPTIONAL { ?x :q ?z FILTER(?y != ?z) } }"),
              StartsWith("(hash-join left on (?x) if (!= ?y ?z)"));
}

TEST(PlannerTest, InsideGraphItsVariableIsNotBoundYet) {
  EXPECT_THAT(plan_of("SELECT * { GRAPH ?g { ?x :p ?y FILTER(?x = ?y) } }"),
              HasSubstr("(filter ((= ?x ?y)) rows="));
  EXPECT_THAT(plan_of("SELECT * { GRAPH ?g { ?x :p ?y FILTER BOUND(?g) } }"),
              HasSubstr("(filter ((bound ?g))"));
}

TEST(PlannerTest, GroupsAndSlicesInsideGraphAreOfEachGraph) {
  EXPECT_THAT(plan_of("SELECT * { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?x :p ?y } } }"),
              HasSubstr("(hash-group (?.graph0) "));
  EXPECT_THAT(plan_of("SELECT * { GRAPH ?g { SELECT ?x { ?x :p ?y } LIMIT 1 } }"),
              HasSubstr("(slice 0 1 for each (?g)"));
}

TEST(PlannerTest, CellsThatMayBeUnboundAreMatchedAsCompatible) {
  EXPECT_THAT(plan_of("SELECT * { VALUES (?x ?y) { (:a UNDEF) (UNDEF :b) } ?x :p ?y }"),
              HasSubstr(" compatible (?x ?y) "));
}

TEST(PlannerTest, RefusesMorePatternsThanItsLimit) {
  std::string text = "SELECT * {";
  for (std::size_t i = 0; i <= kPatternsMax; ++i) {
    text += " ?x :p ?y .";
  }
  try {
    plan_of(text + "}");
    FAIL() << "planned " << kPatternsMax + 1 << " patterns";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kLimit);
  }
}

TEST(PassTest, AnUnknownPassIsAnErrorThatNamesThoseThereAre) {
  try {
    (void)PassSet::without({"magic"});
    FAIL() << "took the pass 'magic'";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUsage);
    EXPECT_THAT(error.what(), HasSubstr("push-filters, order-joins, merge-joins"));
  }
}

}  // namespace
}  // namespace whence::plan
