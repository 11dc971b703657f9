#include "plan/passes/push_filters.h"

#include <gtest/gtest.h>

#include "sparql/parser.h"
#include "sparql/printer.h"

namespace whence::plan {
namespace {

struct PushCase {
  const char* name;
  const char* pattern;
  const char* expected;  ///< Below the projection.
};

void PrintTo(const PushCase& sample, std::ostream* out) { *out << sample.pattern; }

class PushFiltersTest : public testing::TestWithParam<PushCase> {};

TEST_P(PushFiltersTest, MovesConditions) {
  const sparql::Query query = sparql::parse_query(std::string("PREFIX : <http://e/> SELECT ?x { ") +
                                                  GetParam().pattern + " }");
  const sparql::Algebra pushed = push_filters(query.pattern);
  const auto& project = std::get<sparql::Project>(pushed.node);
  EXPECT_EQ(sparql::to_string(*project.child), GetParam().expected);
}

const PushCase kCases[] = {
    {"IntoTheLeftOfAnOptional", "?x :p ?y OPTIONAL { ?x :q ?z } FILTER(?y = 1)",
     R"((left-join
  (filter ((= ?y 1))
    (bgp (triple ?x <http://e/p> ?y)))
  (bgp (triple ?x <http://e/q> ?z))))"},
    {"NotIntoTheRightOfAnOptional", "?x :p ?y OPTIONAL { ?x :q ?z } FILTER(?z = 1)",
     R"((filter ((= ?z 1))
  (left-join
    (bgp (triple ?x <http://e/p> ?y))
    (bgp (triple ?x <http://e/q> ?z)))))"},
    {"IntoEachBranchOfAUnion", "{ ?x :p ?y } UNION { ?x :q ?z } FILTER(?y = 1)",
     R"((union
  (filter ((= ?y 1))
    (bgp (triple ?x <http://e/p> ?y)))
  (filter ((= ?y 1))
    (bgp (triple ?x <http://e/q> ?z)))))"},
    {"NotPastTheBindOfItsVariable", "?x :p ?y BIND(?y + 1 AS ?z) FILTER(?z = 2)",
     R"((filter ((= ?z 2))
  (extend ?z (+ ?y 1)
    (bgp (triple ?x <http://e/p> ?y)))))"},
    {"PastTheBindOfAnother", "?x :p ?y BIND(?y + 1 AS ?z) FILTER(?y = 2)",
     R"((extend ?z (+ ?y 1)
  (filter ((= ?y 2))
    (bgp (triple ?x <http://e/p> ?y)))))"},
    {"NotIntoAGraphThatDoesNotBindIt", "GRAPH ?g { ?x :p ?y } FILTER(?g = :a)",
     R"((filter ((= ?g <http://e/a>))
  (graph ?g
    (bgp (triple ?x <http://e/p> ?y)))))"},
    {"NotWhatHasAnotherValueEachTime", "?x :p ?y BIND(1 AS ?z) FILTER(RAND() < ?y)",
     R"((filter ((< (rand) ?y))
  (extend ?z 1
    (bgp (triple ?x <http://e/p> ?y)))))"},
    {"NotIntoValuesWithUndef", "{ VALUES ?y { 1 UNDEF } } { ?x :p ?z } FILTER(?y = 1)",
     R"((filter ((= ?y 1))
  (join
    (values (?y)
      (1)
      (undef))
    (bgp (triple ?x <http://e/p> ?z)))))"},
};

INSTANTIATE_TEST_SUITE_P(Patterns, PushFiltersTest, testing::ValuesIn(kCases),
                         [](const auto& sample) { return sample.param.name; });

}  // namespace
}  // namespace whence::plan
