// The door of the engine, as an embedder uses it.
#include "engine/database.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"

namespace whence {
namespace {

using testing::HasSubstr;

class DatabaseTest : public testing::Test {
 protected:
  DatabaseTest()
      : folder_(std::filesystem::path(testing::TempDir()) /
                ("whence_database_" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~DatabaseTest() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& text) {
    const std::string path = folder_ / name;
    std::ofstream(path) << text;
    return path;
  }
  static InputFile input(const std::string& path) {
    return {.path = path, .syntax = {}, .base_iri = "http://e/", .graph = {}};
  }
  static std::string csv(const Database& database, const std::string& query) {
    return database.query("PREFIX : <http://e/> " + query).to_string("csv");
  }

  std::filesystem::path folder_;
};

ErrorCode code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.code();
  }
  ADD_FAILURE() << "no error";
  return ErrorCode::kInternal;
}

TEST_F(DatabaseTest, LoadsAndAnswers) {
  Database database;
  const LoadReport report = database.load({input(file("a.ttl", "<a> <p> 1, 2 . <b> <p> 3 ."))});
  EXPECT_EQ(report.quads_before, 0U);
  EXPECT_EQ(report.quads_after, 3U);
  EXPECT_EQ(csv(database, "SELECT ?s (SUM(?o) AS ?sum) { ?s :p ?o } GROUP BY ?s ORDER BY ?s"),
            "s,sum\r\nhttp://e/a,3\r\nhttp://e/b,3\r\n");
}

TEST_F(DatabaseTest, TheDefaultGraphIsNotTheUnionOfTheOthers) {
  Database database;
  database.load({input(file("a.trig", "<a> <p> 1 . <g> { <b> <p> 2 }"))});
  EXPECT_EQ(csv(database, "SELECT ?o { ?s :p ?o }"), "o\r\n1\r\n");
  EXPECT_EQ(csv(database, "SELECT ?g ?o { GRAPH ?g { ?s :p ?o } }"), "g,o\r\nhttp://e/g,2\r\n");
}

TEST_F(DatabaseTest, AFileWithAnErrorChangesNothing) {
  Database database;
  database.load({input(file("a.ttl", "<a> <p> 1 ."))});
  const auto good = input(file("b.ttl", "<a> <p> 2 ."));
  const auto bad = input(file("c.ttl", "<a> <p> ."));
  EXPECT_EQ(code_of([&] { database.load({good, bad}); }), ErrorCode::kBadData);
  EXPECT_EQ(csv(database, "SELECT ?o { ?s :p ?o }"), "o\r\n1\r\n");
}

TEST_F(DatabaseTest, AQueryKeepsTheSnapshotThatItWasPlannedOn) {
  Database database;
  database.load({input(file("a.ttl", "<a> <p> 1 ."))});
  Query query = database.query("SELECT ?o { ?s <http://e/p> ?o }");
  database.load({input(file("b.ttl", "<a> <p> 2 ."))});
  EXPECT_EQ(query.to_string("csv"), "o\r\n1\r\n");
}

TEST_F(DatabaseTest, AskAndConstruct) {
  Database database;
  database.load({input(file("a.ttl", "<a> <p> <b> ."))});
  EXPECT_THAT(database.query("ASK { ?s ?p ?o }").to_string("json"), HasSubstr("true"));
  Query construct =
      database.query("CONSTRUCT { ?o <http://e/of> ?s . ?s ?unbound ?o } WHERE { ?s ?p ?o }");
  EXPECT_TRUE(construct.is_graph());
  EXPECT_EQ(construct.to_string("nt"), "<http://e/b> <http://e/of> <http://e/a> .\n");
}

/// The first column of each row, and the object of each triple.
struct Terms final : results::ResultSink, io::QuadSink {
  void begin(const std::vector<std::string>& variables) override { found = variables; }
  void row(std::span<const std::optional<rdf::TermView>> cells) override {
    found.push_back(rdf::to_ntriples(cells[0].value()));
  }
  void boolean(bool value) override { found.emplace_back(value ? "true" : "false"); }
  void quad(const rdf::QuadView& quad) override { found.push_back(rdf::to_ntriples(quad.object)); }

  std::vector<std::string> found;
};

TEST_F(DatabaseTest, AnswersAsTerms) {
  Database database;
  database.load({input(file("a.ttl", "<a> <p> <b>, <c> ."))});
  Terms rows;
  EXPECT_TRUE(database.query("SELECT ?o { ?s ?p ?o } ORDER BY ?o").write_results(rows));
  EXPECT_THAT(rows.found, testing::ElementsAre("o", "<http://e/b>", "<http://e/c>"));
  Terms truth;
  EXPECT_FALSE(database.query("ASK { ?s ?p 1 }").write_results(truth));
  EXPECT_THAT(truth.found, testing::ElementsAre("false"));
  Terms triples;
  database.query("CONSTRUCT WHERE { ?s ?p ?o }").write_graph(triples);
  EXPECT_THAT(triples.found, testing::UnorderedElementsAre("<http://e/b>", "<http://e/c>"));
  EXPECT_EQ(code_of([&] { database.query("ASK {}").write_graph(triples); }), ErrorCode::kUsage);
  EXPECT_EQ(code_of([&] { database.query("CONSTRUCT WHERE {}").write_results(rows); }),
            ErrorCode::kUsage);
}

TEST_F(DatabaseTest, KnowsWhetherTheRowsAreOrdered) {
  const Database database;
  const std::vector<std::pair<std::string, bool>> cases = {
      {"SELECT * { ?s ?p ?o } ORDER BY ?o", true},
      {"SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?o LIMIT 2", true},
      {"SELECT REDUCED ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ORDER BY ?n OFFSET 1", true},
      {"SELECT * { ?s ?p ?o }", false},
      {"SELECT DISTINCT * { ?s ?p ?o } LIMIT 2", false},
      {"SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 2 } }", false},
      {"SELECT * { { SELECT * { ?s ?p ?o } ORDER BY ?s } ?s ?q ?x }", false},
      {"ASK { ?s ?p ?o }", false},
      {"CONSTRUCT WHERE { ?s ?p ?o } ORDER BY ?s", false},
  };
  for (const auto& [text, is_ordered] : cases) {
    EXPECT_EQ(database.query(text).is_ordered(), is_ordered) << text;
  }
}

TEST_F(DatabaseTest, LimitsEndAQuery) {
  Database database;
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += "<s" + std::to_string(i) + "> <p> " + std::to_string(i) + " .\n";
  }
  database.load({input(file("a.ttl", text))});
  const std::string sort = "SELECT * { ?s ?p ?o } ORDER BY ?o";
  QueryOptions small;
  small.memory_max = 10000;
  EXPECT_EQ(code_of([&] { (void)database.query(sort, small).to_string("csv"); }),
            ErrorCode::kMemoryLimit);
  QueryOptions brief;
  brief.timeout = std::chrono::milliseconds(50);
  const std::string endless = "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?p ?y . ?c ?p ?z }";
  EXPECT_EQ(code_of([&] { (void)database.query(endless, brief).to_string("csv"); }),
            ErrorCode::kTimeout);
  std::stop_source stop;
  stop.request_stop();
  QueryOptions stopped;
  stopped.stop = stop.get_token();
  EXPECT_EQ(code_of([&] { (void)database.query(sort, stopped).to_string("csv"); }),
            ErrorCode::kCancelled);
}

TEST_F(DatabaseTest, WrongUse) {
  Database database;
  EXPECT_EQ(code_of([&] { (void)database.query("SELECT"); }), ErrorCode::kSyntax);
  EXPECT_EQ(code_of([&] { (void)database.query("ASK {}").to_string("poem"); }), ErrorCode::kUsage);
  EXPECT_EQ(code_of([&] { database.load({input(file("a.poem", ""))}); }), ErrorCode::kUsage);
  EXPECT_EQ(code_of([&] { database.load({input("nowhere.ttl")}); }), ErrorCode::kIo);
}

}  // namespace
}  // namespace whence
