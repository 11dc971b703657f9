#include "cli/check/difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whence::cli {
namespace {

using rdf::Term;
using testing::ElementsAre;
using testing::IsEmpty;

const Prefixes kPrefixes = {{"e", "http://e/"}};

/// One column, ?x, of these IRIs.
Answer column(const std::vector<std::string>& names) {
  Answer answer{.boolean = {}, .is_graph = false, .variables = {"x"}, .rows = {}};
  for (const std::string& name : names) {
    answer.rows.push_back({Term::iri("http://e/" + name)});
  }
  return answer;
}

Answer boolean(bool value) {
  return {.boolean = value, .is_graph = false, .variables = {}, .rows = {}};
}

std::vector<std::string> difference(const Answer& expected, const Answer& found,
                                    bool is_ordered = false) {
  return differences(expected, found, is_ordered, kPrefixes);
}

TEST(DifferenceTest, TheSameIsTheSame) {
  EXPECT_THAT(difference(boolean(true), boolean(true)), IsEmpty());
  EXPECT_THAT(difference(column({"a", "b"}), column({"b", "a"})), IsEmpty());
  EXPECT_THAT(difference(column({"a", "b"}), column({"a", "b"}), true), IsEmpty());
}

TEST(DifferenceTest, KindsAndColumnsComeFirst) {
  EXPECT_THAT(difference(boolean(true), boolean(false)), ElementsAre("expected true, found false"));
  EXPECT_THAT(difference(boolean(true), column({})), ElementsAre("expected true, found rows"));
  Answer two = column({});
  two.variables = {"x", "y"};
  EXPECT_THAT(difference(column({}), two), ElementsAre("expected the columns ?x, found ?x ?y"));
}

TEST(DifferenceTest, RowsAreMissingOrSurplus) {
  EXPECT_THAT(difference(column({"a", "b"}), column({"c", "b"})),
              ElementsAre("missing ?x=e:a", "surplus ?x=e:c"));
  EXPECT_THAT(difference(column({"a"}), column({"a", "a"})), ElementsAre("surplus ?x=e:a"));
  EXPECT_THAT(difference(column({"a", "a"}), column({"a"})), ElementsAre("missing ?x=e:a"));
}

TEST(DifferenceTest, OfManyAFewAreShown) {
  const Answer many = column({"a", "b", "c", "d", "e", "f", "g"});
  EXPECT_THAT(difference(many, column({})),
              ElementsAre("missing ?x=e:a", "missing ?x=e:b", "missing ?x=e:c", "missing ?x=e:d",
                          "missing ?x=e:e", "missing 2 more"));
}

TEST(DifferenceTest, TheOrderMattersWhereTheQuestionOrders) {
  EXPECT_THAT(difference(column({"a", "b", "c"}), column({"a", "c", "b"}), true),
              ElementsAre("the rows are right, their order is not: row 2 should be ?x=e:b"));
}

TEST(DifferenceTest, ARowMayBindNothing) {
  Answer empty_row = column({});
  empty_row.rows.push_back({std::nullopt});
  EXPECT_THAT(difference(empty_row, column({})), ElementsAre("missing (a row that binds nothing)"));
}

TEST(DifferenceTest, TriplesAreShownAsSuch) {
  Answer graph{.boolean = {},
               .is_graph = true,
               .variables = {"subject", "predicate", "object"},
               .rows = {{Term::iri("http://e/s"), Term::iri("http://e/p"), Term::literal("o")}}};
  Answer empty = graph;
  empty.rows.clear();
  EXPECT_THAT(difference(graph, empty), ElementsAre("missing e:s e:p \"o\""));
}

}  // namespace
}  // namespace whence::cli
