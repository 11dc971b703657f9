// The oracle's own MINUS and EXISTS, against answers worked out by hand from SPARQL 1.1 §8, §18.5
// and §18.6.
#include "oracle/evaluate.h"

#include "oracle/oracle_case.h"

namespace whence::oracle {
namespace {

class OracleNegationTest : public testing::TestWithParam<OracleCase> {};

TEST_P(OracleNegationTest, AnswersByTheLetter) {
  const DataSet data{graph_of(GetParam().data), {}};
  EXPECT_EQ(solutions_of(data, GetParam().pattern), GetParam().solutions);
}

constexpr OracleCase kMinus[] = {
    {"TakesWhatAgrees", "a p b . c p d . c q e", "{ ?x :p ?y MINUS { ?x :q ?z } }", "x=a y=b"},
    {"KeepsWhatSharesNothing", "a p b", "{ ?x :p ?y MINUS { ?u ?v ?w } }", "x=a y=b"},
    {"KeepsWhatSharesNothingWithATriple", "a p b", "{ ?x :p ?y MINUS { :a :p :b } }", "x=a y=b"},
    {"KeepsEachAsOften", "a p b . a p c . d q e", "{ ?x :p [] MINUS { ?x :q [] } }", "x=a | x=a"},
    {"SharesWhatIsBoundAlone", "a p b . b q c",
     "{ ?x :p ?y OPTIONAL { ?x :q ?z } MINUS { ?u :q ?z } }", "x=a y=b"},
    {"FilterInsideSeesTheInsideAlone", "a p 1 . a q 1 . a q 2",
     "{ ?x :p ?n MINUS { ?x :q ?m FILTER(?n = ?m) } }", "n=1 x=a"},
};

INSTANTIATE_TEST_SUITE_P(Minus, OracleNegationTest, testing::ValuesIn(kMinus), oracle_case_name);

constexpr OracleCase kExists[] = {
    {"KeepsWhatMatches", "a p b . c p d . c q e", "{ ?x :p ?y FILTER EXISTS { ?x :q ?z } }",
     "x=c y=d"},
    {"NotKeepsTheOthers", "a p b . c p d . c q e", "{ ?x :p ?y FILTER NOT EXISTS { ?x :q ?z } }",
     "x=a y=b"},
    {"SharesNothing", "a p b", "{ ?x :p ?y FILTER NOT EXISTS { ?u ?v ?w } }", ""},
    {"OfATriple", "a p b", "{ ?x :p ?y FILTER NOT EXISTS { :a :p :b } }", ""},
    {"FilterInsideSeesTheSolution", "a p 1 . a q 1 . a q 2",
     "{ ?x :p ?n FILTER NOT EXISTS { ?x :q ?m FILTER(?n = ?m) } }", ""},
    {"FilterDeepInsideSeesTheSolution", "a p b . a q b",
     "{ ?x :p ?n FILTER EXISTS { ?x :q ?m { FILTER(?n = :b) } } }", "n=b x=a"},
    {"UnboundStaysFree", "a p b . c q d",
     "{ ?x :p ?y OPTIONAL { ?x :q ?z } FILTER EXISTS { :c :q ?z } }", "x=a y=b"},
    {"MinusInsideLosesWhatItShares", "a p b . a q b",
     "{ ?x :p ?y FILTER EXISTS { ?x :p ?w MINUS { ?x :q ?v } } }", "x=a y=b"},
    {"Inside", "a p b . b p c . c p d",
     "{ ?x :p ?y FILTER EXISTS { ?y :p ?z FILTER NOT EXISTS { ?z :p ?w } } }", "x=b y=c"},
    {"WhatIsSubstitutedIsBound", "a p b . b q c",
     "{ ?x :p ?y OPTIONAL { ?y :r ?z } FILTER EXISTS { ?y :q ?w FILTER(BOUND(?x) && !BOUND(?z)) } "
     "}",
     "x=a y=b"},
    {"ValuesInsideAgree", "a p b . c p d", "{ ?x :p ?y FILTER EXISTS { VALUES ?x { :a :z } } }",
     "x=a y=b"},
    {"BindInsideAgrees", "a p b . c p d", "{ ?x :p ?y FILTER EXISTS { BIND(:a AS ?x) } }",
     "x=a y=b"},
    {"IsATruth", "a p b", "{ ?x :p ?y BIND(EXISTS { ?y :p ?z } AS ?e) }", "e=false x=a y=b"},
    {"InAConditionOfOptional", "a p b . b q c . c p d . d q d",
     "{ ?x :p ?y OPTIONAL { ?y :q ?z FILTER EXISTS { ?z :q ?x2 } } }", "x=a y=b | x=c y=d z=d"},
    {"InAnAggregate", "a p b . b p c . c q a",
     "{ SELECT (SUM(IF(EXISTS { ?y :q ?z }, 1, 0)) AS ?n) { ?x :p ?y } }", "n=1"},
    {"OfAPath", "a p b . b p c", "{ ?x :p ?y FILTER EXISTS { ?x :p/:p ?z } }", "x=a y=b"},
};

INSTANTIATE_TEST_SUITE_P(Exists, OracleNegationTest, testing::ValuesIn(kExists), oracle_case_name);

TEST(OracleGraphTest, ExistsLooksIntoTheActiveGraph) {
  const DataSet data{graph_of("a p b"), {{term_of("g"), graph_of("c p d . d q e")}}};
  EXPECT_EQ(solutions_of(data, "{ GRAPH ?g { ?x :p ?y FILTER EXISTS { ?y :q ?z } } }"),
            "g=g x=c y=d");
  EXPECT_EQ(solutions_of(data, "{ ?x :p ?y FILTER EXISTS { GRAPH :g { ?u :q ?v } } }"), "x=a y=b");
}

TEST(OracleDataSetTest, IsChosenByFrom) {
  const DataSet data{graph_of("a p b"),
                     {{term_of("g"), graph_of("c p d")}, {term_of("h"), graph_of("e p f")}}};
  const DataSet found = chosen(data, {{term_of("g"), term_of("none")}, {term_of("h")}});
  EXPECT_EQ(solutions_of(found, "{ ?x :p ?y }"), "x=c y=d");
  EXPECT_EQ(solutions_of(found, "{ GRAPH ?g { ?x :p ?y } }"), "g=h x=e y=f");
}

}  // namespace
}  // namespace whence::oracle
