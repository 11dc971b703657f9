// whence check: the loop of somebody who extends an ontology. What is done is in check/.
#include <memory>
#include <string>
#include <utility>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "cli/check/check_run.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/quantity.h"

namespace whence::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  whence check ontology triples queries
  whence check ontology triples queries/time                    the questions of one folder
  whence check ontology triples queries/time/years.rq --keep-answers
  whence check ontology triples queries --format json | jq '.questions[] | select(.result != "ok")'

What is looked at, in this order:
  syntax     every RDF file, every query, every expected answer; all errors are told, those of one
             file as far as its statements can be told apart
  shapes     each owl:Class that the ontology defines (rdfs:isDefinedBy an owl:Ontology of the
             folder) is the target of a node shape (SHACL)
  questions  each .rq file asks in English in its first comment, and gets the answer that lies
             beside it: NAME.srj (SPARQL results in JSON) for SELECT and ASK, NAME.ttl for CONSTRUCT.
             The order of rows counts where the query has ORDER BY; blank nodes match by what is
             said of them

Ontology and triples are loaded together; the default graph is not the union of the others.
With --keep-answers an answer that is not as expected, or the first one of a new question, becomes
the expected one: read it before you commit it.

Exit codes: 0 all is as expected; 1 something is not; 2 wrong usage; 3 a file is not in its language;
4 a file cannot be read or written; 5 a question reached its limit of time.)";

struct CheckArguments {
  CheckInput input;
  std::string format = "table";
  std::string timeout = "30s";
  bool keeps_answers = false;
};

int run_check_command(const CheckArguments& arguments, Console& console) {
  if (arguments.format != "table" && arguments.format != "json") {
    throw Error(ErrorCode::kUsage,
                fmt::format("--format: expected table or json, found '{}'", arguments.format));
  }
  std::unique_ptr<Output> answer;  // Outlives `interrupt`, which may discard it at any time.
  Interrupt interrupt;
  QuestionCheckOptions options{.timeout = parse_duration(arguments.timeout, "--timeout"),
                               .stop = interrupt.token(),
                               .keep = {}};
  if (arguments.keeps_answers) {
    options.keep = [&](const std::string& path, const std::string& text) {
      answer = open_output(path);
      interrupt.set_clean_up([&] { answer->discard(); });
      answer->write(text);
      answer->commit();
      interrupt.set_clean_up({});
    };
  }
  const Report report = run_check(arguments.input, options);
  for (const auto* lines : {&report.steps, &report.questions}) {
    for (const ReportLine& line : *lines) {
      for (const Error& error : line.errors) {
        console.report(error);
      }
    }
  }
  const auto output = open_output("-");
  (arguments.format == "json" ? write_json : write_table)(report, *output);
  output->commit();
  return report.exit_code();
}

}  // namespace

void add_check_command(CLI::App& program, Command& chosen) {
  auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command =
      program.add_subcommand("check", "Check an ontology, its data and its questions");
  command->footer(kExamples);
  command
      ->add_option("ONTOLOGY", arguments->input.ontology,
                   "The folder of the ontology's modules and shapes")
      ->required()
      ->type_name("");
  command->add_option("TRIPLES", arguments->input.triples, "The folder of the data, or one file")
      ->required()
      ->type_name("");
  command
      ->add_option("QUERIES", arguments->input.questions,
                   "The folder of the questions and their answers, or one .rq file")
      ->required()
      ->type_name("");
  command->add_option("-f,--format", arguments->format, "The report: table (default), json")
      ->type_name("FORMAT");
  command
      ->add_option("--timeout", arguments->timeout,
                   "How long one question may take: 500ms, 30s (default), 5m; 0: no limit")
      ->type_name("TIME")
      ->envname("WHENCE_TIMEOUT");
  command->add_flag("--keep-answers", arguments->keeps_answers,
                    "Write the answers that are not as expected as the expected ones");
  command->callback([arguments, &chosen] {
    chosen = [arguments](Console& console) { return run_check_command(*arguments, console); };
  });
}

}  // namespace whence::cli
