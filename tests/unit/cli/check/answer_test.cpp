#include "cli/check/answer.h"

#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/cli/temporary_folder.h"

namespace whence::cli {
namespace {

TEST(AnswerTest, OfAQueryAndOfItsFileAreTheSame) {
  const TemporaryFolder folder;
  Database database;
  database.load({{.path = folder.file("a.ttl", "<http://e/s> <http://e/p> \"eins\"@DE , 1 ."),
                  .syntax = {},
                  .base_iri = {},
                  .graph = {}}});
  const auto check = [&](const std::string& text, const std::string& expected) {
    Query query = database.query(text);
    const std::string path = folder.file("expected", expected);
    const Answer read = read_answer(path, query.is_graph());
    const Answer found = collect(query);
    EXPECT_EQ(found.variables, read.variables) << text;
    EXPECT_EQ(found.rows, read.rows) << text;
    EXPECT_EQ(found.boolean, read.boolean) << text;
    EXPECT_EQ(found.is_graph, read.is_graph) << text;
  };
  check("ASK { ?s ?p 1 }", R"({"head":{},"boolean":true})");
  check("SELECT ?o ?none { ?s ?p ?o FILTER(isLiteral(?o) && LANG(?o) != '') }",
        R"({"head":{"vars":["o","none"]},"results":{"bindings":[
          {"o":{"type":"literal","value":"eins","xml:lang":"de"}}]}})");
  check("CONSTRUCT WHERE { ?s ?p ?o }",
        "<http://e/s> <http://e/p> 1, \"eins\"@de . <http://e/s> <http://e/p> 1 .");
}

TEST(AnswerTest, AFileInAnotherLanguageIsAnError) {
  const TemporaryFolder folder;
  EXPECT_THROW((void)read_answer(folder.file("a.srj", "<a> <b> <c> ."), false), Error);
  EXPECT_THROW((void)read_answer(folder.file("a.ttl", R"({"boolean":true})"), true), Error);
}

}  // namespace
}  // namespace whence::cli
