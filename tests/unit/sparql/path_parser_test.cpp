// Property paths (SPARQL 1.1 §9.1) and what they are translated to (§18.2.2.4), as trees.
#include <gtest/gtest.h>

#include "unit/sparql/tree_case.h"

namespace whence::sparql {
namespace {

class PathTest : public testing::TestWithParam<TreeCase> {};

TEST_P(PathTest, IsTranslated) { EXPECT_EQ(pattern_tree(GetParam().text), GetParam().tree); }

/// Links, their inverses and sequences of them are triples.
constexpr TreeCase kTriples[] = {
    {"Link", "{ ?s (:p) ?o }", "(bgp (triple ?s <e:p> ?o))"},
    {"Inverse", "{ ?s ^:p ?o }", "(bgp (triple ?o <e:p> ?s))"},
    {"InverseOfInverse", "{ ?s ^(^:p) ?o }", "(bgp (triple ?s <e:p> ?o))"},
    {"A", "{ ?s ^a ?o }", "(bgp (triple ?o <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ?s))"},
    {"Sequence", "{ ?s :p/:q/:r ?o }",
     R"((bgp
  (triple ?s <e:p> ?.path0)
  (triple ?.path0 <e:q> ?.path1)
  (triple ?.path1 <e:r> ?o)))"},
    {"SequencesInside", "{ ?s :p/(:q/:r) ?o }",
     R"((bgp
  (triple ?s <e:p> ?.path0)
  (triple ?.path0 <e:q> ?.path1)
  (triple ?.path1 <e:r> ?o)))"},
    {"SequenceWithInverse", "{ ?s ^:p/:q ?o }",
     R"((bgp
  (triple ?.path0 <e:p> ?s)
  (triple ?.path0 <e:q> ?o)))"},
    {"InverseOfASequence", "{ ?s ^(:p/:q) ?o }",
     R"((bgp
  (triple ?o <e:p> ?.path0)
  (triple ?.path0 <e:q> ?s)))"},
    {"EachObjectHasAPathOfItsOwn", "{ ?s :p/:q 1, 2 ; ^:r 3 }",
     R"((bgp
  (triple ?s <e:p> ?.path0)
  (triple ?.path0 <e:q> 1)
  (triple ?s <e:p> ?.path1)
  (triple ?.path1 <e:q> 2)
  (triple 3 <e:r> ?s)))"},
    {"InABlankNode", "{ [ :p/:q 1 ] ^:r ?o }",
     R"((bgp
  (triple ?.b0 <e:p> ?.path1)
  (triple ?.path1 <e:q> 1)
  (triple ?o <e:r> ?.b0)))"},
};

INSTANTIATE_TEST_SUITE_P(Triples, PathTest, testing::ValuesIn(kTriples), tree_case_name);

constexpr TreeCase kUnions[] = {
    {"Alternative", "{ ?s :p|^:q|:r ?o }",
     R"((union
  (bgp (triple ?s <e:p> ?o))
  (bgp (triple ?o <e:q> ?s))
  (bgp (triple ?s <e:r> ?o))))"},
    {"SequenceBindsTighter", "{ ?s :p/:q|:r ?o }",
     R"((union
  (bgp
    (triple ?s <e:p> ?.path0)
    (triple ?.path0 <e:q> ?o))
  (bgp (triple ?s <e:r> ?o))))"},
    {"InASequence", "{ ?s (:p|:q)/:r ?o }",
     R"((join
  (bgp (triple ?.path0 <e:r> ?o))
  (union
    (bgp (triple ?s <e:p> ?.path0))
    (bgp (triple ?s <e:q> ?.path0)))))"},
    {"InverseOfAnAlternative", "{ ?s ^(:p|:q*) ?o }",
     R"((union
  (bgp (triple ?o <e:p> ?s))
  (path ?o (zero-or-more <e:q>) ?s)))"},
};

INSTANTIATE_TEST_SUITE_P(Unions, PathTest, testing::ValuesIn(kUnions), tree_case_name);

constexpr TreeCase kPaths[] = {
    {"Many", "{ ?s :p* ?o }", "(path ?s (zero-or-more <e:p>) ?o)"},
    {"Some", "{ ?s :p+ ?o }", "(path ?s (one-or-more <e:p>) ?o)"},
    {"Maybe", "{ ?s :p? ?o }", "(path ?s (zero-or-one <e:p>) ?o)"},
    {"MaybeBeforeAVariable", "{ ?s :p?/:q ?o }",
     R"((join
  (bgp (triple ?.path0 <e:q> ?o))
  (path ?s (zero-or-one <e:p>) ?.path0)))"},
    {"InverseOfARepetition", "{ ?s ^:p+ ?o }", "(path ?o (one-or-more <e:p>) ?s)"},
    {"RepetitionOfAnInverse", "{ ?s (^:p)+ ?o }", "(path ?s (one-or-more (inverse <e:p>)) ?o)"},
    {"RepeatedSequence", "{ ?s (:p/^:q)* ?o }",
     "(path ?s (zero-or-more (sequence <e:p> (inverse <e:q>))) ?o)"},
    {"RepeatedAlternative", "{ ?s (:p|:q/:r)+ ?o }",
     "(path ?s (one-or-more (alternative <e:p> (sequence <e:q> <e:r>))) ?o)"},
    {"RepeatedManyIsMany", "{ ?s ((:p*)+)? ?o }", "(path ?s (zero-or-more <e:p>) ?o)"},
    {"SomeMaybesAreMany", "{ ?s (:p?)+ ?o }", "(path ?s (zero-or-more <e:p>) ?o)"},
    {"MaybeSomeIsMany", "{ ?s (:p+)? ?o }", "(path ?s (zero-or-more <e:p>) ?o)"},
    {"SomeOfSomeIsSome", "{ ?s (:p+)+ ?o }", "(path ?s (one-or-more <e:p>) ?o)"},
    {"PlusIsTheNumbers", "{ ?s :p +1 ; :p+ 1 ; :p+ +1 }",
     R"((join
  (join
    (bgp (triple ?s <e:p> +1))
    (path ?s (one-or-more <e:p>) 1))
  (path ?s (one-or-more <e:p>) +1)))"},
    {"NotOne", "{ ?s !:p ?o }", "(path ?s (not-in <e:p>) ?o)"},
    {"NotOneBackward", "{ ?s !^:p ?o }", "(path ?s (not-in (inverse <e:p>)) ?o)"},
    {"NoneOf", "{ ?s !(^:q|a|:p|^:r) ?o }",
     "(path ?s (not-in <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <e:p> (inverse <e:q>) "
     "(inverse <e:r>)) ?o)"},
    {"NoneOfNothing", "{ ?s !() ?o }", "(path ?s (not-in) ?o)"},
    {"InverseOfNoneOf", "{ ?s ^(!:p) ?o }", "(path ?o (not-in <e:p>) ?s)"},
    {"RepeatedNoneOf", "{ ?s (!:p)* ?o }", "(path ?s (zero-or-more (not-in <e:p>)) ?o)"},
    {"AmongTriples", "{ ?s :p _:b . _:b :q* ?o . ?o :r _:b FILTER(true) ?o :t 1 }",
     R"((filter (true)
  (join
    (bgp
      (triple ?s <e:p> ?._:b)
      (triple ?o <e:r> ?._:b)
      (triple ?o <e:t> 1))
    (path ?._:b (zero-or-more <e:q>) ?o))))"},
    {"InACollection", "{ ?s :p* ([ :q+ 1 ]) }",
     R"((join
  (join
    (bgp
      (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> ?.b1)
      (triple ?.b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>))
    (path ?.b1 (one-or-more <e:q>) 1))
  (path ?s (zero-or-more <e:p>) ?.b0)))"},
};

INSTANTIATE_TEST_SUITE_P(Paths, PathTest, testing::ValuesIn(kPaths), tree_case_name);

TEST(PathTest, KnowsItsPlace) {
  const Query query = parsed("ASK {\n  ?s ?p ?o ;\n     ^(:p*) ?o\n}");
  const auto& join = std::get<Join>(query.pattern.node);
  EXPECT_EQ(std::get<Path>(join.right->node).position, (Position{3, 6}));
}

TEST(NegatedPropertySetTest, GoesWhereItsPartsSay) {
  const auto set_of = [](const char* pattern) {
    const Query query = parsed(std::string("ASK ") + pattern);
    return std::get<NegatedPropertySet>(std::get<Path>(query.pattern.node).path.node);
  };
  EXPECT_TRUE(set_of("{ ?s !:p ?o }").goes_forward());
  EXPECT_FALSE(set_of("{ ?s !:p ?o }").goes_backward());
  EXPECT_FALSE(set_of("{ ?s !^:p ?o }").goes_forward());
  EXPECT_TRUE(set_of("{ ?s !^:p ?o }").goes_backward());
  EXPECT_TRUE(set_of("{ ?s !() ?o }").goes_forward());
  EXPECT_FALSE(set_of("{ ?s !() ?o }").goes_backward());
}

}  // namespace
}  // namespace whence::sparql
