#include "cli/check/questions.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/cli/temporary_folder.h"

namespace whence::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> names_of(const QuestionFiles& files) {
  std::vector<std::string> names;
  for (const Question& question : files.questions) {
    names.push_back(question.name);
  }
  return names;
}

std::string error_of(const std::string& path) {
  try {
    (void)find_questions(path);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(QuestionsTest, AreFoundByThemeWithTheirAnswers) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "time");
  std::filesystem::create_directories(folder / "age");
  const std::string days = folder.file("time/days.rq", "");
  const std::string answer = folder.file("time/days.srj", "");
  (void)folder.file("age/oldest.rq", "");
  const std::string graph = folder.file("age/oldest.ttl", "");
  const std::string stray = folder.file("age/youngest.srj", "");
  (void)folder.file("notes.txt", "");

  const QuestionFiles files = find_questions(folder.path());
  EXPECT_THAT(names_of(files), ElementsAre("age/oldest", "time/days"));
  EXPECT_EQ(files.questions[1].path, days);
  EXPECT_THAT(files.expectations, ElementsAre(graph, stray, answer));
  EXPECT_THAT(files.strays, ElementsAre(stray));
}

TEST(QuestionsTest, OneFileIsOneQuestion) {
  const TemporaryFolder folder;
  const std::string path = folder.file("days.rq", "");
  const std::string answer = folder.file("days.srj", "");
  (void)folder.file("others.srj", "");
  const QuestionFiles files = find_questions(path);
  EXPECT_THAT(names_of(files), ElementsAre("days"));
  EXPECT_THAT(files.expectations, ElementsAre(answer));
  EXPECT_TRUE(files.strays.empty());
}

TEST(QuestionsTest, WhatIsNoQuestionIsSaid) {
  const TemporaryFolder folder;
  EXPECT_THAT(error_of(folder.path()), HasSubstr("no question (.rq) in the folder"));
  EXPECT_THAT(error_of(folder.file("a.srj", "")), HasSubstr("one .rq file, found"));
  EXPECT_THAT(error_of(folder / "nowhere"), HasSubstr("No such file or directory"));
}

TEST(QuestionsTest, TheAnswerLiesBesideTheQuestion) {
  const Question question{.name = "time/days", .path = "queries/time/days.rq"};
  EXPECT_EQ(expectation_path(question, false), "queries/time/days.srj");
  EXPECT_EQ(expectation_path(question, true), "queries/time/days.ttl");
}

TEST(QuestionsTest, TheFirstCommentAsks) {
  EXPECT_TRUE(has_first_comment("# Who?\nASK {}"));
  EXPECT_TRUE(has_first_comment("\n  #Who?\r\nASK {}"));
  EXPECT_TRUE(has_first_comment("# Who?"));
  EXPECT_FALSE(has_first_comment(""));
  EXPECT_FALSE(has_first_comment("ASK {} # Who?"));
  EXPECT_FALSE(has_first_comment("#  \nASK {}"));
}

}  // namespace
}  // namespace whence::cli
