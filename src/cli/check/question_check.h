// Asks one competency question and compares the answer with the one that is expected.
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>

#include "cli/check/questions.h"
#include "cli/check/report.h"
#include "engine/database.h"

namespace whence::cli {

struct QuestionCheckOptions {
  std::chrono::milliseconds timeout{0};  ///< Of one question; zero: no limit.
  std::stop_token stop;
  /// Writes the answer of a question where another one is expected, or none yet. Called with the
  /// path and the text; empty: a difference is a difference.
  std::function<void(const std::string& path, const std::string& text)> keep;
};

/// Throws Error: kIo, kCancelled.
[[nodiscard]] ReportLine check_question(const Database& database, const Question& question,
                                        const std::string& text,
                                        const QuestionCheckOptions& options);

}  // namespace whence::cli
