#include "cli/check/question_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/cli/temporary_folder.h"

namespace whence::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kSelect = "# What?\nSELECT ?o { ?s <http://e/p> ?o }";
constexpr const char* kOne =
    R"({"head":{"vars":["o"]},"results":{"bindings":[{"o":{"type":"uri","value":"http://e/o"}}]}})";

class QuestionCheckTest : public testing::Test {
 protected:
  QuestionCheckTest() {
    database_.load({{.path = folder_.file("data.ttl", "<http://e/s> <http://e/p> <http://e/o> ."),
                     .syntax = {},
                     .base_iri = {},
                     .graph = {}}});
  }

  ReportLine check(const std::string& text, const QuestionCheckOptions& options = {}) {
    const Question question{.name = "q", .path = folder_ / "q.rq"};
    return check_question(database_, question, text, options);
  }
  /// Keeps answers in kept_.
  QuestionCheckOptions keeping() {
    return {.timeout = {},
            .stop = {},
            .keep = [this](const std::string& path, const std::string& text) {
              kept_.push_back(path);
              kept_.push_back(text);
            }};
  }

  TemporaryFolder folder_;
  Database database_;
  std::vector<std::string> kept_;
};

TEST_F(QuestionCheckTest, AnAnswerAsExpectedPasses) {
  (void)folder_.file("q.srj", kOne);
  const ReportLine line = check(kSelect);
  EXPECT_EQ(line.outcome, Outcome::kPassed);
  EXPECT_EQ(line.count, 1U);
  EXPECT_THAT(line.details, IsEmpty());
}

TEST_F(QuestionCheckTest, AnotherAnswerDiffers) {
  (void)folder_.file("q.srj", R"({"head":{"vars":["o"]},"results":{"bindings":[]}})");
  const ReportLine line = check(kSelect);
  EXPECT_EQ(line.outcome, Outcome::kDiffers);
  EXPECT_THAT(line.details, ElementsAre("surplus ?o=<http://e/o>"));
}

TEST_F(QuestionCheckTest, NoAnswerToCompareWithDiffers) {
  const ReportLine line = check(kSelect);
  EXPECT_EQ(line.outcome, Outcome::kDiffers);
  EXPECT_THAT(line.details, ElementsAre(HasSubstr("no answer is expected yet: ")));
}

TEST_F(QuestionCheckTest, AQuestionThatIsNotInEnglishDiffers) {
  (void)folder_.file("q.srj", R"({"head":{},"boolean":true})");
  EXPECT_EQ(check("# Is it?\nASK { ?s ?p ?o }").outcome, Outcome::kPassed);
  const ReportLine line = check("ASK { ?s ?p ?o }");
  EXPECT_EQ(line.outcome, Outcome::kDiffers);
  EXPECT_THAT(line.details, ElementsAre(HasSubstr("no comment before the query")));
}

TEST_F(QuestionCheckTest, WhatIsBrokenIsUnreadable) {
  const ReportLine query = check("# What?\nSELECT");
  EXPECT_EQ(query.outcome, Outcome::kUnreadable);
  ASSERT_EQ(query.errors.size(), 1U);
  EXPECT_EQ(query.errors[0].source(), folder_ / "q.rq");
  (void)folder_.file("q.srj", "{");
  const ReportLine answer = check(kSelect);
  EXPECT_EQ(answer.outcome, Outcome::kUnreadable);
  ASSERT_EQ(answer.errors.size(), 1U);
  EXPECT_EQ(answer.errors[0].source(), folder_ / "q.srj");
}

TEST_F(QuestionCheckTest, ALimitStopsAQuestion) {
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += "<http://e/s" + std::to_string(i) + "> <http://e/q> " + std::to_string(i) + " .\n";
  }
  database_.load(
      {{.path = folder_.file("more.ttl", text), .syntax = {}, .base_iri = {}, .graph = {}}});
  const ReportLine line =
      check("# How many?\nSELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?p ?y . ?c ?p ?z }",
            {.timeout = std::chrono::milliseconds(20), .stop = {}, .keep = {}});
  EXPECT_EQ(line.outcome, Outcome::kStopped);
}

TEST_F(QuestionCheckTest, OnlyANewAnswerIsKept) {
  EXPECT_EQ(check(kSelect, keeping()).outcome, Outcome::kKept);
  ASSERT_EQ(kept_.size(), 2U);
  EXPECT_EQ(kept_[0], folder_ / "q.srj");
  (void)folder_.file("q.srj", kept_[1]);
  EXPECT_EQ(check(kSelect, keeping()).outcome, Outcome::kPassed);
  EXPECT_EQ(kept_.size(), 2U);
  (void)folder_.file("q.srj", "what a merge left behind");
  EXPECT_EQ(check(kSelect, keeping()).outcome, Outcome::kKept);
  EXPECT_EQ(kept_.size(), 4U);
}

TEST_F(QuestionCheckTest, KeptAnswersHaveALineARow) {
  (void)check("# What?\nCONSTRUCT { ?o <http://e/of> [] } WHERE { ?s ?p ?o }", keeping());
  ASSERT_EQ(kept_.size(), 2U);
  EXPECT_EQ(kept_[0], folder_ / "q.ttl");
  EXPECT_EQ(kept_[1], "<http://e/o> <http://e/of> _:c14n0 .\n");
  (void)check("# Is it?\nASK { ?s ?p ?o }", keeping());
  EXPECT_EQ(kept_[3], "{\"head\":{},\"boolean\":true}\n");
  (void)check("# What?\nSELECT ?x { VALUES ?x { 2 1 } }", keeping());
  EXPECT_THAT(kept_[5], HasSubstr("\"1\"}},\n{"));  // Sorted: the question has no order.
  (void)check("# What?\nSELECT ?x { VALUES ?x { 1 2 } } ORDER BY DESC(?x)", keeping());
  EXPECT_THAT(kept_[7], HasSubstr("\"2\"}},\n{"));
}

}  // namespace
}  // namespace whence::cli
