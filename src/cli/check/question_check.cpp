// See question_check.h.
#include "cli/check/question_check.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "cli/check/answer.h"
#include "cli/check/canonical_answer.h"
#include "cli/check/difference.h"
#include "results/writer.h"

namespace whence::cli {
namespace {

/// The answer as a file that can be compared by eye: a solution, or a triple, a line. Graphs, and
/// rows that the question does not order, are sorted.
std::string kept_text(const Answer& answer, bool is_ordered) {
  io::StringSink sink;
  std::vector<AnswerRow> rows = canonical_rows(answer, is_ordered);
  if (!is_ordered) {
    std::ranges::sort(rows);
  }
  if (answer.is_graph) {
    std::string text;
    for (const AnswerRow& row : rows) {
      text += fmt::format("{} {} {} .\n", rdf::to_ntriples(row[0].value()),
                          rdf::to_ntriples(row[1].value()), rdf::to_ntriples(row[2].value()));
    }
    return text;
  }
  const auto writer = results::make_result_writer(results::Format::kJson, sink);
  if (answer.boolean) {
    writer->boolean(*answer.boolean);
  } else {
    writer->begin(answer.variables);
    for (const AnswerRow& row : rows) {
      writer->row(std::vector<std::optional<rdf::TermView>>(row.begin(), row.end()));
    }
  }
  writer->finish();
  return sink.text();
}

Prefixes prefixes_of(const Query& query, const Database& database) {
  Prefixes prefixes = query.prefixes();
  const auto snapshot = database.snapshot();
  prefixes.insert(prefixes.end(), snapshot->prefixes().begin(), snapshot->prefixes().end());
  return prefixes;
}

/// Nothing: no answer is expected yet, or none that can be read and may be written anew.
std::optional<Answer> expected_answer(const std::string& path, bool is_graph, bool is_kept) {
  if (!std::filesystem::exists(path)) {
    return std::nullopt;
  }
  try {
    return read_answer(path, is_graph);
  } catch (const Error& error) {
    if (is_kept && error.code() != ErrorCode::kIo) {
      return std::nullopt;
    }
    throw;
  }
}

void compare(Query& query, const Prefixes& prefixes, const Question& question,
             const QuestionCheckOptions& options, ReportLine& line) {
  const bool is_ordered = query.is_ordered();
  const std::string path = expectation_path(question, query.is_graph());
  const Answer found = collect(query);
  line.count = found.boolean ? std::nullopt : std::optional(found.rows.size());
  const auto expected = expected_answer(path, found.is_graph, bool{options.keep});
  const std::vector<std::string> wrong =
      expected ? differences(*expected, found, is_ordered, prefixes)
               : std::vector{fmt::format("no answer is expected yet: {} is missing", path)};
  if (wrong.empty()) {
    return;
  }
  line.outcome = Outcome::kDiffers;
  line.details.insert(line.details.end(), wrong.begin(), wrong.end());
  if (options.keep) {
    options.keep(path, kept_text(found, is_ordered));
    line.outcome = Outcome::kKept;
  }
}

bool is_limit(ErrorCode code) {
  return code == ErrorCode::kTimeout || code == ErrorCode::kMemoryLimit ||
         code == ErrorCode::kLimit;
}

}  // namespace

ReportLine check_question(const Database& database, const Question& question,
                          const std::string& text, const QuestionCheckOptions& options) {
  ReportLine line{.name = question.name};
  const auto start = std::chrono::steady_clock::now();
  try {
    QueryOptions query_options;
    query_options.timeout = options.timeout;
    query_options.stop = options.stop;
    Query query = database.query(text, query_options);
    compare(query, prefixes_of(query, database), question, options, line);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::kIo || error.code() == ErrorCode::kCancelled) {
      throw;
    }
    line.outcome = is_limit(error.code()) ? Outcome::kStopped : Outcome::kUnreadable;
    line.errors.push_back(error.source().empty() ? error.in(question.path) : error);
  }
  if (!has_first_comment(text)) {
    line.details.emplace_back("no comment before the query that asks the question in English");
    line.outcome = line.outcome == Outcome::kPassed || line.outcome == Outcome::kKept
                       ? Outcome::kDiffers
                       : line.outcome;
  }
  line.elapsed = std::chrono::steady_clock::now() - start;
  return line;
}

}  // namespace whence::cli
