// whence convert: RDF from one syntax to another, streaming, in memory that does not grow with the
// document. Prefixes are kept, and the labels of blank nodes too where there is one document.
#include <array>
#include <memory>
#include <optional>
#include <string>
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
#include "engine/database.h"
#include "io/byte_source.h"
#include "io/canonical/canonical_form.h"
#include "io/reader.h"
#include "io/writer.h"
#include "rdf/iri.h"

namespace whence::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  whence convert data.ttl data.nt
  whence convert dump.nq.gz dump.trig
  whence convert ontology triples all.trig
  whence convert data.ttl - --to nt | sort | sha256sum
  whence convert data.trig - --canonical | sha256sum
  curl -s http://example.org/data.ttl | whence convert - data.nq --from ttl --base http://example.org/data.ttl

Where there are several documents, the labels of their blank nodes are kept apart: f1-, f2-, ... stand
before them. --canonical names blank nodes by what is said of them and sorts (RDFC-1.0), so that equal data
sets give equal files; the whole data set is held in memory for it. OUT appears when it is complete: a conversion that fails leaves nothing behind and harms nothing.

Exit codes: 0 success; 2 wrong usage; 3 an error in the data; 4 a file cannot be read or written;
5 --canonical-limit is reached.)";

struct ConvertArguments {
  std::vector<std::string> paths;  ///< Inputs, and the output as the last.
  std::string from;
  std::string to;
  std::string base_iri;
  std::vector<std::string> contexts;  ///< As written: IRI=FILE.
  bool is_canonical = false;
  std::string canonical_hash = "sha256";
  std::string canonical_limit = std::to_string(io::kCanonicalStepsMax);
};

io::Syntax syntax_of(const std::string& path, const std::string& name, std::string_view option) {
  if (!name.empty()) {
    return parse_syntax(name, option);
  }
  if (const auto syntax = io::syntax_from_path(path)) {
    return *syntax;
  }
  throw Error(ErrorCode::kUsage,
              fmt::format("cannot tell the syntax of {}: expected a suffix ({}), or {} SYNTAX "
                          "({})",
                          path == "-" ? "'-'" : "'" + path + "'", io::syntax_suffixes(), option,
                          syntax_names()));
}

/// Compressed input is read; output is not compressed, and must not be named as if it were.
void check_not_compressed(const std::string& output) {
  static constexpr std::array<std::string_view, 4> kSuffixes = {".gz", ".bz2", ".xz", ".zst"};
  static constexpr std::array<std::string_view, 4> kTools = {"gzip", "bzip2", "xz", "zstd"};
  for (std::size_t i = 0; i < kSuffixes.size(); ++i) {
    if (output.ends_with(kSuffixes[i])) {
      throw Error(ErrorCode::kUsage,
                  fmt::format("output is not compressed, found the name '{}'; write to '-' and "
                              "pipe it through {}",
                              output, kTools[i]));
    }
  }
}

using Contexts = std::vector<std::pair<std::string, std::string>>;

Contexts parse_contexts(const std::vector<std::string>& texts) {
  Contexts contexts;
  for (const std::string& text : texts) {
    const std::size_t equals = text.rfind('=');  // An IRI may have one too.
    if (equals == std::string::npos || equals + 1 == text.size() ||
        !rdf::is_absolute_iri(text.substr(0, equals))) {
      throw Error(ErrorCode::kUsage, fmt::format("--context: expected IRI=FILE, such as "
                                                 "https://schema.org/=schema.jsonld, found '{}'",
                                                 text));
    }
    contexts.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  return contexts;
}

/// Hands all quads of `file` to `sink`.
void read_file(const InputFile& file, const Contexts& contexts, const std::string& blank_node_scope,
               io::QuadSink& sink) {
  const io::Syntax syntax = file.syntax ? *file.syntax : syntax_of(file.path, {}, "--from");
  const auto source = io::open_source(file.path);
  io::ReadOptions options{.base_iri = file.base_iri,
                          .source_name = file.path,
                          .blank_node_scope = blank_node_scope,
                          .contexts = contexts};
  if (options.base_iri.empty() && file.path != "-") {
    options.base_iri = file_iri(file.path);
  }
  io::read(syntax, *source, options, sink);
}

void read_files(const std::vector<InputFile>& files, const Contexts& contexts, io::QuadSink& sink) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    // Blank nodes belong to their document (RDF 1.1 Concepts §3.4).
    read_file(files[i], contexts, files.size() == 1 ? "" : fmt::format("f{}-", i + 1), sink);
  }
}

void check_is_nquads(const std::string& out, const std::string& to) {
  const std::optional<io::Syntax> syntax =
      to.empty() ? io::syntax_from_path(out) : parse_syntax(to, "--to");
  if (syntax.value_or(io::Syntax::kNQuads) != io::Syntax::kNQuads) {
    throw Error(
        ErrorCode::kUsage,
        fmt::format("a canonical form is N-Quads, found {} {}; give OUT the suffix .nq, or "
                    "leave --canonical out",
                    io::info(*syntax).name, to.empty() ? "as the suffix of OUT" : "in --to"));
  }
}

void write_canonical(const ConvertArguments& arguments, const std::vector<InputFile>& files,
                     io::ByteSink& sink) {
  io::CanonicalForm form(
      {.hash = arguments.canonical_hash == "sha384" ? io::CanonicalHash::kSha384
                                                    : io::CanonicalHash::kSha256,
       .steps_max = parse_count(arguments.canonical_limit, "--canonical-limit")});
  read_files(files, parse_contexts(arguments.contexts), form);
  form.finish();
  form.write(sink);
}

int run_convert(const ConvertArguments& arguments) {
  std::unique_ptr<Output> output;  // Outlives `interrupt`, which may discard it at any time.
  Interrupt interrupt;
  InputOptions inputs{
      .paths = arguments.paths, .syntax_name = arguments.from, .base_iri = arguments.base_iri};
  const std::string out = std::move(inputs.paths.back());
  inputs.paths.pop_back();
  const std::vector<InputFile> files = find_inputs(inputs);
  if (arguments.is_canonical) {
    check_is_nquads(out, arguments.to);
  }
  const io::Syntax to =
      arguments.is_canonical ? io::Syntax::kNQuads : syntax_of(out, arguments.to, "--to");
  check_not_compressed(out);
  output = open_output(out);
  interrupt.set_clean_up([&] { output->discard(); });
  if (arguments.is_canonical) {
    write_canonical(arguments, files, *output);
  } else {
    const auto writer = io::make_writer(to, *output);
    read_files(files, parse_contexts(arguments.contexts), *writer);
    writer->finish();
  }
  output->commit();
  interrupt.set_clean_up({});
  return kSuccess;
}

}  // namespace

void add_convert_command(CLI::App& program, Command& chosen) {
  auto arguments = std::make_shared<ConvertArguments>();
  CLI::App* command = program.add_subcommand("convert", "Write RDF in another syntax");
  command->footer(kExamples);
  command
      ->add_option("IN... OUT", arguments->paths,
                   "RDF files, compressed or not, folders of them, or -; then the file to write, "
                   "or -")
      ->required()
      ->expected(2, -1)
      ->type_name("");
  command
      ->add_option("--from", arguments->from,
                   "The syntax of IN: " + syntax_names() + "; by default by its suffix")
      ->type_name("SYNTAX");
  command->add_option("--to", arguments->to, "The syntax of OUT; by default by its suffix")
      ->type_name("SYNTAX");
  command
      ->add_option("--base", arguments->base_iri,
                   "The base of relative IRIs; by default the file: IRI of IN")
      ->type_name("IRI");
  command
      ->add_option(
          "--context", arguments->contexts,
          "JSON-LD: FILE stands for the context IRI, or a folder for all below an IRI that "
          "ends in /; nothing is fetched")
      ->allow_extra_args(false)
      ->type_name("IRI=FILE");
  CLI::Option* canonical =
      command->add_flag("--canonical", arguments->is_canonical,
                        "Canonical N-Quads (RDFC-1.0): equal data sets give equal files");
  command
      ->add_option("--canonical-hash", arguments->canonical_hash,
                   "What tells blank nodes apart: sha256 or sha384")
      ->check(CLI::IsMember({"sha256", "sha384"}, CLI::ignore_case))
      ->needs(canonical)
      ->capture_default_str()
      ->type_name("HASH");
  command
      ->add_option("--canonical-limit", arguments->canonical_limit,
                   "How many steps naming blank nodes may take")
      ->needs(canonical)
      ->capture_default_str()
      ->type_name("STEPS");
  command->callback(
      [arguments, &chosen] { chosen = [arguments](Console&) { return run_convert(*arguments); }; });
}

}  // namespace whence::cli
