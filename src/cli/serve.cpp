// whence serve: loads files and answers SPARQL over HTTP until it is told to stop.
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "cli/bind_address.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/names.h"
#include "cli/quantity.h"
#include "cli/server_limits.h"
#include "cli/service_arguments.h"
#include "engine/database.h"
#include "server/server.h"

namespace whence::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  whence serve data.ttl
  whence serve ontology triples --bind 127.0.0.1:8080 --timeout 10s
  whence serve - --from nq < dump.nq
  curl -H 'Accept: text/csv' --data-urlencode 'query=SELECT * { ?s ?p ?o } LIMIT 10' http://127.0.0.1:7575/sparql

A folder stands for every RDF file in it and below. Files may be compressed (gzip, bzip2, xz, zstd).
There is no access control: beyond this machine, let a reverse proxy decide who may ask.
SIGINT and SIGTERM stop the server when the running queries are done, or after a few seconds.

Exit codes: 0 stopped as asked; 2 wrong usage; 3 an error in the data; 4 a file cannot be read, or
the port is taken.)";

struct ServeArguments {
  InputOptions input;
  std::string bind = "127.0.0.1:7575";
  std::string timeout = "30s";
  std::string memory_max = "4G";
  ServiceArguments service;
  server::ServerOptions limits;
  std::uint64_t description_triples_max = 0;
};

server::ServerOptions server_options(const ServeArguments& arguments) {
  server::ServerOptions options = arguments.limits;
  const BindAddress bind = parse_bind_address(arguments.bind, {options.bind_address, options.port});
  options.bind_address = bind.address;
  options.port = bind.port;
  options.service = service_options(arguments.service);
  options.query_timeout = parse_duration(arguments.timeout, "--timeout");
  options.query_memory_max = parse_size(arguments.memory_max, "--memory");
  options.description_triples_max = arguments.description_triples_max;
  return options;
}

int run_serve(const ServeArguments& arguments, Console& console) {
  Interrupt interrupt;
  server::ServerOptions options = server_options(arguments);
  const auto files = find_inputs(arguments.input);
  options.log = [&console](std::string_view line) { console.note(line); };
  if (!is_loopback(options.bind_address)) {
    console.note(
        fmt::format("WARNING: {} can be reached from other machines and there is no access "
                    "control: everyone who reaches it can read all the data",
                    options.bind_address));
  }
  Database database;
  const LoadReport report = database.load(files);
  console.note(to_string(report));

  server::Server server(database, options);
  interrupt.defer();
  const std::stop_callback on_stop(interrupt.token(), [&] { server.stop(); });
  const std::string address = server.address();
  console.note(fmt::format("serving on {} (SPARQL endpoint: {}sparql)", address, address));
  server.run();
  return kSuccess;
}

}  // namespace

void add_serve_command(CLI::App& program, Command& chosen) {
  auto arguments = std::make_shared<ServeArguments>();
  CLI::App* command = program.add_subcommand("serve", "Serve files as a SPARQL endpoint");
  command->footer(kExamples);
  command
      ->add_option("FILES", arguments->input.paths, "RDF files, folders, or - for standard input")
      ->type_name("");
  command
      ->add_option("-b,--bind", arguments->bind,
                   "Where to listen, default 127.0.0.1:7575; port 0: any free one")
      ->type_name("ADDRESS:PORT")
      ->envname("WHENCE_BIND");
  command
      ->add_option("--from,--syntax", arguments->input.syntax_name,
                   "Syntax of the files: " + syntax_names() + "; by default by their suffix")
      ->type_name("SYNTAX");
  command
      ->add_option("--base", arguments->input.base_iri,
                   "Base of relative IRIs in the data; by default the file's own IRI")
      ->type_name("IRI");
  command
      ->add_option("--timeout", arguments->timeout,
                   "How long a query may take, default 30s; 0: no limit")
      ->type_name("TIME")
      ->envname("WHENCE_TIMEOUT");
  command
      ->add_option("--memory", arguments->memory_max,
                   "What one query may hold besides the data, default 4G; 0: no limit")
      ->type_name("SIZE")
      ->envname("WHENCE_MEMORY");
  add_server_limits(*command, arguments->limits);
  command
      ->add_option("--describe-limit", arguments->description_triples_max,
                   "Triples that a DESCRIBE may answer with; default 0: no limit")
      ->type_name("COUNT");
  add_service_options(*command, arguments->service);
  command->callback([arguments, &chosen] {
    chosen = [arguments](Console& console) { return run_serve(*arguments, console); };
  });
}

}  // namespace whence::cli
