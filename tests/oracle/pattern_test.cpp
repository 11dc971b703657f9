// The oracle's own property paths, against answers worked out by hand from SPARQL 1.1 §9 and §18.4.
#include "oracle/pattern.h"

#include "oracle/oracle_case.h"

namespace whence::oracle {
namespace {

class OraclePathTest : public testing::TestWithParam<OracleCase> {};

TEST_P(OraclePathTest, AnswersByTheLetter) {
  const DataSet data{graph_of(GetParam().data), {}};
  EXPECT_EQ(solutions_of(data, GetParam().pattern), GetParam().solutions);
}

constexpr OracleCase kCases[] = {
    {"SequencesCountTheirWays", "a p b . a p c . b p d . c p d", "{ :a :p/:p ?y }", "y=d | y=d"},
    {"AlternativesCountTheirWays", "a p b . a q b", "{ :a :p|:q|:p ?y }", "y=b | y=b | y=b"},
    {"InverseOfASequence", "a p b . b q c", "{ ?x ^(:p/:q) ?y }", "x=c y=a"},
    {"SomeIsEachOnce", "a p b . a p c . b p d . c p d", "{ :a :p+ ?y }", "y=b | y=c | y=d"},
    {"SomeOfACycle", "a p b . b p a", "{ :a :p+ ?y }", "y=a | y=b"},
    {"ManyBothOpen", "a p b . c q d", "{ ?x :p* ?y }",
     "x=a y=a | x=a y=b | x=b y=b | x=c y=c | x=d y=d"},
    {"ManyFromATermThatIsNotThere", "a p b", "{ :z :p* ?y }", "y=z"},
    {"ManyToATermThatIsNotThere", "a p b", "{ ?x :p* :z }", "x=z"},
    {"ManyBetweenTerms", "a p b . b p c", "{ :a :p* :c }", "()"},
    {"ManyBetweenOtherTerms", "a p b . b p c", "{ :c :p* :a }", ""},
    {"ManyOfALiteral", "a p b", "{ 1 :p* ?y }", "y=1"},
    {"ManyInAnEmptyGraph", "", "{ ?x :p* ?y }", ""},
    {"ManyToItself", "a p b . b p a . c p d", "{ ?x :p+ ?x }", "x=a | x=b"},
    {"MaybeIsEachOnce", "a p a . a p b", "{ :a :p? ?y }", "y=a | y=b"},
    {"MaybeOfTheSameTerm", "", "{ :z :p? :z }", "()"},
    {"MaybeTwiceFromATermThatIsNotThere", "a p b", "{ :z :p?/:p? ?y }", ""},
    {"SomeMaybesFromATermThatIsNotThere", "a p b", "{ :z (:p?/:q?)+ ?y }", ""},
    {"RepeatedSequence", "a p b . b q c . c p d . d q e", "{ :a (:p/:q)+ ?y }", "y=c | y=e"},
    {"RepeatedInverse", "a p b . b p c", "{ :c (^:p)+ ?y }", "y=a | y=b"},
    {"RepeatedAlternative", "a p b . b q c", "{ ?x (:p|:q)+ :c }", "x=a | x=b"},
    {"NoneOf", "a p b . a q c . a r d", "{ :a !(:p|:q) ?y }", "y=d"},
    {"NoneOfCountsTriples", "a p b . a q b . a r b", "{ :a !:p ?y }", "y=b | y=b"},
    {"NoneOfBackward", "a p b . a q b", "{ :b !^:p ?y }", "y=a"},
    {"NoneOfBothWays", "a p b . b q a . a r b", "{ :a !(:p|^:q) ?y }", "y=b"},
    {"NoneOfNothingIsAny", "a p b . a q c", "{ :a !() ?y }", "y=b | y=c"},
    {"RepeatedNoneOf", "a p b . b q c . c r d", "{ :a (!:q)* ?y }", "y=a | y=b"},
    {"InverseOfNoneOf", "a p b . a q b", "{ ?x ^(!:p) ?y }", "x=b y=a"},
};

INSTANTIATE_TEST_SUITE_P(, OraclePathTest, testing::ValuesIn(kCases), oracle_case_name);

TEST(OracleGraphTest, ItsPathsSeeTheActiveGraphAlone) {
  const DataSet data{graph_of("a p b"), {{term_of("g"), graph_of("c p d")}}};
  EXPECT_EQ(solutions_of(data, "{ GRAPH ?g { ?x :p* ?y } }"),
            "g=g x=c y=c | g=g x=c y=d | g=g x=d y=d");
}

}  // namespace
}  // namespace whence::oracle
