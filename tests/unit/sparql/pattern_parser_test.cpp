// Groups, translated by SPARQL 1.1 §18.2.2 and simplified by §18.2.2.8, as trees.
#include <gtest/gtest.h>

#include "unit/sparql/tree_case.h"

namespace whence::sparql {
namespace {

class PatternTest : public testing::TestWithParam<TreeCase> {};

TEST_P(PatternTest, IsTranslated) { EXPECT_EQ(pattern_tree(GetParam().text), GetParam().tree); }

constexpr TreeCase kCases[] = {
    {"Empty", "{}", "(bgp)"},
    {"EmptyGroupsVanish", "{ {} ?s :p ?o {} }", "(bgp (triple ?s <e:p> ?o))"},
    {"GroupInside", "{ ?s :p 1 { ?s :q 2 } ?s :r 3 }",
     R"((join
  (join
    (bgp (triple ?s <e:p> 1))
    (bgp (triple ?s <e:q> 2)))
  (bgp (triple ?s <e:r> 3))))"},
    {"FilterHoldsOfTheWholeGroup", "{ ?s :p ?a FILTER(?b > 1) ?s :q ?b }",
     R"((filter ((> ?b 1))
  (bgp
    (triple ?s <e:p> ?a)
    (triple ?s <e:q> ?b))))"},
    {"FiltersInOrder", "{ FILTER(?a) FILTER(?b) . FILTER :f(?a) }",
     R"((filter (?a ?b (<e:f> ?a))
  (bgp)))"},
    {"FilterOfAnInnerGroup", "{ ?s :p ?o { FILTER(?o > 1) } }",
     R"((join
  (bgp (triple ?s <e:p> ?o))
  (filter ((> ?o 1))
    (bgp))))"},
    {"Optional", "{ ?s :p 1 OPTIONAL { ?s :q 2 } }",
     R"((left-join
  (bgp (triple ?s <e:p> 1))
  (bgp (triple ?s <e:q> 2))))"},
    {"OptionalAlone", "{ OPTIONAL { ?s :q 2 } }",
     R"((left-join
  (bgp)
  (bgp (triple ?s <e:q> 2))))"},
    {"OptionalCondition", "{ ?s :p ?x OPTIONAL { ?s :q ?y FILTER(?x < ?y) } }",
     R"((left-join (< ?x ?y)
  (bgp (triple ?s <e:p> ?x))
  (bgp (triple ?s <e:q> ?y))))"},
    {"OptionalConditions", "{ ?s :p ?x OPTIONAL { ?s :q ?y FILTER(?x < ?y) FILTER(?y) } }",
     R"((left-join (&& (< ?x ?y) ?y)
  (bgp (triple ?s <e:p> ?x))
  (bgp (triple ?s <e:q> ?y))))"},
    {"OptionalWithFilterInGroup", "{ ?s :p ?x OPTIONAL { { ?s :q ?y FILTER(?x < ?y) } } }",
     R"((left-join
  (bgp (triple ?s <e:p> ?x))
  (filter ((< ?x ?y))
    (bgp (triple ?s <e:q> ?y)))))"},
    {"OptionalsInOrder", "{ ?s :p 1 OPTIONAL { ?s :q 2 } OPTIONAL { ?s :r 3 } ?s :t 4 }",
     R"((join
  (left-join
    (left-join
      (bgp (triple ?s <e:p> 1))
      (bgp (triple ?s <e:q> 2)))
    (bgp (triple ?s <e:r> 3)))
  (bgp (triple ?s <e:t> 4))))"},
    {"OptionalsInside", "{ ?s :p 1 OPTIONAL { ?s :q 2 OPTIONAL { ?s :r 3 } } }",
     R"((left-join
  (bgp (triple ?s <e:p> 1))
  (left-join
    (bgp (triple ?s <e:q> 2))
    (bgp (triple ?s <e:r> 3)))))"},
    {"Union", "{ { ?s :p 1 } UNION { ?s :q 2 } UNION {} }",
     R"((union
  (bgp (triple ?s <e:p> 1))
  (bgp (triple ?s <e:q> 2))
  (bgp)))"},
    {"UnionJoined", "{ ?s :r 3 { ?s :p 1 } UNION { ?s :q 2 } . ?s :t 4 }",
     R"((join
  (join
    (bgp (triple ?s <e:r> 3))
    (union
      (bgp (triple ?s <e:p> 1))
      (bgp (triple ?s <e:q> 2))))
  (bgp (triple ?s <e:t> 4))))"},
    {"UnionInside", "{ { { ?s :p 1 } UNION { ?s :q 2 } } UNION { ?s :r 3 } }",
     R"((union
  (union
    (bgp (triple ?s <e:p> 1))
    (bgp (triple ?s <e:q> 2)))
  (bgp (triple ?s <e:r> 3))))"},
    {"Minus", "{ ?s :p ?o MINUS { ?s :q ?x FILTER(?x) } ?s :r ?x }",
     R"((join
  (minus
    (bgp (triple ?s <e:p> ?o))
    (filter (?x)
      (bgp (triple ?s <e:q> ?x))))
  (bgp (triple ?s <e:r> ?x))))"},
    {"MinusFromNothing", "{ MINUS { ?s :q 1 } }",
     R"((minus
  (bgp)
  (bgp (triple ?s <e:q> 1))))"},
    {"MinusHidesItsVariables", "{ ?s :p ?o MINUS { ?s :q ?x } BIND(1 AS ?x) }",
     R"((extend ?x 1
  (minus
    (bgp (triple ?s <e:p> ?o))
    (bgp (triple ?s <e:q> ?x)))))"},
    {"Exists", "{ ?s :p ?o FILTER EXISTS { ?s :q ?x FILTER(?x > ?o) } ?s :r ?o }",
     R"((filter ((exists (filter ((> ?x ?o)) (bgp (triple ?s <e:q> ?x)))))
  (bgp
    (triple ?s <e:p> ?o)
    (triple ?s <e:r> ?o))))"},
    {"NotExistsInAnExpression", "{ ?s :p _:b BIND(?s = 1 || NOT EXISTS { ?s :q [] } AS ?x) }",
     R"((extend ?x (|| (= ?s 1) (not-exists (bgp (triple ?s <e:q> ?.b0))))
  (bgp (triple ?s <e:p> ?._:b))))"},
    {"ExistsInsideExists", "{ FILTER EXISTS { ?s :p ?o FILTER NOT EXISTS { ?o :q ?s } } }",
     R"((filter ((exists (filter ((not-exists (bgp (triple ?o <e:q> ?s)))) (bgp (triple ?s <e:p> ?o)))))
  (bgp)))"},
    {"LabelBeforeAndAfterExists", "{ ?s :p _:b FILTER EXISTS { ?s :q _:c } _:b :r 1 }",
     R"((filter ((exists (bgp (triple ?s <e:q> ?._:c))))
  (bgp
    (triple ?s <e:p> ?._:b)
    (triple ?._:b <e:r> 1))))"},
    {"GraphByName", "{ GRAPH :g { ?s :p ?o } }",
     R"((graph <e:g>
  (bgp (triple ?s <e:p> ?o))))"},
    {"GraphByVariable", "{ ?s :in ?g GRAPH ?g { ?s :p ?o FILTER(?o) } }",
     R"((join
  (bgp (triple ?s <e:in> ?g))
  (graph ?g
    (filter (?o)
      (bgp (triple ?s <e:p> ?o))))))"},
    {"GraphOfNothing", "{ GRAPH ?g {} }",
     R"((graph ?g
  (bgp)))"},
    {"Bind", "{ ?s :p ?o BIND(?o * 2 AS ?d) ?s :q ?d }",
     R"((join
  (extend ?d (* ?o 2)
    (bgp (triple ?s <e:p> ?o)))
  (bgp (triple ?s <e:q> ?d))))"},
    {"BindEndsTheBgp", "{ ?s :p ?o BIND(1 AS ?x) BIND(?x AS ?y) }",
     R"((extend ?y ?x
  (extend ?x 1
    (bgp (triple ?s <e:p> ?o)))))"},
    {"BindOfAVariableOfAnotherGroup", "{ { BIND(1 AS ?x) } UNION { BIND(2 AS ?x) } }",
     R"((union
  (extend ?x 1
    (bgp))
  (extend ?x 2
    (bgp))))"},
    {"BindOfAVariableInAFilter", "{ FILTER(?x > 1) BIND(2 AS ?x) }",
     R"((filter ((> ?x 1))
  (extend ?x 2
    (bgp))))"},
    {"ValuesOfOneVariable", R"({ VALUES ?x { 1 :a "b"@en UNDEF -2 true } ?s :p ?x })",
     R"((join
  (values (?x)
    (1)
    (<e:a>)
    ("b"@en)
    (undef)
    (-2)
    (true))
  (bgp (triple ?s <e:p> ?x))))"},
    {"ValuesOfSeveral", R"({ VALUES (?x ?y) { (1 2) (UNDEF "a") } })",
     R"((values (?x ?y)
  (1 2)
  (undef "a")))"},
    {"ValuesOfNone", "{ VALUES () { () () } }",
     R"((values ()
  ()
  ()))"},
    {"ValuesWithoutRows", "{ VALUES ?x {} }", "(values (?x))"},
    {"Subquery", "{ ?s :p ?o { SELECT ?s (COUNT(*) AS ?n) { ?s :q ?x } GROUP BY ?s } }",
     R"((join
  (bgp (triple ?s <e:p> ?o))
  (project (?s ?n)
    (extend ?n ?.agg0
      (group (?s) ((?.agg0 (count *)))
        (bgp (triple ?s <e:q> ?x)))))))"},
    {"SubqueryWithModifiers",
     "{ SELECT DISTINCT ?s { ?s :p ?o } ORDER BY ?o LIMIT 1 VALUES ?s { :a } }",
     R"((slice 0 1
  (distinct
    (project (?s)
      (order-by (?o)
        (join
          (bgp (triple ?s <e:p> ?o))
          (values (?s)
            (<e:a>))))))))"},
    {"SubqueryHidesVariables", "{ { SELECT ?s { ?s :p ?o } } BIND(1 AS ?o) }",
     R"((extend ?o 1
  (project (?s)
    (bgp (triple ?s <e:p> ?o)))))"},
    {"KeywordsInAnyCase", "{ ?s :p ?o . optional { ?s :q 1 } filter(?o) gRaPh ?g {} }",
     R"((filter (?o)
  (join
    (left-join
      (bgp (triple ?s <e:p> ?o))
      (bgp (triple ?s <e:q> 1)))
    (graph ?g
      (bgp)))))"},
    {"DotsAfterElements", "{ ?s :p 1 . OPTIONAL {} . { ?s :q 2 } . FILTER(?s) . }",
     R"((filter (?s)
  (join
    (left-join
      (bgp (triple ?s <e:p> 1))
      (bgp))
    (bgp (triple ?s <e:q> 2)))))"},
};

INSTANTIATE_TEST_SUITE_P(, PatternTest, testing::ValuesIn(kCases), tree_case_name);

}  // namespace
}  // namespace whence::sparql
