// Prologue and forms of queries (SPARQL 1.1 §4.1.1, §16), as trees.
#include <gtest/gtest.h>

#include "unit/sparql/tree_case.h"

namespace whence::sparql {
namespace {

class QueryTest : public testing::TestWithParam<TreeCase> {};

TEST_P(QueryTest, IsTranslated) { EXPECT_EQ(query_tree(GetParam().text), GetParam().tree); }

constexpr TreeCase kCases[] = {
    {"Ask", "ASK { ?s :p ?o }",
     R"((ask
  (bgp (triple ?s <e:p> ?o))))"},
    {"AskWithWhereAndLimit", "ASK WHERE { ?s :p ?o } LIMIT 1",
     R"((ask
  (slice 0 1
    (bgp (triple ?s <e:p> ?o)))))"},
    {"AskOfGroups", "ASK { ?s :p ?o } GROUP BY ?s HAVING (COUNT(*) > 1)",
     R"((ask
  (filter ((> ?.agg0 1))
    (group (?s) ((?.agg0 (count *)))
      (bgp (triple ?s <e:p> ?o))))))"},
    {"Construct", "CONSTRUCT { ?s :q ?o . ?o a :T } WHERE { ?s :p ?o }",
     R"((construct
  (template
    (triple ?s <e:q> ?o)
    (triple ?o <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <e:T>))
  (bgp (triple ?s <e:p> ?o))))"},
    {"ConstructOfNothing", "CONSTRUCT {} { ?s :p ?o }",
     R"((construct
  (template)
  (bgp (triple ?s <e:p> ?o))))"},
    {"ConstructMakesBlankNodes",
     "CONSTRUCT { _:a :q [ :r ?o ] . [] :t (?s) } { _:a :p ?o . ?s :p _:a }",
     R"((construct
  (template
    (triple _:.0 <e:r> ?o)
    (triple _:a <e:q> _:.0)
    (triple _:.2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> ?s)
    (triple _:.2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>)
    (triple _:.1 <e:t> _:.2))
  (bgp
    (triple ?._:a <e:p> ?o)
    (triple ?s <e:p> ?._:a))))"},
    {"ConstructWithModifiers", "CONSTRUCT { ?s :q ?o } { ?s :p ?o } ORDER BY ?o LIMIT 3 OFFSET 1",
     R"((construct
  (template
    (triple ?s <e:q> ?o))
  (slice 1 3
    (order-by (?o)
      (bgp (triple ?s <e:p> ?o))))))"},
    {"ConstructWhere", "CONSTRUCT WHERE { ?s :p ?o . ?o :q _:a }",
     R"((construct
  (template
    (triple ?s <e:p> ?o)
    (triple ?o <e:q> _:a))
  (bgp
    (triple ?s <e:p> ?o)
    (triple ?o <e:q> ?._:a))))"},
    {"ConstructWhereWithLimit", "CONSTRUCT WHERE { ?s :p ?o } LIMIT 1",
     R"((construct
  (template
    (triple ?s <e:p> ?o))
  (slice 0 1
    (bgp (triple ?s <e:p> ?o)))))"},
    {"DescribeResources", "DESCRIBE :a <b> :a",
     R"((describe (<e:a> <http://b/b>)
  (project ()
    (bgp))))"},
    {"DescribeVariables", "DESCRIBE ?s :a ?x ?s { ?s :p ?o } ORDER BY ?o LIMIT 1",
     R"((describe (?s ?x <e:a>)
  (project (?s ?x)
    (slice 0 1
      (order-by (?o)
        (bgp (triple ?s <e:p> ?o)))))))"},
    {"DescribeStar", "DESCRIBE * FROM :g WHERE { ?s :p [] MINUS { ?x :q 1 } } VALUES ?v { 1 }",
     R"((describe (?s ?v)
  (dataset <e:g>)
  (project (?s ?v)
    (join
      (minus
        (bgp (triple ?s <e:p> ?.b0))
        (bgp (triple ?x <e:q> 1)))
      (values (?v)
        (1))))))"},
    {"DescribeStarOfNothing", "DESCRIBE *",
     R"((describe ()
  (project ()
    (bgp))))"},
    {"From", "SELECT ?s FROM :g FROM NAMED :h FROM <i> FROM NAMED <j> FROM :g { ?s :p ?o }",
     R"((select
  (dataset <e:g> <http://b/i> (named <e:h>) (named <http://b/j>))
  (project (?s)
    (bgp (triple ?s <e:p> ?o)))))"},
    {"FromNamedAlone", "ASK from named :h { GRAPH ?g {} }",
     R"((ask
  (dataset (named <e:h>))
  (graph ?g
    (bgp))))"},
    {"FromInConstruct", "CONSTRUCT FROM :g WHERE { ?s :p ?o }",
     R"((construct
  (template
    (triple ?s <e:p> ?o))
  (dataset <e:g>)
  (bgp (triple ?s <e:p> ?o))))"},
    {"Prefixes",
     "PREFIX ex: <http://example/> PREFIX ex: <http://example/2#> prefix x.y: <u:> ASK { ex:a :p "
     "x.y:b }",
     R"((ask
  (bgp (triple <http://example/2#a> <e:p> <u:b>))))"},
    {"Base",
     "BASE <http://a/b/c?q> BASE <d/> PREFIX r: <e#> ASK { <f> <../g> r:h . <> <#i> <u:v> }",
     R"((ask
  (bgp
    (triple <http://a/b/d/f> <http://a/b/g> <http://a/b/d/e#h>)
    (triple <http://a/b/d/> <http://a/b/d/#i> <u:v>))))"},
    {"BaseOfTheOptions", "ASK { <x> <?y> <//z/w> }",
     R"((ask
  (bgp (triple <http://b/x> <http://b/?y> <http://z/w>))))"},
    {"AbsoluteIrisStay", "ASK { <http://a/../b> <http://A/%7e> <urn:x:../y> }",
     R"((ask
  (bgp (triple <http://a/../b> <http://A/%7e> <urn:x:../y>))))"},
    {"Comments", "# one\nASK # two { \n{ ?s :p \"#\" . # three\r\n ?s :p <e:#four> }# five",
     R"((ask
  (bgp
    (triple ?s <e:p> "#")
    (triple ?s <e:p> <e:#four>))))"},
};

INSTANTIATE_TEST_SUITE_P(, QueryTest, testing::ValuesIn(kCases), tree_case_name);

}  // namespace
}  // namespace whence::sparql
