// whence query: a query over files, with no server.
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/names.h"
#include "cli/output.h"
#include "cli/quantity.h"
#include "cli/query_text.h"
#include "cli/service_arguments.h"
#include "engine/database.h"

namespace whence::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  whence query data.ttl 'SELECT * { ?s ?p ?o } LIMIT 10'
  whence query ontology triples --query question.rq --format csv -o answer.csv
  zcat dump.nt.gz | whence query - --from nt 'ASK { ?s a <http://example.org/C> }' --exit-status
  whence query data.trig 'CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }' --format nt
  whence query data.ttl --query question.rq --explain

A folder stands for every RDF file in it and below. Files may be compressed (gzip, bzip2, xz, zstd).
Rows are a table on a terminal, and TSV elsewhere: it keeps every term whole, on one line a row.

Exit codes: 0 success; 1 with --exit-status: ASK is false, or no row; 2 wrong usage; 3 an error in
the data or the query; 4 a file cannot be read or written; 5 a limit is reached.)";

struct QueryArguments {
  std::vector<std::string> arguments;  ///< Files, and the query's text unless --query is given.
  std::string query;
  InputOptions input;
  std::string format;
  std::string output = "-";
  std::string explain;
  std::string timeout = "0";
  std::string memory_max = "0";
  ServiceArguments service;
  std::vector<std::string> without_passes;
  std::vector<std::string> default_graphs;
  std::vector<std::string> named_graphs;
  std::string description = "cbd";
  std::uint64_t description_triples_max = 0;
  bool has_time = false;
  bool has_exit_status = false;
};

class Stopwatch {
 public:
  /// "0.12 ms", since it was made or since the last call.
  std::string lap() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double, std::milli> elapsed = now - start_;
    start_ = now;
    return fmt::format("{:.2f} ms", elapsed.count());
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// The format of rows: as named, else by the output's suffix, else for whoever reads it.
results::Format row_format(const QueryArguments& arguments, const Console& console) {
  if (!arguments.format.empty()) {
    return parse_format(arguments.format, "--format");
  }
  const std::size_t dot = arguments.output.rfind('.');
  if (dot != std::string::npos) {
    if (const auto format = results::format_from_name(arguments.output.substr(dot + 1))) {
      return *format;
    }
  }
  const bool is_for_a_person = arguments.output == "-" && console.has_terminal_output();
  return is_for_a_person ? results::Format::kTable : results::Format::kTsv;
}

io::Syntax graph_syntax(const QueryArguments& arguments) {
  if (!arguments.format.empty()) {
    // "xml" is a name of both kinds.
    if (!io::syntax_from_name(arguments.format) && results::format_from_name(arguments.format)) {
      throw Error(ErrorCode::kUsage,
                  fmt::format("--format: the answer of this query is a graph: expected an RDF "
                              "syntax ({}), found '{}'",
                              syntax_names(), arguments.format));
    }
    return parse_syntax(arguments.format, "--format");
  }
  return io::syntax_from_path(arguments.output).value_or(io::Syntax::kTurtle);
}

/// Prefixes for the table: the query's own go before those of the data.
results::WriterOptions writer_options(const QueryArguments& arguments, const Console& console,
                                      const Database& database, const Query& query) {
  results::WriterOptions options;
  options.prefixes = query.prefixes();
  const auto snapshot = database.snapshot();
  options.prefixes.insert(options.prefixes.end(), snapshot->prefixes().begin(),
                          snapshot->prefixes().end());
  if (arguments.output == "-") {
    options.width_max = console.output_width();
    options.colour = console.has_colour_output();
  }
  return options;
}

/// Returns whether there was an answer: ASK is true, SELECT has a row.
bool write_answer(const QueryArguments& arguments, const Console& console, const Database& database,
                  Query& query, Output& output) {
  if (!arguments.explain.empty()) {
    if (arguments.explain != "plan") {
      output.write(query.algebra_text() + "\n");
    }
    if (arguments.explain != "algebra") {
      output.write(query.plan_text() + "\n");
    }
    return true;
  }
  if (query.is_graph()) {
    query.write_graph(graph_syntax(arguments), output);
    return true;
  }
  return query.write_results(row_format(arguments, console), output,
                             writer_options(arguments, console, database, query));
}

/// What --explain may say; CLI11 gives "true" where it stands alone.
void check_explain(const std::string& what) {
  for (const std::string_view known : {"", "true", "algebra", "plan"}) {
    if (what == known) {
      return;
    }
  }
  throw Error(
      ErrorCode::kUsage,
      fmt::format("--explain: expected algebra or plan, or nothing for both, found '{}'", what));
}

exec::DescriptionKind parse_description(const std::string& name) {
  const auto kind = exec::description_kind_from_name(name);
  if (!kind) {
    throw Error(ErrorCode::kUsage,
                fmt::format("--describe: expected cbd or symmetric, found '{}'", name));
  }
  return *kind;
}

int run_query(QueryArguments arguments, Console& console) {
  std::unique_ptr<Output> output;  // Outlives `interrupt`, which may discard it at any time.
  Interrupt interrupt;
  check_explain(arguments.explain);
  const exec::DescriptionKind description = parse_description(arguments.description);
  const auto timeout = parse_duration(arguments.timeout, "--timeout");
  const std::size_t memory_max = parse_size(arguments.memory_max, "--memory");
  const auto service = service_options(arguments.service);
  const QueryText text = find_query(arguments.query, arguments.arguments);
  arguments.input.paths = std::move(arguments.arguments);
  console.remember_text(text.name, text.text);
  // Opened first: a file that cannot be written is no reason to load for an hour.
  const auto files = find_inputs(arguments.input);
  output = open_output(arguments.output);
  interrupt.set_clean_up([&] { output->discard(); });

  Database database;
  const LoadReport report = database.load(files);
  if (arguments.has_time) {
    console.note("loaded " + to_string(report));
  }
  interrupt.defer();
  Stopwatch watch;
  bool has_answer = false;
  try {
    Query query =
        database.query(text.text, {.base_iri = arguments.input.base_iri,
                                   .timeout = timeout,
                                   .memory_max = memory_max,
                                   .stop = interrupt.token(),
                                   .without_passes = arguments.without_passes,
                                   .default_graphs = arguments.default_graphs,
                                   .named_graphs = arguments.named_graphs,
                                   .description = description,
                                   .description_triples_max = arguments.description_triples_max,
                                   .service = service});
    const std::string planning = watch.lap();
    has_answer = write_answer(arguments, console, database, query, *output);
    if (arguments.has_time) {
      console.note(fmt::format("planned in {}, answered in {}", planning, watch.lap()));
    }
  } catch (const Error& error) {
    if (error.position() && error.source().empty()) {
      throw error.in(text.name);
    }
    throw;
  }
  output->commit();
  interrupt.set_clean_up({});
  return arguments.has_exit_status && !has_answer ? kNegative : kSuccess;
}

void add_dataset_options(CLI::App& command, QueryArguments& arguments) {
  command
      .add_option("--default-graph", arguments.default_graphs,
                  "The default graph is this graph of the data, or several\n"
                  "merged; goes before FROM in the query")
      ->type_name("IRI")
      ->allow_extra_args(false);
  command
      .add_option("--named-graph", arguments.named_graphs,
                  "Of the named graphs only these are seen; goes before\n"
                  "FROM NAMED in the query")
      ->type_name("IRI")
      ->allow_extra_args(false);
  command
      .add_option("--describe", arguments.description,
                  "What DESCRIBE says: cbd, what is said of a resource, or\n"
                  "symmetric, also what is said with it; default cbd")
      ->type_name("KIND");
  command
      .add_option("--describe-limit", arguments.description_triples_max,
                  "Triples that a DESCRIBE may answer with; default 0: no limit")
      ->type_name("COUNT");
}

}  // namespace

void add_query_command(CLI::App& program, Command& chosen) {
  auto arguments = std::make_shared<QueryArguments>();
  CLI::App* command = program.add_subcommand("query", "Answer a query over files");
  command->footer(kExamples);
  command
      ->add_option("FILES", arguments->arguments,
                   "RDF files, folders, - for standard input; last, without\n"
                   "--query, the text of the query")
      ->type_name("");
  command->add_option("-q,--query", arguments->query, "A file with the query, or -")
      ->type_name("FILE");
  command
      ->add_option("--from,--syntax", arguments->input.syntax_name,
                   "Syntax of the files: " + syntax_names() + "; by default by their suffix")
      ->type_name("SYNTAX");
  command
      ->add_option("--base", arguments->input.base_iri,
                   "The base of relative IRIs in the data and the query")
      ->type_name("IRI");
  command
      ->add_option("-f,--format", arguments->format,
                   "Rows: " + format_names() + "; graphs (CONSTRUCT, DESCRIBE): " + syntax_names())
      ->type_name("FORMAT");
  command->add_option("-o,--output", arguments->output, "Write there, when complete")
      ->type_name("FILE");
  command
      ->add_option("--timeout", arguments->timeout,
                   "How long the query may take: 500ms, 30s, 5m; default: no limit")
      ->type_name("TIME")
      ->envname("WHENCE_TIMEOUT");
  command
      ->add_option("--memory", arguments->memory_max,
                   "What the query may hold besides the data: 512M, 4G; default: no limit")
      ->type_name("SIZE")
      ->envname("WHENCE_MEMORY");
  command->add_flag("--time", arguments->has_time, "Say on standard error how long each part took");
  command->add_flag("--explain", arguments->explain,
                    "Print the algebra and the plan, and no answer;\n"
                    "--explain=algebra or --explain=plan: one of them");
  command
      ->add_option("--without-pass", arguments->without_passes,
                   "Leave a pass of the planner out; the answer stays the same")
      ->type_name("NAME")
      ->allow_extra_args(false);
  add_dataset_options(*command, *arguments);
  command->add_flag("--exit-status", arguments->has_exit_status,
                    "Exit with 1 if ASK is false or there is no row");
  add_service_options(*command, arguments->service);
  command->callback([arguments, &chosen] {
    chosen = [arguments](Console& console) { return run_query(*arguments, console); };
  });
}

}  // namespace whence::cli
