// FROM, FROM NAMED and the dataset of whoever sends the query (SPARQL 1.1 §13.2); DESCRIBE (§16.4).
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/database.h"
#include "rdf/error.h"

namespace whence {
namespace {

using testing::HasSubstr;

constexpr const char* kData = R"(
@prefix : <http://e/> .
:ada :name "Ada" ; :knows :bob ; :address [ :city [ :label "London" ; :in :england ] ] .
:bob :name "Bob" ; :knows :ada .
[] :about :ada ; :by [ :name "Carl" ] .
_:a :next _:b . _:b :next _:a . :ring :first _:a .
:g1 { :ada :age 36 . :bob :age 40 }
:g2 { :ada :age 36 . :eve :age 1 }
:g3 { :ada :age 37 }
)";

class DatasetTest : public testing::Test {
 protected:
  DatasetTest() {
    const std::string path = std::filesystem::path(testing::TempDir()) /
                             ("whence_dataset_" + std::to_string(getpid()) + ".trig");
    std::ofstream(path) << kData;
    database_.load({{.path = path, .syntax = {}, .base_iri = {}, .graph = {}}});
    std::filesystem::remove(path);
  }

  std::string answer(const std::string& query, const QueryOptions& options = {}) {
    Query prepared = database_.query("PREFIX : <http://e/> " + query, options);
    std::string text = prepared.to_string(prepared.is_graph() ? "ttl" : "csv");
    std::erase(text, '\r');
    return text;
  }
  /// How many triples a DESCRIBE has.
  std::size_t size_of(const std::string& query, const QueryOptions& options = {}) {
    const std::string text =
        database_.query("PREFIX : <http://e/> " + query, options).to_string("nt");
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
  }

  Database database_;
};

TEST_F(DatasetTest, FromMergesGraphs) {
  EXPECT_EQ(answer("SELECT ?s ?o FROM :g1 FROM :g2 { ?s :age ?o } ORDER BY ?s"),
            "s,o\nhttp://e/ada,36\nhttp://e/bob,40\nhttp://e/eve,1\n");
  EXPECT_EQ(answer("SELECT ?s ?o FROM :g3 { ?s :age ?o }"), "s,o\nhttp://e/ada,37\n");
  EXPECT_EQ(answer("SELECT ?s FROM :nowhere { ?s ?p ?o }"), "s\n");
}

TEST_F(DatasetTest, FromAloneHasNoNamedGraphs) {
  EXPECT_EQ(answer("SELECT ?g FROM :g3 { GRAPH ?g { ?s ?p ?o } }"), "g\n");
  EXPECT_EQ(answer("ASK FROM :g1 { GRAPH :g1 { ?s ?p ?o } }"), "false\n");
}

TEST_F(DatasetTest, FromNamedAloneHasAnEmptyDefaultGraph) {
  EXPECT_EQ(answer("SELECT ?g ?s FROM NAMED :g1 FROM NAMED :g3 { GRAPH ?g { ?s :age ?o } } "
                   "ORDER BY ?g ?s"),
            "g,s\nhttp://e/g1,http://e/ada\nhttp://e/g1,http://e/bob\nhttp://e/g3,http://e/ada\n");
  EXPECT_EQ(answer("ASK FROM NAMED :g1 { ?s ?p ?o }"), "false\n");
}

TEST_F(DatasetTest, TheSendersDatasetGoesBeforeTheQuerys) {
  QueryOptions options;
  options.default_graphs = {"http://e/g3"};
  EXPECT_EQ(answer("SELECT ?o FROM :g1 FROM NAMED :g1 { ?s :age ?o }", options), "o\n37\n");
  EXPECT_EQ(answer("ASK FROM NAMED :g1 { GRAPH ?g { ?s ?p ?o } }", options), "false\n");
  options.default_graphs = {};
  options.named_graphs = {"http://e/g2"};
  EXPECT_EQ(answer("SELECT ?s { GRAPH ?g { ?s :age 1 } }", options), "s\nhttp://e/eve\n");
  options.named_graphs = {"g2"};
  EXPECT_THROW(answer("ASK {}", options), Error);
}

TEST_F(DatasetTest, ExistsAndPathsSeeTheDataset) {
  EXPECT_EQ(answer("SELECT ?s FROM :g1 { ?s :age ?o FILTER EXISTS { ?s :age 36 } }"),
            "s\nhttp://e/ada\n");
  EXPECT_EQ(
      answer("SELECT ?s FROM :g1 { ?s :age ?o FILTER EXISTS { ?s :age ?a FILTER(?a < ?o) } }"),
      "s\n");
  EXPECT_EQ(answer("SELECT ?x FROM :g2 { :ada :age+ ?x }"), "x\n36\n");
}

TEST_F(DatasetTest, PathsOfNoLengthKnowTheNodesOfTheDataset) {
  for (const char* from : {"FROM :g2", "FROM :g2 FROM :nowhere", "FROM :g2 FROM :g2"}) {
    EXPECT_EQ(answer("SELECT ?x " + std::string(from) + " { ?x :age* ?x } ORDER BY ?x"),
              "x\nhttp://e/ada\nhttp://e/eve\n1\n36\n");
    EXPECT_EQ(answer("SELECT ?x " + std::string(from) + " { VALUES ?x { :eve :bob } ?x :age* ?x }"),
              "x\nhttp://e/eve\n");
  }
  EXPECT_EQ(answer("SELECT ?y FROM :g1 FROM :g3 { :ada :age* ?y } ORDER BY ?y"),
            "y\nhttp://e/ada\n36\n37\n");
  EXPECT_EQ(answer("SELECT ?y FROM :g1 { :eve :age? ?y }"), "y\nhttp://e/eve\n");
  EXPECT_EQ(answer("SELECT ?y FROM :nowhere { ?y :age? :eve }"), "y\nhttp://e/eve\n");
}

TEST_F(DatasetTest, AGraphOutsideTheDatasetHasNoPathOfNoLength) {
  const std::string where =
      " { VALUES (?g ?x) { (:g1 :eve) (:g2 :eve) } GRAPH ?g { ?x :age? :eve } }";
  EXPECT_EQ(answer("SELECT ?g FROM NAMED :g1" + where), "g\nhttp://e/g1\n");
  EXPECT_EQ(answer("SELECT ?g FROM :g2" + where), "g\n");
  EXPECT_EQ(answer("ASK FROM NAMED :g1 { GRAPH :g2 { :eve :age? :eve } }"), "false\n");
}

// A solution that is substituted makes terms of variables (§18.6), and a term is a node of each
// path of no length, whether the graph has it or not (§18.4).
TEST_F(DatasetTest, ExistsSubstitutesBeforeAPathOfNoLengthIsLookedFor) {
  const std::string rows = "VALUES ?x { :nobody :ada } ";
  const std::string both = "x\nhttp://e/nobody\nhttp://e/ada\n";
  for (const char* pattern :
       {"?x :knows* ?y", "?x :knows? ?x", "?y ^:knows* ?x", "?x (:name|:knows?) ?y",
        "?x (:knows*/:name?) ?x", "{ ?x :knows* ?y } UNION { ?x :none ?y }"}) {
    EXPECT_EQ(answer("SELECT ?x { " + rows + "FILTER EXISTS { " + pattern + " } }"), both)
        << pattern;
    EXPECT_EQ(answer("SELECT ?x { " + rows + "FILTER NOT EXISTS { " + pattern + " } }"), "x\n")
        << pattern;
    EXPECT_EQ(answer("SELECT ?x { " + rows + "BIND(EXISTS { " + pattern + " } AS ?e) FILTER(?e) }"),
              both)
        << pattern;
  }
  EXPECT_EQ(answer("SELECT ?x { " + rows + "FILTER EXISTS { ?x :knows*/:name ?y } }"),
            "x\nhttp://e/ada\n");
  EXPECT_EQ(answer("SELECT ?x { " + rows + "FILTER EXISTS { GRAPH :g1 { ?x :age* ?y } } }"), both);
  EXPECT_EQ(answer("SELECT ?x { " + rows + "FILTER EXISTS { GRAPH :none { ?x :age* ?y } } }"),
            "x\n");
  EXPECT_EQ(answer("SELECT ?x FROM :g3 { " + rows + "FILTER EXISTS { ?x :age* ?y } }"), both);
}

TEST_F(DatasetTest, ACopiedDatasetCountsAsMemory) {
  QueryOptions options;
  options.memory_max = 100;
  EXPECT_THROW(answer("ASK FROM :g1 FROM :g2 { ?s ?p ?o }", options), Error);
  EXPECT_EQ(answer("ASK FROM :g1 { ?s ?p ?o }", options), "true\n");
}

TEST_F(DatasetTest, DescribeFollowsBlankNodes) {
  // Name, knows, address; city; label, in. Not what is said of :bob and :england.
  EXPECT_EQ(size_of("DESCRIBE :ada"), 6U);
  const std::string text = answer("DESCRIBE :ada");
  EXPECT_THAT(text, HasSubstr("London"));
  EXPECT_THAT(text, testing::Not(HasSubstr("Bob")));
  EXPECT_EQ(size_of("DESCRIBE :ring"), 3U);
  EXPECT_EQ(size_of("DESCRIBE :nobody"), 0U);
}

TEST_F(DatasetTest, DescribeBothWays) {
  QueryOptions options;
  options.description = exec::DescriptionKind::kSymmetric;
  // And :bob :knows; _:x :about, :by; "Carl".
  EXPECT_EQ(size_of("DESCRIBE :ada", options), 10U);
  EXPECT_THAT(database_.query("DESCRIBE <http://e/ada>", options).to_string("nt"),
              HasSubstr("Carl"));
}

TEST_F(DatasetTest, DescribeWhatTheVariablesAreBoundTo) {
  EXPECT_EQ(size_of("DESCRIBE ?x WHERE { ?x :name \"Bob\" }"), 2U);
  EXPECT_EQ(size_of("DESCRIBE ?x :bob WHERE { ?x :name \"Ada\" }"), 8U);
  EXPECT_EQ(size_of("DESCRIBE * WHERE { :bob :knows ?x . ?x :name ?n }"), 6U);
  EXPECT_EQ(size_of("DESCRIBE ?x WHERE { ?x :knows ?y } ORDER BY ?x LIMIT 1"), 6U);
  EXPECT_EQ(size_of("DESCRIBE :bob WHERE { ?x :nothing ?y }"), 2U);
  EXPECT_EQ(size_of("DESCRIBE ?b WHERE { ?b :label \"London\" }"), 2U);
}

TEST_F(DatasetTest, DescribeLooksAtTheDefaultGraphOfItsDataset) {
  EXPECT_EQ(size_of("DESCRIBE :eve"), 0U);
  EXPECT_EQ(size_of("DESCRIBE :ada FROM :g1 FROM :g3"), 2U);
}

TEST_F(DatasetTest, DescribeKeepsToItsLimit) {
  QueryOptions options;
  options.description_triples_max = 6;
  EXPECT_EQ(size_of("DESCRIBE :ada", options), 6U);
  options.description_triples_max = 5;
  try {
    (void)size_of("DESCRIBE :ada", options);
    FAIL() << "six triples with a limit of five";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kLimit);
    EXPECT_THAT(error.what(), HasSubstr("5 triples"));
  }
}

}  // namespace
}  // namespace whence
