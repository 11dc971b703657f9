// SELECT clauses and solution modifiers (SPARQL 1.1 §18.2.4, §18.2.5), as trees.
#include <gtest/gtest.h>

#include "unit/sparql/tree_case.h"

namespace whence::sparql {
namespace {

class SelectTest : public testing::TestWithParam<TreeCase> {};

TEST_P(SelectTest, IsTranslated) { EXPECT_EQ(query_tree(GetParam().text), GetParam().tree); }

constexpr TreeCase kCases[] = {
    {"Star", "SELECT * { ?s :p ?o . ?o :q _:b }",
     R"((project (?s ?o)
  (bgp
    (triple ?s <e:p> ?o)
    (triple ?o <e:q> ?._:b))))"},
    {"Variables", "SELECT ?o $s ?o { ?s :p ?o }",
     R"((project (?o ?s)
  (bgp (triple ?s <e:p> ?o))))"},
    {"VariablesOfNoPattern", "SELECT ?x { ?s :p ?o }",
     R"((project (?x)
  (bgp (triple ?s <e:p> ?o))))"},
    {"WhereIsOptional", "SELECT ?s WHERE { ?s :p ?o }",
     R"((project (?s)
  (bgp (triple ?s <e:p> ?o))))"},
    {"Distinct", "SELECT DISTINCT ?s { ?s :p ?o }",
     R"((distinct
  (project (?s)
    (bgp (triple ?s <e:p> ?o)))))"},
    {"Reduced", "SELECT REDUCED * { ?s :p ?o }",
     R"((reduced
  (project (?s ?o)
    (bgp (triple ?s <e:p> ?o)))))"},
    {"Expressions", "SELECT ?s (?o + 1 AS ?x) (?x * 2 AS ?y) { ?s :p ?o }",
     R"((project (?s ?x ?y)
  (extend ?y (* ?x 2)
    (extend ?x (+ ?o 1)
      (bgp (triple ?s <e:p> ?o))))))"},
    {"OrderBy", "SELECT ?s { ?s :p ?o } ORDER BY ?s DESC(?o) ASC(?s + 1) (?o) STR(?s) :f(?o)",
     R"((project (?s)
  (order-by (?s (desc ?o) (+ ?s 1) ?o (str ?s) (<e:f> ?o))
    (bgp (triple ?s <e:p> ?o)))))"},
    {"LimitAndOffset", "SELECT ?s { ?s :p ?o } LIMIT 10 OFFSET 5",
     R"((slice 5 10
  (project (?s)
    (bgp (triple ?s <e:p> ?o)))))"},
    {"OffsetAndLimit", "SELECT ?s { ?s :p ?o } OFFSET 5 LIMIT 10",
     R"((slice 5 10
  (project (?s)
    (bgp (triple ?s <e:p> ?o)))))"},
    {"OffsetAlone", "SELECT ?s { ?s :p ?o } OFFSET 5",
     R"((slice 5 _
  (project (?s)
    (bgp (triple ?s <e:p> ?o)))))"},
    {"LimitZero", "SELECT ?s { ?s :p ?o } LIMIT 0",
     R"((slice 0 0
  (project (?s)
    (bgp (triple ?s <e:p> ?o)))))"},
    {"LimitBeyondAllNumbers", "SELECT ?s { ?s :p ?o } LIMIT 99999999999999999999999999",
     R"((slice 0 18446744073709551615
  (project (?s)
    (bgp (triple ?s <e:p> ?o)))))"},
    {"TrailingValues", "SELECT * { ?s :p ?o } LIMIT 1 VALUES (?o ?x) { (1 2) }",
     R"((slice 0 1
  (project (?s ?o ?x)
    (join
      (bgp (triple ?s <e:p> ?o))
      (values (?o ?x)
        (1 2))))))"},
    {"AllModifiers",
     "SELECT DISTINCT ?s (?o + 1 AS ?x) { ?s :p ?o } ORDER BY ?x LIMIT 2 OFFSET 1 VALUES ?s { :a }",
     R"((slice 1 2
  (distinct
    (project (?s ?x)
      (order-by (?x)
        (extend ?x (+ ?o 1)
          (join
            (bgp (triple ?s <e:p> ?o))
            (values (?s)
              (<e:a>)))))))))"},
    {"CountOfAll", "SELECT (COUNT(*) AS ?n) { ?s :p ?o }",
     R"((project (?n)
  (extend ?n ?.agg0
    (group () ((?.agg0 (count *)))
      (bgp (triple ?s <e:p> ?o))))))"},
    {"CountDistinct", "SELECT (COUNT(DISTINCT *) AS ?m) (COUNT(DISTINCT ?s) AS ?n) { ?s :p ?o }",
     R"((project (?m ?n)
  (extend ?n ?.agg1
    (extend ?m ?.agg0
      (group () ((?.agg0 (count distinct *)) (?.agg1 (count distinct ?s)))
        (bgp (triple ?s <e:p> ?o)))))))"},
    {"Aggregates",
     "SELECT (SUM(?o) AS ?a) (MIN(?o) AS ?b) (max(?o) AS ?c) (AVG(DISTINCT ?o + 1) AS ?d) "
     "(SAMPLE(?o) AS ?e) { ?s :p ?o }",
     R"((project (?a ?b ?c ?d ?e)
  (extend ?e ?.agg4
    (extend ?d ?.agg3
      (extend ?c ?.agg2
        (extend ?b ?.agg1
          (extend ?a ?.agg0
            (group () ((?.agg0 (sum ?o)) (?.agg1 (min ?o)) (?.agg2 (max ?o)) (?.agg3 (avg distinct (+ ?o 1))) (?.agg4 (sample ?o)))
              (bgp (triple ?s <e:p> ?o))))))))))"},
    {"GroupConcat",
     R"(SELECT (GROUP_CONCAT(?o) AS ?a) (GROUP_CONCAT(DISTINCT ?o; SEPARATOR=", ") AS ?b) { ?s :p ?o })",
     R"((project (?a ?b)
  (extend ?b ?.agg1
    (extend ?a ?.agg0
      (group () ((?.agg0 (group_concat (separator " ") ?o)) (?.agg1 (group_concat distinct (separator ", ") ?o)))
        (bgp (triple ?s <e:p> ?o)))))))"},
    {"AggregatesInExpressions", "SELECT (SUM(?o) / COUNT(*) AS ?a) { ?s :p ?o }",
     R"((project (?a)
  (extend ?a (/ ?.agg0 ?.agg1)
    (group () ((?.agg0 (sum ?o)) (?.agg1 (count *)))
      (bgp (triple ?s <e:p> ?o))))))"},
    {"GroupBy", "SELECT ?s (COUNT(*) AS ?n) { ?s :p ?o } GROUP BY ?s ?s",
     R"((project (?s ?n)
  (extend ?n ?.agg0
    (group (?s) ((?.agg0 (count *)))
      (bgp (triple ?s <e:p> ?o))))))"},
    {"GroupByWithoutAggregates", "SELECT ?s { ?s :p ?o } GROUP BY ?s",
     R"((project (?s)
  (group (?s) ()
    (bgp (triple ?s <e:p> ?o)))))"},
    {"GroupByExpressions",
     "SELECT ?k (COUNT(*) AS ?n) { ?s :p ?o } GROUP BY (?o + 1 AS ?k) STR(?s) :f(?s) (?o) (?o * 2)",
     R"((project (?k ?n)
  (extend ?n ?.agg0
    (group (?k ?.key1 ?.key2 ?o ?.key3) ((?.agg0 (count *)))
      (extend ?.key3 (* ?o 2)
        (extend ?.key2 (<e:f> ?s)
          (extend ?.key1 (str ?s)
            (extend ?k (+ ?o 1)
              (bgp (triple ?s <e:p> ?o))))))))))"},
    {"KeyInExpression", "SELECT (STR(?s) AS ?x) { ?s :p ?o } GROUP BY ?s",
     R"((project (?x)
  (extend ?x (str ?s)
    (group (?s) ()
      (bgp (triple ?s <e:p> ?o))))))"},
    {"EarlierColumnInExpression", "SELECT (COUNT(*) AS ?n) (?n + 1 AS ?m) { ?s :p ?o }",
     R"((project (?n ?m)
  (extend ?m (+ ?n 1)
    (extend ?n ?.agg0
      (group () ((?.agg0 (count *)))
        (bgp (triple ?s <e:p> ?o)))))))"},
    {"Having", "SELECT ?s { ?s :p ?o } GROUP BY ?s HAVING (COUNT(*) > 1) (SUM(?o) < 9)",
     R"((project (?s)
  (filter ((> ?.agg0 1) (< ?.agg1 9))
    (group (?s) ((?.agg0 (count *)) (?.agg1 (sum ?o)))
      (bgp (triple ?s <e:p> ?o))))))"},
    {"HavingWithoutGroups", "SELECT ?s { ?s :p ?o } HAVING (?o > 1)",
     R"((project (?s)
  (filter ((> ?o 1))
    (bgp (triple ?s <e:p> ?o)))))"},
    {"OrderByAggregates", "SELECT ?s { ?s :p ?o } GROUP BY ?s ORDER BY DESC(COUNT(*)) ?s",
     R"((project (?s)
  (order-by ((desc ?.agg0) ?s)
    (group (?s) ((?.agg0 (count *)))
      (bgp (triple ?s <e:p> ?o))))))"},
    {"SamplesOfWhatIsNotGrouped", "SELECT ?s { ?s :p ?o } GROUP BY ?s HAVING (?o > 1) ORDER BY ?o",
     R"((project (?s)
  (order-by (?.agg0)
    (filter ((> ?.agg0 1))
      (group (?s) ((?.agg0 (sample ?o)))
        (bgp (triple ?s <e:p> ?o)))))))"},
    {"ValuesAfterGroups", "SELECT ?s ?x (COUNT(*) AS ?n) { ?s :p ?o } GROUP BY ?s VALUES ?x { 1 }",
     R"((project (?s ?x ?n)
  (extend ?n ?.agg0
    (join
      (group (?s) ((?.agg0 (count *)))
        (bgp (triple ?s <e:p> ?o)))
      (values (?x)
        (1))))))"},
};

INSTANTIATE_TEST_SUITE_P(, SelectTest, testing::ValuesIn(kCases), tree_case_name);

}  // namespace
}  // namespace whence::sparql
