// The RDF dataset that a query asks for by FROM and FROM NAMED (SPARQL 1.1 §13.2), made of graphs
// of a snapshot: itself a snapshot, with the same terms under the same ids, so that whatever reads
// snapshots reads it.
//
// A single graph as the default graph is seen in place. What is several graphs at once has to be
// sorted together, and is copied: the cost is that of loading these graphs, without their text.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "rdf/term.h"
#include "store/snapshot.h"

namespace whence::store {

/// Names of graphs; those that are no graph of the snapshot are empty graphs.
struct DatasetNames {
  std::vector<rdf::Term> default_graphs;  ///< Merged into the default graph, each triple once.
  std::vector<rdf::Term> named_graphs;
};

/// Calls `reserve` once, before anything is copied, with the bytes that it will hold, and `check`
/// often while it copies; what they throw comes through.
[[nodiscard]] std::shared_ptr<const Snapshot> dataset_view(
    const Snapshot& snapshot, const DatasetNames& names,
    const std::function<void(std::uint64_t)>& reserve, const std::function<void()>& check);

}  // namespace whence::store
