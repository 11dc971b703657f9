#include "cli/check/report.h"

#include <gtest/gtest.h>

namespace whence::cli {
namespace {

using std::chrono::milliseconds;

Report some_report() {
  Report report;
  report.steps.push_back({.name = "syntax of data", .count = 3, .elapsed = milliseconds(12)});
  report.questions.push_back({.name = "time/days", .count = 12, .elapsed = milliseconds(1)});
  report.questions.push_back({.name = "who",
                              .elapsed = milliseconds(2),
                              .outcome = Outcome::kDiffers,
                              .details = {"expected \"true\"\x1B[1m"}});
  report.elapsed = milliseconds(1500);
  return report;
}

TEST(ReportTest, IsATable) {
  io::StringSink sink;
  write_table(some_report(), sink);
  EXPECT_EQ(sink.text(),
            "check            count        ms  result\n"
            "syntax of data       3      12.0  ok\n"
            "time/days           12       1.0  ok\n"
            "who                          2.0  differs\n"
            "    expected \"true\"\\u001B[1m\n"
            "2 questions, 1 answered as expected, 1 not as expected: failed in 1.50 s\n");
}

TEST(ReportTest, IsJson) {
  Report report = some_report();
  report.steps[0].outcome = Outcome::kUnreadable;
  report.steps[0].errors.emplace_back(ErrorCode::kBadData, "oops", Position{2, 3}, "a.ttl");
  io::StringSink sink;
  write_json(report, sink);
  EXPECT_EQ(sink.text(), R"({"passed":false,"ms":1500.000,"steps":[
{"name":"syntax of data","count":3,"ms":12.000,"result":"unreadable","details":["a.ttl:2:3: error: oops"]}],
"questions":[
{"name":"time/days","count":12,"ms":1.000,"result":"ok","details":[]},
{"name":"who","ms":2.000,"result":"differs","details":["expected \"true\"\u001B[1m"]}]}
)");
}

TEST(ReportTest, TheWorstFindingIsTheExitCode) {
  Report report;
  EXPECT_EQ(report.exit_code(), kSuccess);
  const std::vector<std::pair<Outcome, ExitCode>> cases = {
      {Outcome::kPassed, kSuccess},       {Outcome::kKept, kSuccess},
      {Outcome::kNotRun, kSuccess},       {Outcome::kDiffers, kNegative},
      {Outcome::kStopped, kLimitReached}, {Outcome::kUnreadable, kBadInput},
  };
  for (const auto& [outcome, code] : cases) {
    report.questions.push_back({.name = "a", .outcome = outcome});
    EXPECT_EQ(report.exit_code(), code) << static_cast<int>(outcome);
  }
}

}  // namespace
}  // namespace whence::cli
