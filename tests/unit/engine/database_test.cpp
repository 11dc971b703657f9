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
