// The competency questions: each .rq file is one, asked in English by its first comment, and its
// expected answer lies beside it: .srj for SELECT and ASK, .ttl for CONSTRUCT and DESCRIBE.
#pragma once

#include <string>
#include <vector>

namespace whence::cli {

struct Question {
  std::string name;  ///< The path below the folder of questions, without .rq: "time/days".
  std::string path;
};

struct QuestionFiles {
  std::vector<Question> questions;        ///< By name.
  std::vector<std::string> expectations;  ///< The paths of all answers that lie beside them.
  std::vector<std::string> strays;        ///< Those of `expectations` that no question has.
};

/// `path` is a folder, which is searched with all below it, or one .rq file. Throws Error: kIo if
/// it cannot be read or holds no question, kUsage for a file of another kind.
[[nodiscard]] QuestionFiles find_questions(const std::string& path);

/// The path of the answer that is expected.
[[nodiscard]] std::string expectation_path(const Question& question, bool is_graph);

/// Whether the first line that is not empty is a comment with words in it.
[[nodiscard]] bool has_first_comment(const std::string& text);

}  // namespace whence::cli
