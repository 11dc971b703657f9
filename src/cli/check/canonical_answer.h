// The rows of an answer with names for their blank nodes that hang on the answer alone, so that two
// answers are the same up to blank nodes exactly if their rows are the same.
#pragma once

#include <vector>

#include "cli/check/answer.h"

namespace whence::cli {

/// `is_ordered`: the order of the rows is part of the answer. Throws Error (kLimit) for an answer
/// that is made to be hard.
[[nodiscard]] std::vector<AnswerRow> canonical_rows(const Answer& answer, bool is_ordered);

}  // namespace whence::cli
