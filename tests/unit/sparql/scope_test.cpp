// Which variables are in scope (SPARQL 1.1 §18.2.1) and which are mentioned.
#include "sparql/scope.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "unit/sparql/tree_case.h"

namespace whence::sparql {
namespace {

std::string names_of(const std::vector<Variable>& variables) {
  std::string names;
  for (const Variable& variable : variables) {
    names += (names.empty() ? "" : " ") + to_string(variable);
  }
  return names;
}

class ScopeTest : public testing::TestWithParam<TreeCase> {};

TEST_P(ScopeTest, IsInTheOrderOfAppearance) {
  const Query query = parsed(std::string("ASK ") + GetParam().text);
  const std::vector<Variable> found = in_scope_variables(query.pattern);
  EXPECT_EQ(names_of(found), GetParam().tree);
  for (const Variable& variable : found) {
    EXPECT_TRUE(is_in_scope(query.pattern, variable)) << variable.name;
  }
  EXPECT_FALSE(is_in_scope(query.pattern, {"hidden"}));
}

constexpr TreeCase kCases[] = {
    {"Nothing", "{}", ""},
    {"Triples", "{ ?s ?p ?o . ?o :q ?s . _:b :q [] }", "?s ?p ?o ?._:b ?.b0"},
    {"Joins", "{ ?a :p 1 { ?b :p 2 } OPTIONAL { ?c :p 3 FILTER(?hidden) } }", "?a ?b ?c"},
    {"Paths", "{ ?a :p*/:q+ ?b }", "?a ?.path0 ?b"},
    {"MinusHides", "{ ?a :p 1 MINUS { ?hidden :q ?a } }", "?a"},
    {"Services", "{ SERVICE ?e { ?a :p 1 FILTER(?hidden) } }", "?e ?a"},
    {"ExistsHides", "{ ?a :p 1 FILTER EXISTS { ?a :q ?hidden } }", "?a"},
    {"Unions", "{ { ?a :p 1 } UNION { ?b :p 2 } }", "?a ?b"},
    {"Graphs", "{ GRAPH ?g { ?a :p 1 } GRAPH :g { ?b :p 2 } }", "?g ?a ?b"},
    {"Filters", "{ ?a :p 1 FILTER(?hidden > 1) }", "?a"},
    {"Bind", "{ ?a :p 1 BIND(?hidden + 1 AS ?b) }", "?a ?b"},
    {"Values", "{ VALUES (?a ?b) {} }", "?a ?b"},
    {"Subquery", "{ SELECT ?b (1 AS ?c) { ?hidden :p ?b } ORDER BY ?hidden LIMIT 1 }", "?b ?c"},
    {"Groups", "{ ?a :p ?hidden } GROUP BY ?a HAVING(COUNT(*) > 1)", "?a ?.agg0"},
};

INSTANTIATE_TEST_SUITE_P(, ScopeTest, testing::ValuesIn(kCases), tree_case_name);

TEST(MentionedVariablesTest, AreNamedOnce) {
  const Query query = parsed("ASK { FILTER(?a + ?b > ?a && :f(?c, 1) IN (?b, ?d)) }");
  const auto& filter = std::get<Filter>(query.pattern.node);
  EXPECT_EQ(names_of(mentioned_variables(filter.conditions.front())), "?a ?b ?c ?d");
}

/// A solution is substituted into the whole pattern (§18.6), its filters among it.
TEST(MentionedVariablesTest, OfExistsAreThoseOfItsPattern) {
  const Query query = parsed(
      "ASK { ?a :p 1 FILTER(?b) OPTIONAL { ?a :q 2 FILTER(?c) } BIND(?d AS ?e) "
      "{ SELECT ?f { ?g :p ?h } GROUP BY ?f ORDER BY SUM(?i) } }");
  const Expression exists{Exists{query.pattern, true, {}}};
  EXPECT_EQ(names_of(mentioned_variables(exists)), "?a ?e ?f ?c ?d ?.agg0 ?g ?h ?i ?b");
  const std::string text = to_string(exists);
  EXPECT_TRUE(text.starts_with("(not-exists (filter (?b) (join (extend ?e ?d (left-join ?c ("))
      << text;
  EXPECT_EQ(text.find('\n'), std::string::npos);
}

TEST(MentionedVariablesTest, OfMinusServiceAndPathsAreAllOfThem) {
  const Query query =
      parsed("ASK { FILTER EXISTS { ?a :p* ?b MINUS { ?c :p ?a } SERVICE ?e { ?d :p 1 } } }");
  const auto& filter = std::get<Filter>(query.pattern.node);
  EXPECT_EQ(names_of(mentioned_variables(filter.conditions.front())), "?a ?b ?e ?d ?c");
}

TEST(OwnVariablesTest, AreNotThoseOfExists) {
  const Query query = parsed("ASK { FILTER(?a && !(EXISTS { ?b :p ?c } || ?d)) }");
  const auto& filter = std::get<Filter>(query.pattern.node);
  EXPECT_EQ(names_of(own_variables(filter.conditions.front())), "?a ?d");
}

}  // namespace
}  // namespace whence::sparql
