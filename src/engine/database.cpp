#include "engine/database.h"

#include <utility>

#include <fmt/format.h>

#include "engine/query_state.h"
#include "io/byte_source.h"
#include "rdf/error.h"
#include "sparql/parser.h"
#include "store/bulk_loader.h"

namespace whence {

namespace {

io::Syntax syntax_of(const InputFile& file) {
  if (file.syntax) {
    return *file.syntax;
  }
  if (const auto syntax = io::syntax_from_path(file.path)) {
    return *syntax;
  }
  throw Error(ErrorCode::kUsage,
              fmt::format("cannot tell the syntax of {} by its name; expected a suffix ({}), or "
                          "the syntax to be named",
                          file.path, io::syntax_suffixes()));
}

}  // namespace

Database::Database() : snapshot_(std::make_shared<const store::Snapshot>()) {}

std::shared_ptr<const store::Snapshot> Database::snapshot() const { return snapshot_.load(); }

LoadReport Database::load(const std::vector<InputFile>& files) {
  const std::lock_guard lock(writer_);
  const auto start = std::chrono::steady_clock::now();
  const auto before = snapshot_.load();
  std::vector<std::unique_ptr<io::ByteSource>> sources;
  std::vector<store::Document> documents;
  for (const InputFile& file : files) {
    const io::Syntax syntax = syntax_of(file);
    sources.push_back(io::open_source(file.path));
    std::string base = file.base_iri;
    if (base.empty() && file.path != "-") {
      base = file_iri(file.path);
    }
    documents.push_back({.source = sources.back().get(),
                         .syntax = syntax,
                         .base_iri = std::move(base),
                         .name = file.path,
                         .graph = file.graph});
  }
  const auto after = store::load(before, documents);
  snapshot_.store(after);
  return {.file_count = files.size(),
          .quads_before = before->quad_count(),
          .quads_after = after->quad_count(),
          .elapsed = std::chrono::steady_clock::now() - start};
}

Query Database::query(std::string_view text, const QueryOptions& options) const {
  sparql::ParserOptions parser_options;
  parser_options.base_iri = options.base_iri;
  return Query(std::make_unique<Query::State>(sparql::parse_query(text, parser_options),
                                              snapshot_.load(), options));
}

}  // namespace whence
