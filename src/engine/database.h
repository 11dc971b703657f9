// The one door for the server, the command line and embedders: open, load, query.
//
//   whence::Database database;
//   database.load({{"articles.trig"}});
//   std::cout << database.query("SELECT * { ?s ?p ?o } LIMIT 10").to_string("csv");
//
// A Database may be used from any number of threads. A Query belongs to one thread at a time.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/service_options.h"
#include "exec/description_kind.h"
#include "io/byte_sink.h"
#include "io/reader.h"
#include "io/syntax.h"
#include "results/format.h"
#include "results/result_sink.h"
#include "store/snapshot.h"

namespace whence {

/// A document to load: a path, or "-" for standard input.
struct InputFile {
  std::string path;
  std::optional<io::Syntax> syntax;  ///< Absent: by the path's suffix.
  std::string base_iri;              ///< Empty: the file's own file: IRI.
  std::string graph;                 ///< Not empty: default-graph triples go to this named graph.
};

struct LoadReport {
  std::size_t file_count = 0;
  std::uint64_t quads_before = 0;
  std::uint64_t quads_after = 0;
  std::chrono::nanoseconds elapsed{};
};

struct QueryOptions {
  std::string base_iri;
  /// Zero: no limit. The query ends in Error kTimeout.
  std::chrono::milliseconds timeout{0};
  /// Bytes that operators may hold; zero: no limit. The query ends in Error kMemoryLimit.
  std::size_t memory_max = 0;
  /// Asked to stop, the query ends in Error kCancelled.
  std::stop_token stop;
  /// Names of planner passes to leave out; results never change by it.
  std::vector<std::string> without_passes;
  /// IRIs of graphs. If there is any, they are the dataset, whatever the query says by FROM and
  /// FROM NAMED (SPARQL 1.1 Protocol §2.1.4): graphs of the database, nothing is fetched.
  std::vector<std::string> default_graphs;
  std::vector<std::string> named_graphs;
  /// What a DESCRIBE says of a resource.
  exec::DescriptionKind description = exec::DescriptionKind::kConcise;
  /// Triples that a DESCRIBE may answer with; zero: no limit. Beyond it ends in Error kLimit.
  std::uint64_t description_triples_max = 0;
  /// What SERVICE may ask; null: nobody.
  std::shared_ptr<const ServiceOptions> service{};
};

enum class QueryForm : std::uint8_t { kSelect, kAsk, kConstruct, kDescribe };

/// A query that is parsed and planned against one snapshot. It can be run once.
class Query {
 public:
  Query(Query&&) noexcept;
  Query& operator=(Query&&) noexcept;
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  [[nodiscard]] QueryForm form() const;
  /// Whether the answer is a graph (CONSTRUCT, DESCRIBE) rather than rows or a boolean.
  [[nodiscard]] bool is_graph() const {
    return form() == QueryForm::kConstruct || form() == QueryForm::kDescribe;
  }
  /// The columns of a SELECT.
  [[nodiscard]] const std::vector<std::string>& variables() const;
  /// Whether the query puts its rows in an order: the outermost SELECT has an ORDER BY (§15.1).
  [[nodiscard]] bool is_ordered() const;
  /// The prefixes that the query declares: name without ":", and IRI.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& prefixes() const;

  /// Runs a SELECT or ASK and writes its result, streaming. For ASK returns the answer, for SELECT
  /// whether there was a row.
  bool write_results(results::Format format, io::ByteSink& sink,
                     const results::WriterOptions& options = {});
  /// The same, the rows as terms.
  bool write_results(results::ResultSink& sink);
  /// Runs a CONSTRUCT and writes its graph, streaming, each triple once (§16.2).
  void write_graph(io::Syntax syntax, io::ByteSink& sink);
  /// The same, the triples as terms.
  void write_graph(io::QuadSink& sink);

  /// Runs and collects, the format by any of its names: for embedders and tests.
  [[nodiscard]] std::string to_string(std::string_view format_name);

  /// The algebra and the plan as S-expressions.
  [[nodiscard]] std::string algebra_text() const;
  [[nodiscard]] std::string plan_text() const;

 private:
  friend class Database;
  class State;
  explicit Query(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class Database {
 public:
  Database();

  /// Loads all files, or none: what is in the database does not change if one of them fails.
  /// A folder stands for every RDF file in it and below, in the order of their paths.
  /// Throws Error: kIo, kBadData with file, line and column, kUsage for a file of unknown syntax.
  LoadReport load(const std::vector<InputFile>& files);

  /// Parses and plans. Throws Error: kSyntax and kUnsupported with a position.
  [[nodiscard]] Query query(std::string_view text, const QueryOptions& options = {}) const;

  [[nodiscard]] std::shared_ptr<const store::Snapshot> snapshot() const;

 private:
  std::mutex writer_;  // One writer at a time.
  std::atomic<std::shared_ptr<const store::Snapshot>> snapshot_;
};

/// The files that `paths` name: a folder stands for every RDF file in it and below.
[[nodiscard]] std::vector<InputFile> find_input_files(const std::vector<std::string>& paths);

/// The file: IRI of a path (RFC 8089), against which the relative IRIs of its content are resolved.
/// Characters that an IRI cannot have are percent-encoded.
[[nodiscard]] std::string file_iri(const std::string& path);

}  // namespace whence
