// Triples and their abbreviations (SPARQL 1.1 §4.2), as trees.
#include <gtest/gtest.h>

#include "unit/sparql/tree_case.h"

namespace whence::sparql {
namespace {

class TriplesTest : public testing::TestWithParam<TreeCase> {};

TEST_P(TriplesTest, IsTranslated) { EXPECT_EQ(pattern_tree(GetParam().text), GetParam().tree); }

constexpr TreeCase kCases[] = {
    {"SeveralTriples", "{ ?s :p ?o . ?o :q :x . }",
     R"((bgp
  (triple ?s <e:p> ?o)
  (triple ?o <e:q> <e:x>)))"},
    {"PredicateLists", "{ ?s :p 1 ; :q 2 ; }",
     R"((bgp
  (triple ?s <e:p> 1)
  (triple ?s <e:q> 2)))"},
    {"RepeatedSemicolons", "{ ?s :p 1 ;; :q 2 ;;; }",
     R"((bgp
  (triple ?s <e:p> 1)
  (triple ?s <e:q> 2)))"},
    {"ObjectLists", R"({ ?s :p 1, "a", :x })",
     R"((bgp
  (triple ?s <e:p> 1)
  (triple ?s <e:p> "a")
  (triple ?s <e:p> <e:x>)))"},
    {"A", "{ ?s a :T }",
     "(bgp (triple ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <e:T>))"},
    {"VariablePredicate", R"({ :s ?p "o" })", R"((bgp (triple <e:s> ?p "o")))"},
    {"EmptyBlankNode", "{ [] :p [ ] }", "(bgp (triple ?.b0 <e:p> ?.b1))"},
    {"BlankNodePropertyList", "{ ?s :p [ :q 1 ; :r 2 ] }",
     R"((bgp
  (triple ?.b0 <e:q> 1)
  (triple ?.b0 <e:r> 2)
  (triple ?s <e:p> ?.b0)))"},
    {"BlankNodeSubject", "{ [ :q 1 ] :p 2 }",
     R"((bgp
  (triple ?.b0 <e:q> 1)
  (triple ?.b0 <e:p> 2)))"},
    {"BlankNodeAlone", "{ [ :q 1 ] . [ :r 2 ] }",
     R"((bgp
  (triple ?.b0 <e:q> 1)
  (triple ?.b1 <e:r> 2)))"},
    {"BlankNodesInside", "{ [ :p [ :q [] ] ] }",
     R"((bgp
  (triple ?.b1 <e:q> ?.b2)
  (triple ?.b0 <e:p> ?.b1)))"},
    {"LabelInOneBgp", "{ _:a :p _:b . FILTER(true) _:b :q _:a }",
     R"((filter (true)
  (bgp
    (triple ?._:a <e:p> ?._:b)
    (triple ?._:b <e:q> ?._:a))))"},
    {"Collection", "{ ?s :p (1 ?x) }",
     R"((bgp
  (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1)
  (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> ?.b1)
  (triple ?.b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> ?x)
  (triple ?.b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>)
  (triple ?s <e:p> ?.b0)))"},
    {"CollectionSubject", "{ (1) :p 2 }",
     R"((bgp
  (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1)
  (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>)
  (triple ?.b0 <e:p> 2)))"},
    {"CollectionAlone", "{ ([]) }",
     R"((bgp
  (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> ?.b1)
  (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>)))"},
    {"EmptyCollection", "{ () :p () }",
     "(bgp (triple <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> <e:p> "
     "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>))"},
    {"CollectionsInside", "{ ?s :p (() (1)) }",
     R"((bgp
  (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>)
  (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> ?.b1)
  (triple ?.b2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1)
  (triple ?.b2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>)
  (triple ?.b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> ?.b2)
  (triple ?.b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>)
  (triple ?s <e:p> ?.b0)))"},
    {"Integers", "{ ?s :p 1, -2, +3, 007 }",
     R"((bgp
  (triple ?s <e:p> 1)
  (triple ?s <e:p> -2)
  (triple ?s <e:p> +3)
  (triple ?s <e:p> 007)))"},
    {"Decimals", "{ ?s :p 1.5, -.5, +0.0 }",
     R"((bgp
  (triple ?s <e:p> 1.5)
  (triple ?s <e:p> -.5)
  (triple ?s <e:p> +0.0)))"},
    {"Doubles", "{ ?s :p 1e6, -1.5E-3, .5e+1, 1.e0 }",
     R"((bgp
  (triple ?s <e:p> "1e6"^^<http://www.w3.org/2001/XMLSchema#double>)
  (triple ?s <e:p> "-1.5E-3"^^<http://www.w3.org/2001/XMLSchema#double>)
  (triple ?s <e:p> ".5e+1"^^<http://www.w3.org/2001/XMLSchema#double>)
  (triple ?s <e:p> "1.e0"^^<http://www.w3.org/2001/XMLSchema#double>)))"},
    {"NumberAtTheEnd", "{ ?s :p 5. ?s :q 5.}",
     R"((bgp
  (triple ?s <e:p> 5)
  (triple ?s <e:q> 5)))"},
    {"SignIsNoPath", "{ ?s :p +5 ; :q -5 }",
     R"((bgp
  (triple ?s <e:p> +5)
  (triple ?s <e:q> -5)))"},
    {"Booleans", "{ ?s :p true, FALSE }",
     R"((bgp
  (triple ?s <e:p> true)
  (triple ?s <e:p> false)))"},
    {"LanguageTags", R"({ ?s :p "a"@en, "b"@de-CH-1901 })",
     R"((bgp
  (triple ?s <e:p> "a"@en)
  (triple ?s <e:p> "b"@de-CH-1901)))"},
    {"Datatypes", R"({ ?s :p "1"^^:t, "x"^^<http://www.w3.org/2001/XMLSchema#string> })",
     R"((bgp
  (triple ?s <e:p> "1"^^<e:t>)
  (triple ?s <e:p> "x")))"},
    {"LongStrings", R"({ ?s :p """a"b""c
d""", '''it's''', "", """""" })",
     R"((bgp
  (triple ?s <e:p> "a\"b\"\"c\nd")
  (triple ?s <e:p> "it's")
  (triple ?s <e:p> "")
  (triple ?s <e:p> "")))"},
    {"StringEscapes", R"({ ?s :p "a\tb\n\"\\u0041\'" })",
     R"((bgp (triple ?s <e:p> "a\tb\n\"\\u0041'")))"},
    {"CodePointEscapes", R"({ ?\u0073 :p "\u00E4\U0001F600", <e:\u00e9> })",
     R"((bgp
  (triple ?s <e:p> "ä😀")
  (triple ?s <e:p> <e:é>)))"},
    {"LocalNames", R"({ :a.b :c-d :e\,f . :%41 :1 :g:h . : :x\-y :_ })",
     R"((bgp
  (triple <e:a.b> <e:c-d> <e:e,f>)
  (triple <e:%41> <e:1> <e:g:h>)
  (triple <e:> <e:x-y> <e:_>)))"},
    {"LiteralSubject", R"({ "x" :p 1 })", R"((bgp (triple "x" <e:p> 1)))"},
};

INSTANTIATE_TEST_SUITE_P(, TriplesTest, testing::ValuesIn(kCases), tree_case_name);

}  // namespace
}  // namespace whence::sparql
