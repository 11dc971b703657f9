// Many quads at once: reads documents, encodes and indexes them on all cores, and makes the next
// snapshot. All or nothing: a load that throws leaves the old snapshot as the only one.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "io/byte_source.h"
#include "io/syntax.h"
#include "store/snapshot.h"

namespace whence::store {

struct LoadOptions {
  std::size_t thread_count = 0;  ///< 0: as many as the machine has cores.
  /// How much of an N-Triples or N-Quads document a thread reads at once.
  std::size_t part_bytes = std::size_t{1} << 20;
};

/// One document. Blank nodes are scoped to it.
struct Document {
  io::ByteSource* source = nullptr;  ///< Read to its end; not owned.
  io::Syntax syntax = io::Syntax::kTurtle;
  std::string base_iri;
  std::string name;   ///< For messages.
  std::string graph;  ///< If not empty: triples of the default graph go to this named graph.
};

/// The quads of `base` and of `documents`, each quad once. Throws the first document's Error.
[[nodiscard]] std::shared_ptr<const Snapshot> load(const std::shared_ptr<const Snapshot>& base,
                                                   const std::vector<Document>& documents,
                                                   const LoadOptions& options = {});

}  // namespace whence::store
