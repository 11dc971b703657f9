// See questions.h.
#include "cli/check/questions.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kQuestionSuffix = ".rq";
constexpr std::string_view kRowsSuffix = ".srj";
constexpr std::string_view kGraphSuffix = ".ttl";

std::string without_suffix(const fs::path& path) { return fs::path(path).replace_extension(); }

/// What lies at `path` and below it, by path.
std::vector<fs::path> files_below(const std::string& path) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(path, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code unknown;  // What cannot be looked at is kept: opening it says why.
    if (!it->is_directory(unknown)) {
      files.push_back(it->path());
    }
  }
  if (error) {
    throw Error(ErrorCode::kIo, fmt::format("cannot read '{}': {}", path, error.message()));
  }
  std::ranges::sort(files);
  return files;
}

QuestionFiles one_question(const fs::path& path) {
  if (path.extension() != kQuestionSuffix) {
    throw Error(ErrorCode::kUsage, fmt::format("expected a folder of questions or one .rq file, "
                                               "found '{}'",
                                               path.native()));
  }
  QuestionFiles found{
      .questions = {{.name = path.stem(), .path = path}}, .expectations = {}, .strays = {}};
  for (const std::string_view suffix : {kRowsSuffix, kGraphSuffix}) {
    const std::string beside = without_suffix(path).append(suffix);
    if (fs::exists(beside)) {
      found.expectations.push_back(beside);
    }
  }
  return found;
}

}  // namespace

QuestionFiles find_questions(const std::string& path) {
  std::error_code ignored;
  if (fs::is_regular_file(path, ignored)) {
    return one_question(path);
  }
  QuestionFiles found;
  std::set<std::string> questions;
  const std::vector<fs::path> files = files_below(path);
  for (const fs::path& file : files) {
    if (file.extension() == kQuestionSuffix) {
      questions.insert(without_suffix(file));
      found.questions.push_back(
          {.name = without_suffix(file.lexically_relative(path)), .path = file});
    }
  }
  for (const fs::path& file : files) {
    if (file.extension() == kRowsSuffix || file.extension() == kGraphSuffix) {
      found.expectations.push_back(file);
      if (!questions.contains(without_suffix(file))) {
        found.strays.push_back(file);
      }
    }
  }
  if (found.questions.empty()) {
    throw Error(ErrorCode::kIo, fmt::format("no question (.rq) in the folder '{}'", path));
  }
  std::ranges::sort(found.questions, {}, &Question::name);
  return found;
}

std::string expectation_path(const Question& question, bool is_graph) {
  return without_suffix(question.path).append(is_graph ? kGraphSuffix : kRowsSuffix);
}

bool has_first_comment(const std::string& text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string::npos || text[start] != '#') {
    return false;
  }
  const std::string_view line =
      std::string_view(text).substr(start, text.find('\n', start) - start);
  return line.find_first_not_of("# \t\r") != std::string_view::npos;
}

}  // namespace whence::cli
