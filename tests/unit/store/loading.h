// Snapshots from text, and the quads of a snapshot as text: what the store's tests are written in.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/byte_source.h"
#include "rdf/term.h"
#include "store/bulk_loader.h"
#include "store/snapshot.h"

namespace whence::store {

/// Loads `text`, N-Quads unless said otherwise, on top of `base`.
inline std::shared_ptr<const Snapshot> load_onto(const std::shared_ptr<const Snapshot>& base,
                                                 std::string_view text,
                                                 io::Syntax syntax = io::Syntax::kNQuads,
                                                 const LoadOptions& options = {}) {
  io::StringSource source(text);
  const Document document{
      .source = &source, .syntax = syntax, .base_iri = "x:base", .name = "test", .graph = {}};
  return load(base, {document}, options);
}

inline std::shared_ptr<const Snapshot> load_text(std::string_view text,
                                                 io::Syntax syntax = io::Syntax::kNQuads,
                                                 const LoadOptions& options = {}) {
  return load_onto(std::make_shared<const Snapshot>(), text, syntax, options);
}

/// All quads as N-Quads lines without their ends, sorted; first those of the default graph.
inline std::vector<std::string> quads_of(const Snapshot& snapshot) {
  std::vector<std::string> lines;
  for (const Id graph : {Id::default_graph(), Id()}) {
    QuadPattern pattern;
    pattern.graph = graph;
    SortOrder order{Column::kSubject, Column::kPredicate, Column::kObject};
    if (!graph.is_bound()) {
      order.push_back(Column::kGraph);
    }
    const auto first = static_cast<std::ptrdiff_t>(lines.size());
    Scan scan = snapshot.scan(pattern, order);
    std::string scratch;
    for (Batch batch; scan.next(batch);) {
      for (std::size_t row = 0; row < batch.row_count; ++row) {
        std::string line;
        for (const auto& column : batch.columns) {
          line += rdf::to_ntriples(snapshot.term(column[row], scratch)) + " ";
        }
        lines.push_back(line + ".");
      }
    }
    std::sort(lines.begin() + first, lines.end());
  }
  return lines;
}

}  // namespace whence::store
