// Property paths over tiny graphs, with answers worked out by hand from the text of SPARQL 1.1
// §18.4: how often a solution comes, cycles, paths of no length, terms that the graph has not.
// Every case is run in each way that the planner can choose.
#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "store/batch.h"
#include "unit/exec/path/path_rows.h"

namespace whence::exec {
namespace {

using testing::UnorderedElementsAreArray;

struct Case {
  const char* name;
  const char* data;
  const char* query;
  std::vector<std::string> rows;
};
void PrintTo(const Case& tested, std::ostream* out) { *out << tested.query; }

class PathSearchTest : public testing::TestWithParam<Case> {};

TEST_P(PathSearchTest, GivesTheSolutionsOfTheText) {
  const auto snapshot = load(GetParam().data);
  const std::vector<std::vector<std::string>> variants{
      {}, {"search-paths"}, {"order-joins"}, {"merge-joins"}, {"search-paths", "order-joins"}};
  for (const auto& without : variants) {
    EXPECT_THAT(rows(snapshot, GetParam().query, without),
                UnorderedElementsAreArray(GetParam().rows))
        << "without " << testing::PrintToString(without);
  }
}

constexpr const char* kChain = ":a :p :b . :b :p :c . :c :p :d .";
constexpr const char* kCycle = ":a :p :b . :b :p :c . :c :p :a .";
constexpr const char* kTail = ":a :p :b . :b :p :a . :t :p :a . :u :p :t .";
constexpr const char* kDiamond = ":a :p :b, :c . :b :p :d . :c :p :d .";

const std::vector<Case> kClosures{
    {"PlusFromATerm", kChain, "SELECT ?y { :b :p+ ?y }", {"c", "d"}},
    {"StarFromATerm", kChain, "SELECT ?y { :b :p* ?y }", {"b", "c", "d"}},
    {"OptionalFromATerm", kChain, "SELECT ?y { :b :p? ?y }", {"b", "c"}},
    {"PlusToATerm", kChain, "SELECT ?x { ?x :p+ :c }", {"a", "b"}},
    {"StarToATerm", kChain, "SELECT ?x { ?x :p* :c }", {"a", "b", "c"}},
    {"OptionalToATerm", kChain, "SELECT ?x { ?x :p? :c }", {"b", "c"}},
    {"PlusOfAll", kChain, "SELECT ?x ?y { ?x :p+ ?y }", {"a b", "a c", "a d", "b c", "b d", "c d"}},
    {"StarOfAll",
     ":a :p :b . :c :q 1 .",
     "SELECT ?x ?y { ?x :p* ?y }",
     {"a b", "a a", "b b", "c c", "1 1"}},
    {"OptionalOfAll",
     ":a :p :b . :b :p :c .",
     "SELECT ?x ?y { ?x :p? ?y }",
     {"a a", "b b", "c c", "a b", "b c"}},
    {"PlusBetweenTerms", kChain, "SELECT (1 AS ?yes) { :a :p+ :d }", {"1"}},
    {"PlusBetweenTermsBackwards", kChain, "SELECT (1 AS ?yes) { :d :p+ :a }", {}},
    {"StarFromATermToItself", kChain, "SELECT (1 AS ?yes) { :a :p* :a }", {"1"}},
    {"PlusFromATermToItself", kChain, "SELECT (1 AS ?yes) { :a :p+ :a }", {}},
    {"PlusInACycleReachesItsStart", kCycle, "SELECT ?y { :a :p+ ?y }", {"a", "b", "c"}},
    {"StarInACycleFindsItsStartOnce", kCycle, "SELECT ?y { :a :p* ?y }", {"a", "b", "c"}},
    {"OptionalOverASelfLoop", ":a :p :a .", "SELECT ?y { :a :p? ?y }", {"a"}},
    {"PlusOverASelfLoop", ":a :p :a, :b .", "SELECT ?y { :a :p+ ?y }", {"a", "b"}},
    {"PlusOfAllIntoACycle",
     kTail,
     "SELECT ?x ?y { ?x :p+ ?y }",
     {"t a", "t b", "a a", "a b", "b a", "b b", "u t", "u a", "u b"}},
    {"StarOfAllIntoACycle",
     kTail,
     "SELECT ?x ?y { ?x :p* ?y }",
     {"t t", "t a", "t b", "a a", "a b", "b a", "b b", "u u", "u t", "u a", "u b"}},
    {"PlusOfAllIntoASelfLoop",
     ":s :p :s . :r :p :s .",
     "SELECT ?x ?y { ?x :p+ ?y }",
     {"s s", "r s"}},
    {"StarOfAllIntoASelfLoop",
     ":s :p :s . :r :p :s .",
     "SELECT ?x ?y { ?x :p* ?y }",
     {"s s", "r r", "r s"}},
    {"PlusOfAllUpATree",
     ":b :p :a . :c :p :a . :d :p :b . :e :p :b .",
     "SELECT ?x ?y { ?x :p+ ?y }",
     {"b a", "c a", "d b", "d a", "e b", "e a"}},
    {"TwoWaysFindANodeOnce", kDiamond, "SELECT ?y { :a :p+ ?y }", {"b", "c", "d"}},
    {"OneVariableAtBothEnds",
     ":a :p :b . :b :p :a . :c :p :a .",
     "SELECT ?x { ?x :p+ ?x }",
     {"a", "b"}},
    {"OneVariableAtBothEndsOfStar",
     ":a :p :b . :c :q :c .",
     "SELECT ?x { ?x :p* ?x }",
     {"a", "b", "c"}},
    {"Inverse", kChain, "SELECT ?y { :c ^:p+ ?y }", {"a", "b"}},
    {"LiteralsAreNodes",
     ":a :p 1, :b . :b :q 1 .",
     "SELECT ?x ?y { ?x ^:p/:q* ?y }",
     {"1 a", "b a"}},
    {"FromALiteral", ":a :p 1 . :b :p 1 .", "SELECT ?y { 1 ^:p+ ?y }", {"a", "b"}},
    {"ClosureOfAChoice",
     ":a :p :b . :b :q :c . :c :r :d .",
     "SELECT ?y { :a (:p|:q)+ ?y }",
     {"b", "c"}},
    {"ClosureInBothDirections",
     ":a :p :b . :c :p :b .",
     "SELECT ?y { :a (:p|^:p)+ ?y }",
     {"a", "b", "c"}},
    {"ClosureOfASequence",
     ":a :p :b . :b :q :c . :c :p :d . :d :q :e .",
     "SELECT ?y { :a (:p/:q)+ ?y }",
     {"c", "e"}},
    {"ClosureOfAClosure",
     ":a :a :b . :b :b :c . :c :a :d .",
     "SELECT ?y { :a (:a/:b*)+ ?y }",
     {"b", "c", "d"}},
    {"ClosureOfANegatedSet",
     ":a :p :b . :b :q :c . :c :r :d .",
     "SELECT ?y { :a (!:r)+ ?y }",
     {"b", "c"}},
    {"APredicateThatNoTripleHas", kChain, "SELECT ?y { :a :none+ ?y }", {}},
    {"StarOfAPredicateThatNoTripleHas",
     ":a :p :b .",
     "SELECT ?x ?y { ?x :none* ?y }",
     {"a a", "b b"}},
};

const std::vector<Case> kZeroLength{
    {"StarFromATermThatIsNowhere", kChain, "SELECT ?y { :none :p* ?y }", {"none"}},
    {"OptionalFromATermThatIsNowhere", kChain, "SELECT ?y { 99 :p? ?y }", {"99"}},
    {"StarToATermThatIsNowhere", kChain, "SELECT ?x { ?x :p* :none }", {"none"}},
    {"StarBetweenATermAndItself", kChain, "SELECT (1 AS ?yes) { :none :p* :none }", {"1"}},
    {"StarBetweenTermsThatAreNowhere", kChain, "SELECT (1 AS ?yes) { :none :p* :other }", {}},
    {"PlusFromATermThatIsNowhere", kChain, "SELECT ?y { :none :p+ ?y }", {}},
    {"InAnEmptyGraph", "", "SELECT ?x ?y { ?x :p* ?y }", {}},
    {"OfATermInAnEmptyGraph", "", "SELECT ?y { :a :p* ?y }", {"a"}},
    // Values for ?x are joined with the nodes of the graph (§18.4, ZeroLengthPath of two
    // variables).
    {"AVariableTakesNodesAlone",
     ":a :p :b .",
     "SELECT ?x ?y { VALUES ?x { :a :none } ?x :p* ?y }",
     {"a a", "a b"}},
    {"APredicateIsNoNode", ":a :p :b .", "SELECT ?y { VALUES ?x { :p } ?x :p* ?y }", {}},
    // In a sequence, what is between the parts is a variable (§18.2.2.4).
    {"ASequenceFromATermThatIsNowhere", kChain, "SELECT ?y { :none :p*/:q* ?y }", {}},
    {"ASequenceBetweenATermThatIsNowhere",
     kChain,
     "SELECT (1 AS ?yes) { :none :p*/:q* :none }",
     {"1"}},
    {"AClosureOfASequenceFromATermThatIsNowhere", kChain, "SELECT ?y { :none (:p*/:q*)+ ?y }", {}},
    {"AStarOfASequenceFromATermThatIsNowhere",
     kChain,
     "SELECT ?y { :none (:p*/:q*)* ?y }",
     {"none"}},
    {"AChoiceFromATermThatIsNowhere",
     kChain,
     "SELECT ?y { :none (:p*|:q?|:p) ?y }",
     {"none", "none"}},
    {"PlusOfOptionalFromATermThatIsNowhere", kChain, "SELECT ?y { :none (:p?)+ ?y }", {"none"}},
};

const std::vector<Case> kBags{
    {"ASequenceCountsItsWays", kDiamond, "SELECT ?y { :a :p/:p ?y }", {"d", "d"}},
    {"ASequenceAfterAClosure", kDiamond, "SELECT ?y { :a :p+/:p ?y }", {"d", "d"}},
    {"AClosureAfterASequence", kDiamond, "SELECT ?y { :a :p/:p* ?y }", {"b", "c", "d", "d"}},
    {"AChoiceFindsTwice", ":a :p :b ; :q :b, :c .", "SELECT ?y { :a :p|:q ?y }", {"b", "b", "c"}},
    {"AChoiceOfTheSame", ":a :p :b .", "SELECT ?y { :a :p|:p ?y }", {"b", "b"}},
    {"AChoiceWithAClosure", kChain, "SELECT ?y { :b :p|:p+ ?y }", {"c", "c", "d"}},
    {"ASequenceOfChoices",
     ":a :p :b ; :q :b . :b :p :c ; :q :c .",
     "SELECT ?y { :a (:p|:q)/(:p|:q) ?y }",
     {"c", "c", "c", "c"}},
    {"AnOptionalFindsOnce", ":a :p :b ; :q :b .", "SELECT ?y { :a (:p|:q)? ?y }", {"a", "b"}},
    {"ANegatedSet", ":a :p :b ; :q :b ; :r :c .", "SELECT ?y { :a !:r ?y }", {"b", "b"}},
    {"ANegatedInverseSet",
     ":a :p :b ; :q :b . :c :r :b .",
     "SELECT ?y { :b !(^:q) ?y }",
     {"a", "c"}},
    {"ANegatedSetInBothDirections",
     ":a :p :b . :b :q :c . :d :r :b .",
     "SELECT ?y { :b !(:p|^:r) ?y }",
     {"c", "a"}},
    {"AnEmptyNegatedSet", ":a :p :b ; :q :c .", "SELECT ?y { :a !() ?y }", {"b", "c"}},
    {"AnInverseOfANegatedSet", ":a :p :b . :c :q :b .", "SELECT ?y { :b ^(!:q) ?y }", {"a"}},
    {"ASequenceFromEachRow",
     ":a a :C . :b a :C . :a :p :c . :b :p :c . :c :q :d, :e .",
     "SELECT ?x ?y { ?x a :C . ?x :p/:q ?y }",
     {"a d", "a e", "b d", "b e"}},
    {"AChoiceFromEachRow",
     ":a a :C . :a :p :c ; :q :c . :x :p :y .",
     "SELECT ?x ?y { ?x a :C . ?x :p|:q ?y }",
     {"a c", "a c"}},
};

const std::vector<Case> kJoins{
    {"FromWhatTheGroupBinds",
     ":a a :C . :c a :C . :a :p :b . :b :p :c . :c :p :d .",
     "SELECT ?x ?y { ?x a :C . ?x :p+ ?y }",
     {"a b", "a c", "a d", "c d"}},
    {"ToWhatTheGroupBinds",
     ":d a :C . :a :p :b . :b :p :d .",
     "SELECT ?x ?y { ?y a :C . ?x :p+ ?y }",
     {"a d", "b d"}},
    {"BothEndsAreBound",
     ":a :q :c, :x . :b :q :a . :a :p :b . :b :p :c .",
     "SELECT ?x ?y { ?x :q ?y . ?x :p+ ?y }",
     {"a c"}},
    {"RowsOfOneStart",
     ":a :q 1, 2, 3 . :a :p :b .",
     "SELECT ?n ?y { ?x :q ?n . ?x :p+ ?y }",
     {"1 b", "2 b", "3 b"}},
    {"RowsThatStandForSeveral",
     ":a :q 1, 2 . :a :p :b, :c .",
     "SELECT ?y { { SELECT ?x { ?x :q ?n } } ?x :p+ ?y }",
     {"b", "b", "c", "c"}},
    {"AnOptionalPath",
     ":a a :C . :b a :C . :a :p :c .",
     "SELECT ?x ?y { ?x a :C OPTIONAL { ?x :p+ ?y } }",
     {"a c", "b _"}},
    {"AnOptionalPathToABoundEnd",
     ":a :q :c . :b :q :c . :a :p :c .",
     "SELECT ?x ?y { ?x :q ?y OPTIONAL { ?x :p+ ?y } }",
     {"a c", "b c"}},
    {"AfterAnOptionalThatMayBindNothing",
     ":a a :C . :b a :C . :a :q :b . :b :p :c .",
     "SELECT ?x ?y ?z { ?x a :C OPTIONAL { ?x :q ?y } ?y :p+ ?z }",
     {"a b c", "b b c"}},
    {"TwoClosures",
     ":a :p :b . :b :p :c . :c :q :d . :d :q :e .",
     "SELECT ?y ?z { :a :p+ ?y . ?y :q+ ?z }",
     {"c d", "c e"}},
    {"ABlankNodeAtAnEnd", kChain, "SELECT ?x { ?x :p+ [] }", {"a", "a", "a", "b", "b", "c"}},
    {"CountedDistinct", kDiamond, "SELECT (COUNT(DISTINCT *) AS ?n) { :a :p/:p ?y }", {"1"}},
};

const std::vector<Case> kGraphs{
    {"TheDefaultGraphAlone", ":a :p :b . :g { :b :p :c }", "SELECT ?y { :a :p+ ?y }", {"b"}},
    {"ANamedGraph",
     ":a :p :b . :g { :b :p :c . :c :p :d }",
     "SELECT ?y { GRAPH :g { :b :p+ ?y } }",
     {"c", "d"}},
    {"EachGraphByItself",
     ":g { :a :p :b } :h { :b :p :c . :a :p :b }",
     "SELECT ?g ?y { GRAPH ?g { :a :p+ ?y } }",
     {"g b", "h b", "h c"}},
    {"AllPairsOfEachGraph",
     ":g { :a :p :b } :h { :b :p :c }",
     "SELECT ?g ?x ?y { GRAPH ?g { ?x :p+ ?y } }",
     {"g a b", "h b c"}},
    {"ATermIsANodeOfEachGraph",
     ":g { :a :p :b } :h { :c :p :d }",
     "SELECT ?g ?y { GRAPH ?g { :a :p* ?y } }",
     {"g a", "g b", "h a"}},
    {"NodesOfEachGraph",
     ":g { :a :p :b } :h { :a :q :c }",
     "SELECT ?g ?x ?y { GRAPH ?g { ?x :p* ?y } }",
     {"g a a", "g a b", "g b b", "h a a", "h c c"}},
    {"TheGraphsNameAtAnEnd",
     ":g { :g :p :b . :a :p :g } :h { :a :p :b }",
     "SELECT ?g ?y { GRAPH ?g { ?g :p+ ?y } }",
     {"g b"}},
    {"TheGraphsNameAtTheFarEnd",
     ":g { :a :p :b . :b :p :g } :h { :a :p :b }",
     "SELECT ?g ?x { GRAPH ?g { ?x :p+ ?g } }",
     {"g a", "g b"}},
    {"TheGraphIsBoundOutside",
     ":g :by :me . :g { :a :p :b } :h { :a :p :c }",
     "SELECT ?g ?y { ?g :by :me . GRAPH ?g { ?x :p+ ?y } }",
     {"g b"}},
    {"TheStartIsBoundOutside",
     ":a :by :me . :g { :a :p :b } :h { :c :p :d }",
     "SELECT ?g ?y { ?x :by :me . GRAPH ?g { ?x :p+ ?y } }",
     {"g b"}},
    {"AGraphThatIsNot", ":a :p :b .", "SELECT ?y { GRAPH :none { :a :p* ?y } }", {}},
    {"ATermInAGraphThatIsNot", ":a :p :b .", "SELECT ?y { GRAPH :none { ?y :p* :x } }", {}},
    {"ARowNamesAGraphThatIsNot",
     ":a :by :g, :none, 7 . :g { :c :p :d }",
     "SELECT ?g ?y { ?y :by ?g . GRAPH ?g { ?y :p* :a } }",
     {"g a"}},
    {"ARowNamesAGraphThatIsNotAndTheFarEndIsFree",
     ":a :by :g, :none . :g { :c :p :d }",
     "SELECT ?g ?z { ?y :by ?g . FILTER(?y = :a) GRAPH ?g { :a :p? ?z } }",
     {"g a"}},
    {"AnOptionalGraphThatIsNot",
     ":a :by :none . :g { :c :p :d }",
     "SELECT ?y ?n { ?y :by ?g OPTIONAL { ?y :by ?g BIND(1 AS ?n) GRAPH ?g { ?y :p? :a } } }",
     {"a _"}},
    {"AChoiceInAGraphThatIsNot",
     ":a :by :none . :g { :c :p :d }",
     "SELECT ?y { ?y :by ?g GRAPH ?g { ?y :p?|:q* :a } }",
     {}},
    {"ASequenceInAGraphThatIsNot",
     ":a :by :none . :g { :c :p :d }",
     "SELECT ?y { ?y :by ?g GRAPH ?g { ?y :p?/:q* :a } }",
     {}},
    {"ANegatedSetInEachGraph",
     ":g { :a :p :b ; :q :c } :h { :a :p :b }",
     "SELECT ?g ?y { GRAPH ?g { :a !:q ?y } }",
     {"g b", "h b"}},
};

std::string case_name(const testing::TestParamInfo<Case>& tested) { return tested.param.name; }

INSTANTIATE_TEST_SUITE_P(Closures, PathSearchTest, testing::ValuesIn(kClosures), case_name);
INSTANTIATE_TEST_SUITE_P(ZeroLength, PathSearchTest, testing::ValuesIn(kZeroLength), case_name);
INSTANTIATE_TEST_SUITE_P(Bags, PathSearchTest, testing::ValuesIn(kBags), case_name);
INSTANTIATE_TEST_SUITE_P(Joins, PathSearchTest, testing::ValuesIn(kJoins), case_name);
INSTANTIATE_TEST_SUITE_P(Graphs, PathSearchTest, testing::ValuesIn(kGraphs), case_name);

/// :n0 :p :n1 . :n1 :p :n2 ... and from each a way back to the first.
std::string long_cycle(std::size_t size) {
  std::string data;
  for (std::size_t i = 0; i < size; ++i) {
    data += ":n" + std::to_string(i) + " :p :n" + std::to_string(i + 1) + ", :n0 . ";
  }
  return data;
}

TEST(PathSearchSizeTest, FindsMoreThanABatchOnce) {
  const std::size_t size = 3 * store::kBatchRows;
  auto found = rows(load(long_cycle(size)), "SELECT ?y { :n1 :p+ ?y }");
  EXPECT_EQ(found.size(), size + 1);
  std::ranges::sort(found);
  EXPECT_TRUE(std::ranges::adjacent_find(found) == found.end());
}

TEST(PathSearchSizeTest, AManySourcesSearchAgreesWithSingleOnes) {
  // Enough searches that all edges are read at once.
  const auto snapshot = load(long_cycle(600));
  EXPECT_EQ(rows(snapshot, "SELECT ?x ?y { ?x :p+ ?y }").size(), 600U * 601U);
  EXPECT_EQ(rows(snapshot, "SELECT ?x ?y { ?x (:p|^:p)+ ?y }").size(), 601U * 601U);
  EXPECT_EQ(rows(snapshot, "SELECT ?x ?y { ?x (:p/:p)* ?y }").size(), 600U * 601U + 1U);
}

TEST(PathSearchSizeTest, AManyPathsSequenceIsCountedNotListed) {
  // 2^40 ways, in one row.
  std::string data;
  std::string path;
  for (int i = 0; i < 40; ++i) {
    data += ":n" + std::to_string(i) + " :p :n" + std::to_string(i + 1) + " ; :q :n" +
            std::to_string(i + 1) + " . ";
    path += (i == 0 ? "(:p|:q)" : "/(:p|:q)");
  }
  const auto snapshot = load(data);
  EXPECT_EQ(rows(snapshot, "SELECT ?y { :n0 (" + path + ")? ?y }").size(), 2U);
}

ErrorCode error_of(const QueryLimits& limits) {
  try {
    (void)rows(load(long_cycle(2000)), "SELECT ?x ?y { ?x :p+ ?y }", {}, limits);
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::kInternal;
}

TEST(PathSearchLimitsTest, HoldsNoMoreMemoryThanAllowed) {
  EXPECT_EQ(error_of({.timeout = {}, .memory_max = 20'000, .stop = {}}), ErrorCode::kMemoryLimit);
}

TEST(PathSearchLimitsTest, CanBeStopped) {
  std::stop_source source;
  source.request_stop();
  EXPECT_EQ(error_of({.timeout = {}, .memory_max = 0, .stop = source.get_token()}),
            ErrorCode::kCancelled);
}

}  // namespace
}  // namespace whence::exec
