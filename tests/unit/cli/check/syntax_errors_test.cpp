#include "cli/check/syntax_errors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/cli/temporary_folder.h"

namespace whence::cli {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

/// The lines on which errors are found.
std::vector<std::size_t> lines_of(const std::vector<Error>& errors) {
  std::vector<std::size_t> lines;
  for (const Error& error : errors) {
    lines.push_back(error.position().value().line);
  }
  return lines;
}

std::vector<std::size_t> error_lines(std::string_view name, std::string_view text) {
  const TemporaryFolder folder;
  const std::string path = folder.file(name, text);
  const auto errors = rdf_errors({.path = path, .syntax = {}, .base_iri = {}, .graph = {}});
  for (const Error& error : errors) {
    EXPECT_EQ(error.source(), path);
  }
  return lines_of(errors);
}

constexpr std::string_view kPrefix = "PREFIX : <http://e/>\n";

std::vector<std::size_t> turtle_lines(std::string_view text) {
  return error_lines("a.ttl", std::string(kPrefix) + std::string(text));
}

TEST(SyntaxErrorsTest, AllStatementsAreLookedAt) {
  EXPECT_THAT(turtle_lines(":a :b :c .\n"), ElementsAre());
  EXPECT_THAT(turtle_lines(":a :b x:c .\n:a :b :c .\n:a y:b :c .\n"), ElementsAre(2, 4));
  EXPECT_THAT(turtle_lines(":a\n  :b :c ;\n  :d x:e ;\n  :f :g .\n\n:h :i j:k .\n"),
              ElementsAre(4, 7));
}

TEST(SyntaxErrorsTest, AFullStopThatIsMissingIsOneError) {
  EXPECT_THAT(turtle_lines(":a :b :c\n:d :e :f .\n:g :h :i .\n"), ElementsAre(3));
}

TEST(SyntaxErrorsTest, WhatHangsOnABrokenPrefixIsNotTold) {
  EXPECT_THAT(error_lines("a.ttl", "PREFIX : http://e/\n:a :b :c .\n:d :e :f .\n"), SizeIs(1));
}

TEST(SyntaxErrorsTest, GraphsStayWhole) {
  const std::string text = std::string(kPrefix) +
                           ":g {\n  :a :b x:c .\n  :a :b :c .\n}\n"  // 2 to 5
                           "x:g {\n  :a :b :c .\n}\n"                // 6 to 8
                           ":h {\n  :a :b x:c\n}\n"                  // 9 to 11
                           ":a :b x:c .\n";                          // 12
  EXPECT_THAT(error_lines("a.trig", text), ElementsAre(3, 6, 10, 12));
}

TEST(SyntaxErrorsTest, LinesAreTheStatementsOfNTriples) {
  EXPECT_THAT(error_lines("a.nt",
                          "<http://e/a> <http://e/b> 1 .\n<http://e/a> <http://e/b> \"1\" .\n"
                          "oops\n"),
              ElementsAre(1, 3));
  EXPECT_THAT(error_lines("a.nt", "oops\n<http://e/a> <http://e/b> 1 .\n"), ElementsAre(1, 2));
}

TEST(SyntaxErrorsTest, OfADocumentThatIsOneWholeTheFirst) {
  EXPECT_THAT(error_lines("a.rdf", "<rdf:RDF>\n<a>\n</b>\n<c>\n"), SizeIs(1));
}

TEST(SyntaxErrorsTest, OfOneFileNotTooManyAreTold) {
  std::string text(kPrefix);
  for (int i = 0; i < 30; ++i) {
    text += ":a :b x:c .\n";
  }
  EXPECT_THAT(error_lines("a.ttl", text), SizeIs(kErrorsOfFileMax));
}

TEST(SyntaxErrorsTest, OfAQueryTheFirst) {
  EXPECT_TRUE(query_errors("a.rq", "ASK { ?s ?p ?o }").empty());
  const std::vector<Error> errors = query_errors("a.rq", "SELECT * {\n ?s FILTR }");
  ASSERT_THAT(errors, SizeIs(1));
  EXPECT_TRUE(errors[0].formatted().starts_with("a.rq:2:")) << errors[0].formatted();
}

TEST(SyntaxErrorsTest, OfAnAnswerTheFirst) {
  const TemporaryFolder folder;
  EXPECT_TRUE(results_errors(folder.file("a.srj", R"({"boolean":true})")).empty());
  EXPECT_THAT(lines_of(results_errors(folder.file("b.srj", "{\n\"boolean\":1}"))), ElementsAre(2));
}

TEST(SyntaxErrorsTest, AFileThatCannotBeReadAtAllIsAnotherMatter) {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, ErrorCode>> cases = {
      {"nowhere.ttl", ErrorCode::kIo},
      {"nowhere", ErrorCode::kIo},
      {folder.file("poem.txt", "oops"), ErrorCode::kUsage},
  };
  for (const auto& [path, code] : cases) {
    try {
      (void)rdf_errors({.path = path, .syntax = {}, .base_iri = {}, .graph = {}});
      ADD_FAILURE() << path;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), code) << path;
    }
  }
}

}  // namespace
}  // namespace whence::cli
