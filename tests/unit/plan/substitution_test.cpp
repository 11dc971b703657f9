// substitute(pattern, μ), with μ = { ?x -> <a>, ?v -> 1 }, as printed trees.
#include "plan/substitution.h"

#include <gtest/gtest.h>

#include "rdf/vocabulary.h"
#include "sparql/parser.h"
#include "sparql/printer.h"

namespace whence::plan {
namespace {

/// The pattern of the EXISTS, printed on one line: variables that stand for it are compared alike.
std::string substituted(const std::string& pattern) {
  const sparql::Query query =
      sparql::parse_query("PREFIX : <http://e/> ASK { FILTER EXISTS { " + pattern + " } }");
  const auto& filter = std::get<sparql::Filter>(query.pattern.node);
  const auto& exists = std::get<sparql::Exists>(filter.conditions.front().node);
  const Bindings bindings{{{"x"}, rdf::Term::iri("http://e/a")},
                          {{"v"}, rdf::Term(rdf::TermView::literal("1", rdf::xsd::kInteger))}};
  return sparql::to_string(
      sparql::Expression{sparql::Exists{substitute(*exists.pattern, bindings), false, {}}});
}

std::string printed(const std::string& pattern) {
  const sparql::Query query =
      sparql::parse_query("PREFIX : <http://e/> ASK { FILTER EXISTS { " + pattern + " } }");
  return sparql::to_string(std::get<sparql::Filter>(query.pattern.node).conditions.front());
}

TEST(SubstitutionTest, IsThePatternThatOneWouldHaveWritten) {
  const struct {
    const char* pattern;
    const char* expected;
  } cases[] = {
      {"?x :p ?y", ":a :p ?y"},
      {"?y ?x ?v", "?y :a 1"},
      {"?x :p* ?v", ":a :p* 1"},
      {"GRAPH ?x { ?y :p ?v }", "GRAPH :a { ?y :p 1 }"},
      {"?y :p ?z FILTER(?z > ?v && BOUND(?x))", "?y :p ?z FILTER(?z > 1 && BOUND(?q))"},
      {"{ ?x :p ?y } UNION { ?v :p ?y }", "{ :a :p ?y } UNION { 1 :p ?y }"},
      {"?y :p ?z OPTIONAL { ?y :q ?x FILTER(?v < ?z) }",
       "?y :p ?z OPTIONAL { ?y :q :a FILTER(1 < ?z) }"},
      {"?y :p ?x MINUS { ?x :q ?y }", "?y :p :a MINUS { :a :q ?y }"},
      {"?y :p ?z FILTER NOT EXISTS { ?x :q ?z }", "?y :p ?z FILTER NOT EXISTS { :a :q ?z }"},
      {"?y :p ?z BIND(?z + ?v AS ?w)", "?y :p ?z BIND(?z + 1 AS ?w)"},
      {"VALUES (?x ?y) { (:a 1) (:b 2) (UNDEF 3) }", "VALUES ?y { 1 3 }"},
      {"SELECT ?y { ?y :p ?v }", "SELECT ?y { ?y :p ?v }"},
      {"SELECT ?y ?v { ?y :p ?v }", "SELECT ?y { ?y :p 1 }"},
      {"SELECT ?x ?y { ?y :p ?x } ORDER BY STR(?x) LIMIT 2",
       "SELECT ?y { ?y :p :a } ORDER BY STR(:a) LIMIT 2"},
  };
  for (const auto& [pattern, expected] : cases) {
    std::string wanted = printed(expected);
    // BOUND takes a variable alone: what it becomes cannot be written.
    if (const auto at = wanted.find("?q"); at != std::string::npos) {
      wanted.replace(at, 2, "<http://e/a>");
    }
    EXPECT_EQ(substituted(pattern), wanted) << pattern;
  }
}

TEST(SubstitutionTest, ABindToABoundVariableHasToAgree) {
  EXPECT_NE(substituted("BIND(1 AS ?x)").find("(sameterm ?.bound-x <http://e/a>)"),
            std::string::npos);
}

TEST(SubstitutionTest, AKeyOfAGroupStaysOne) {
  const std::string text = substituted("SELECT ?x (COUNT(*) AS ?n) { ?x :p ?y } GROUP BY ?x");
  EXPECT_NE(text.find("(group (?x)"), std::string::npos) << text;
  EXPECT_NE(text.find("(extend ?x <http://e/a>"), std::string::npos) << text;
}

}  // namespace
}  // namespace whence::plan
