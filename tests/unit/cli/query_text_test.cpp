#include "cli/query_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/cli/temporary_folder.h"

namespace whence::cli {
namespace {

TEST(QueryTextTest, IsTheLastArgument) {
  std::vector<std::string> arguments = {"a.ttl", "b.ttl", "ASK {}"};
  const QueryText query = find_query("", arguments);
  EXPECT_EQ(query.name, "<query>");
  EXPECT_EQ(query.text, "ASK {}");
  EXPECT_THAT(arguments, testing::ElementsAre("a.ttl", "b.ttl"));
}

TEST(QueryTextTest, IsInTheFileOfTheOption) {
  const TemporaryFolder folder;
  const std::string path = folder.file("q.rq",
                                       "\xEF\xBB\xBF"
                                       "ASK {}\n");
  std::vector<std::string> arguments = {"a.ttl"};
  const QueryText query = find_query(path, arguments);
  EXPECT_EQ(query.name, path);
  EXPECT_EQ(query.text, "ASK {}\n");
  EXPECT_THAT(arguments, testing::ElementsAre("a.ttl"));
}

TEST(QueryTextTest, OfTheOptionMayBeTheTextItself) {
  std::vector<std::string> arguments;
  EXPECT_EQ(find_query("ASK{?s ?p 1}", arguments).text, "ASK{?s ?p 1}");
}

TEST(QueryTextTest, WhatIsMissingIsNamed) {
  const TemporaryFolder folder;
  const struct {
    std::string option;
    std::vector<std::string> arguments;
    ErrorCode code;
    std::string message;
  } cases[] = {
      {"", {}, ErrorCode::kUsage, "no query: expected its text as the last argument"},
      {"", {"a.ttl"}, ErrorCode::kUsage, "found 'a.ttl'"},
      {"", {"-"}, ErrorCode::kUsage, "found '-'"},
      {"", {folder.file("with space.ttl", "")}, ErrorCode::kUsage, "with space.ttl'"},
      {"-", {"-"}, ErrorCode::kUsage, "standard input can be read once"},
      {folder / "none.rq", {}, ErrorCode::kIo, "none.rq': No such file or directory"},
  };
  for (const auto& test : cases) {
    std::vector<std::string> arguments = test.arguments;
    try {
      (void)find_query(test.option, arguments);
      ADD_FAILURE() << "no error: " << test.message;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), test.code);
      EXPECT_THAT(error.what(), testing::HasSubstr(test.message));
    }
  }
}

}  // namespace
}  // namespace whence::cli
