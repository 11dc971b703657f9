#include "cli/check/check_run.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/cli/temporary_folder.h"

namespace whence::cli {
namespace {

using testing::ElementsAre;

class CheckRunTest : public testing::Test {
 protected:
  CheckRunTest() {
    for (const char* name : {"ontology", "triples", "queries"}) {
      std::filesystem::create_directories(folder_ / name);
    }
    file("ontology/a.ttl", "PREFIX : <http://e/>\n:a :b :c .\n");
    file("triples/a.trig", "PREFIX : <http://e/>\n:g { :s :p :o . }\n");
    file("queries/is.rq", "# Is it so?\nASK { GRAPH ?g { ?s ?p ?o } }");
    file("queries/is.srj", R"({"head":{},"boolean":true})");
  }

  void file(std::string_view name, std::string_view content) { (void)folder_.file(name, content); }
  [[nodiscard]] Report run() const {
    return run_check({.ontology = folder_ / "ontology",
                      .triples = folder_ / "triples",
                      .questions = folder_ / "queries"},
                     {});
  }
  /// Of the steps and the questions, in their order.
  [[nodiscard]] std::vector<Outcome> outcomes() const {
    const Report report = run();
    std::vector<Outcome> outcomes;
    for (const auto* lines : {&report.steps, &report.questions}) {
      for (const ReportLine& line : *lines) {
        outcomes.push_back(line.outcome);
      }
    }
    return outcomes;
  }

  TemporaryFolder folder_;
};

constexpr auto kOk = Outcome::kPassed;

TEST_F(CheckRunTest, AllIsWell) { EXPECT_THAT(outcomes(), ElementsAre(kOk, kOk, kOk, kOk, kOk)); }

TEST_F(CheckRunTest, WhatNeedsABrokenFileIsNotRun) {
  file("triples/b.trig", "oops");
  EXPECT_THAT(outcomes(), ElementsAre(kOk, Outcome::kUnreadable, kOk, kOk, Outcome::kNotRun));
  file("ontology/b.ttl", "oops");
  EXPECT_THAT(outcomes(), ElementsAre(Outcome::kUnreadable, Outcome::kUnreadable, kOk,
                                      Outcome::kNotRun, Outcome::kNotRun));
  EXPECT_EQ(run().exit_code(), kBadInput);
}

TEST_F(CheckRunTest, OneBrokenQuestionDoesNotStopTheOthers) {
  file("queries/another.rq", "# What?\nSELECT");
  EXPECT_THAT(outcomes(), ElementsAre(kOk, kOk, Outcome::kUnreadable, kOk, Outcome::kNotRun, kOk));
  file("queries/another.rq", "# What?\nASK {}");
  file("queries/another.srj", "{");
  EXPECT_THAT(outcomes(), ElementsAre(kOk, kOk, Outcome::kUnreadable, kOk, Outcome::kNotRun, kOk));
}

TEST_F(CheckRunTest, AnAnswerWithoutAQuestionIsFound) {
  file("queries/was.srj", R"({"head":{},"boolean":true})");
  EXPECT_THAT(outcomes(), ElementsAre(kOk, kOk, Outcome::kDiffers, kOk, kOk));
}

TEST_F(CheckRunTest, AClassWithoutAShapeIsFound) {
  file("ontology/b.ttl",
       "PREFIX owl: <http://www.w3.org/2002/07/owl#>\n<http://e/> a owl:Ontology .\n<http://e/C> a "
       "owl:Class ; <http://www.w3.org/2000/01/rdf-schema#isDefinedBy> <http://e/> .\n");
  EXPECT_THAT(outcomes(), ElementsAre(kOk, kOk, kOk, Outcome::kDiffers, kOk));
  EXPECT_THAT(run().steps[3].details, ElementsAre("no sh:NodeShape has the target <http://e/C>"));
}

}  // namespace
}  // namespace whence::cli
