// The whole check, step by step: the syntax of all files, the shapes of all classes, the answers to
// all questions. A step that needs files which cannot be read is not run.
#pragma once

#include <string>

#include "cli/check/question_check.h"
#include "cli/check/report.h"

namespace whence::cli {

struct CheckInput {
  std::string ontology;  ///< Folders, or single files.
  std::string triples;
  std::string questions;
};

/// Throws Error for files that are not there, and the like.
[[nodiscard]] Report run_check(const CheckInput& input, const QuestionCheckOptions& options);

}  // namespace whence::cli
