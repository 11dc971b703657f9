// SERVICE (SPARQL 1.1 Federated Query §2): its tree, and the text for its endpoint.
#include <gtest/gtest.h>

#include "unit/sparql/tree_case.h"

namespace whence::sparql {
namespace {

class ServiceTest : public testing::TestWithParam<TreeCase> {};

TEST_P(ServiceTest, IsTranslated) { EXPECT_EQ(pattern_tree(GetParam().text), GetParam().tree); }

constexpr TreeCase kTrees[] = {
    {"Iri", "{ SERVICE :s { ?s :p ?o } }",
     R"((service <e:s>
  (bgp (triple ?s <e:p> ?o))))"},
    {"VariableAndSilent", "{ ?s :at ?e SERVICE SILENT ?e { ?s :p ?o FILTER(?o) } ?o :q 1 }",
     R"((join
  (join
    (bgp (triple ?s <e:at> ?e))
    (service silent ?e
      (filter (?o)
        (bgp (triple ?s <e:p> ?o)))))
  (bgp (triple ?o <e:q> 1))))"},
    {"InsideAnother", "{ SERVICE :s { SERVICE :t {} } }",
     R"((service <e:s>
  (service <e:t>
    (bgp))))"},
};

INSTANTIATE_TEST_SUITE_P(, ServiceTest, testing::ValuesIn(kTrees), tree_case_name);

/// The text of the outermost SERVICE, which is all of the pattern.
std::string service_text(std::string_view group) {
  const Query query = parsed(std::string("ASK { SERVICE :s ").append(group).append(" }"));
  return std::get<Service>(query.pattern.node).pattern_text;
}

class ServiceTextTest : public testing::TestWithParam<TreeCase> {};

TEST_P(ServiceTextTest, StandsAlone) {
  const std::string text = service_text(GetParam().text);
  EXPECT_EQ(text, GetParam().tree);
  EXPECT_EQ(to_string(parse_query("ASK " + text).pattern), pattern_tree(GetParam().text))
      << "without a prologue it is another pattern";
}

constexpr TreeCase kTexts[] = {
    {"Empty", "{}", "{ }"},
    {"NamesInFull", "{ :a a :T ; <x> ?y, $z }", "{ <e:a> a <e:T> ; <http://b/x> ?y , ?z }"},
    {"Literals", R"({ ?s :p "a\"\n", 'b'@en, """c"""^^:t, 1, -2, +.5, 1e6, TRUE })",
     R"({ ?s <e:p> "a\"\n" , "b" @en , "c" ^^ <e:t> , 1 , -2 , +.5 , 1e6 , TRUE })"},
    {"BlankNodes", "{ _:a :p [], (1 _:b) }", "{ _:a <e:p> [ ] , ( 1 _:b ) }"},
    {"Comments", "{ # one\n ?s :p ?o # } two\n}", "{ ?s <e:p> ?o }"},
    {"Escapes", R"({ ?s :a\-b "\u00E4\t" })", "{ ?s <e:a-b> \"ä\\t\" }"},
    {"Signs", "{ FILTER(?a -1 + -?b - 2 <?c) }", "{ FILTER ( ?a -1 + -?b - 2 < ?c ) }"},
    {"Paths", "{ ?s :p+/^:q? ?o ; :r +5 }", "{ ?s <e:p> +/ ^ <e:q> ? ?o ; <e:r> +5 }"},
    {"Calls", "{ BIND(:f(?x, 1) AS ?y) FILTER(regex(?x, 'a') && ?x NOT IN (:a)) }",
     "{ BIND ( <e:f> ( ?x , 1 ) AS ?y ) FILTER ( regex ( ?x , \"a\" ) && ?x NOT IN ( <e:a> ) ) }"},
    {"Subquery", "{ SELECT (MAX(?x) AS ?y) { ?s :p ?x } GROUP BY ?s }",
     "{ SELECT ( MAX ( ?x ) AS ?y ) { ?s <e:p> ?x } GROUP BY ?s }"},
    {"Values", "{ VALUES (?x ?y) { (UNDEF :a) } }", "{ VALUES ( ?x ?y ) { ( UNDEF <e:a> ) } }"},
};

INSTANTIATE_TEST_SUITE_P(, ServiceTextTest, testing::ValuesIn(kTexts), tree_case_name);

}  // namespace
}  // namespace whence::sparql
