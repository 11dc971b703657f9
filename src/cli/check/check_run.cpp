// See check_run.h.
#include "cli/check/check_run.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/check/questions.h"
#include "cli/check/shape_check.h"
#include "cli/check/syntax_errors.h"
#include "cli/query_text.h"
#include "engine/database.h"

namespace whence::cli {
namespace {

/// The files of a check, and what is known of them.
struct Files {
  std::vector<InputFile> ontology;
  std::vector<InputFile> triples;
  QuestionFiles questions;
  std::map<std::string, std::string> texts;  ///< Of questions, by their path.
};

void append(std::vector<Error>& errors, std::vector<Error> more) {
  std::ranges::move(more, std::back_inserter(errors));
}

/// Calls `step`, which fills in a line of the report, and takes its time.
template <typename Step>
ReportLine timed(std::string name, const Step& step) {
  ReportLine line{.name = std::move(name)};
  const auto start = std::chrono::steady_clock::now();
  step(line);
  line.elapsed = std::chrono::steady_clock::now() - start;
  return line;
}

Files find_files(const CheckInput& input) {
  Files files{.ontology = find_input_files({input.ontology}),
              .triples = find_input_files({input.triples}),
              .questions = find_questions(input.questions),
              .texts = {}};
  for (const Question& question : files.questions.questions) {
    files.texts.emplace(question.path, read_query_file(question.path));
  }
  return files;
}

ReportLine check_syntax(const std::string& path, std::span<const InputFile> files) {
  return timed("syntax of " + path, [&](ReportLine& line) {
    line.count = files.size();
    for (const InputFile& file : files) {
      append(line.errors, rdf_errors(file));
    }
    line.outcome = line.errors.empty() ? Outcome::kPassed : Outcome::kUnreadable;
  });
}

std::vector<Error> expectation_errors(const std::string& path) {
  return path.ends_with(".srj")
             ? results_errors(path)
             : rdf_errors({.path = path, .syntax = {}, .base_iri = {}, .graph = {}});
}

/// Of expected answers too, unless they are to be written anew.
ReportLine check_question_syntax(const std::string& path, const Files& files, bool are_kept) {
  return timed("syntax of " + path, [&](ReportLine& line) {
    line.count = files.texts.size();
    for (const auto& [file, text] : files.texts) {
      append(line.errors, query_errors(file, text));
    }
    if (!are_kept) {
      *line.count += files.questions.expectations.size();
      for (const std::string& file : files.questions.expectations) {
        append(line.errors, expectation_errors(file));
      }
    }
    for (const std::string& stray : files.questions.strays) {
      line.details.push_back(fmt::format("{}: an answer without a question", stray));
      line.outcome = Outcome::kDiffers;
    }
    line.outcome = line.errors.empty() ? line.outcome : Outcome::kUnreadable;
  });
}

ReportLine check_shapes(const std::string& path, const Database& ontology) {
  return timed("shapes of " + path, [&](ReportLine& line) {
    const ShapeCoverage coverage = shape_coverage(ontology);
    line.count = coverage.class_count;
    for (const std::string& name : coverage.missing) {
      line.details.push_back(fmt::format("no sh:NodeShape has the target <{}>", name));
      line.outcome = Outcome::kDiffers;
    }
  });
}

bool has_errors(const ReportLine& line) { return !line.errors.empty(); }

/// Whether an error of the syntax is in a file of this question.
bool is_readable(const Question& question, const std::vector<Error>& errors) {
  return std::ranges::none_of(errors, [&](const Error& error) {
    return error.source() == question.path || error.source() == expectation_path(question, false) ||
           error.source() == expectation_path(question, true);
  });
}

}  // namespace

Report run_check(const CheckInput& input, const QuestionCheckOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const Files files = find_files(input);
  Report report;
  report.steps.push_back(check_syntax(input.ontology, files.ontology));
  const bool has_ontology = !has_errors(report.steps.back());
  report.steps.push_back(check_syntax(input.triples, files.triples));
  const bool has_data = has_ontology && !has_errors(report.steps.back());
  report.steps.push_back(check_question_syntax(input.questions, files, bool{options.keep}));
  const std::vector<Error> question_errors = report.steps.back().errors;

  Database database;
  if (has_ontology) {
    database.load(files.ontology);
    report.steps.push_back(check_shapes(input.ontology, database));
  } else {
    report.steps.push_back({.name = "shapes of " + input.ontology, .outcome = Outcome::kNotRun});
  }
  if (has_data) {
    database.load(files.triples);
  }
  for (const Question& question : files.questions.questions) {
    if (has_data && is_readable(question, question_errors)) {
      report.questions.push_back(
          check_question(database, question, files.texts.at(question.path), options));
    } else {
      report.questions.push_back({.name = question.name, .outcome = Outcome::kNotRun});
    }
  }
  report.elapsed = std::chrono::steady_clock::now() - start;
  return report;
}

}  // namespace whence::cli
