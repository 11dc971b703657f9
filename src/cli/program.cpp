// See program.h. Every Error that ends a command is caught here, and nowhere else in cli/.
#include "cli/program.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output.h"

namespace whence::cli {
namespace {

constexpr const char* kOverview =
    R"(whence: an RDF store and SPARQL endpoint that knows where an answer comes from

The commonest commands:
  whence query data.ttl 'SELECT * { ?s ?p ?o } LIMIT 10'   ask files, with no server
  whence query folder --query question.rq --format csv     every RDF file in a folder
  whence query data.nq.gz --query question.rq --explain    how a query is understood and planned
  curl ... | whence query - --from ttl 'ASK { ?s ?p 1 }'   ask standard input
  whence serve data.ttl folder                             a SPARQL endpoint on 127.0.0.1:7575
  whence serve data.ttl --bind 127.0.0.1:0 --timeout 10s   on any free port, with a limit
  whence convert data.ttl data.nt                          from one syntax to another
  whence convert dump.nq.gz - --to trig                    ... to standard output
  whence check ontology triples queries                    syntax, shapes, answers: a report

`whence COMMAND --help` says all about a command, `whence --version` which one this is.
)";

/// What CLI11 found wrong, in our form. Help and version are answers, and go to standard output.
int report_parse_error(const CLI::App& program, const CLI::ParseError& error, Console& console) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    return program.exit(error, std::cout, std::cerr);
  }
  const auto chosen = program.get_subcommands();
  const std::string name = chosen.empty() ? "whence" : "whence " + chosen.front()->get_name();
  std::string message = error.what();
  while (message.ends_with('\n')) {
    message.pop_back();
  }
  console.report(Error(ErrorCode::kUsage, fmt::format("{} (see {} --help)", message, name)));
  return kWrongUsage;
}

/// CLI11 would say that a subcommand is missing.
void check_command_name(const CLI::App& program, std::string_view name) {
  if (name.starts_with('-')) {
    return;
  }
  std::vector<std::string> known;
  for (const CLI::App* command : program.get_subcommands({})) {
    known.push_back(command->get_name());
  }
  if (std::ranges::find(known, name) == known.end()) {
    throw Error(ErrorCode::kUsage, fmt::format("there is no command '{}'; there are {} (see whence "
                                               "--help)",
                                               name, fmt::join(known, ", ")));
  }
}

int parse_and_run(int argc, char** argv, Console& console) {
  CLI::App program("An RDF store and SPARQL endpoint that knows where an answer comes from",
                   "whence");
  program.set_version_flag("--version", "whence " WHENCE_VERSION);
  program.require_subcommand(1);
  Command chosen;
  add_query_command(program, chosen);
  add_serve_command(program, chosen);
  add_convert_command(program, chosen);
  add_check_command(program, chosen);
  check_command_name(program, argv[1]);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_parse_error(program, error, console);
  }
  return chosen(console);
}

}  // namespace

int run_program(int argc, char** argv) {
  // A reader that goes away is seen where it is written to: EPIPE, and not a signal.
  std::signal(SIGPIPE, SIG_IGN);
  Console console;
  try {
    if (argc <= 1) {
      std::fputs(kOverview, stdout);
      return kSuccess;
    }
    return parse_and_run(argc, argv, console);
  } catch (const ReaderGone&) {
    return kSuccess;
  } catch (const Error& error) {
    console.report(error);
    return exit_code_of(error.code());
  } catch (const std::bad_alloc&) {
    console.report(Error(ErrorCode::kMemoryLimit, "the machine has no more memory to give"));
    return kLimitReached;
  } catch (const std::exception& error) {
    console.report(
        Error(ErrorCode::kInternal,
              fmt::format("{}; this is a mistake in whence, please report it", error.what())));
    return kInternalError;
  }
}

}  // namespace whence::cli
