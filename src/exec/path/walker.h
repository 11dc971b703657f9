// Walks a path from one node to all that it leads to. One class a kind of path; a closure keeps
// what it has learned of the graph, so that walks from many nodes look up each node once.
//
// Nodes that are asked about are nodes of the graph: what holds for others is known without looking
// (plan::zero_length_count).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "exec/query_context.h"
#include "plan/path.h"
#include "store/id.h"

namespace whence::exec {

/// A node, and how many ways of the path lead there.
struct Reached {
  store::Id node;
  std::uint64_t count = 1;
};

class Walker {
 public:
  Walker() = default;
  Walker(const Walker&) = delete;
  Walker& operator=(const Walker&) = delete;
  virtual ~Walker() = default;

  /// Appends what the path leads to from `from`; a node may come several times. Throws what
  /// QueryContext::check() and reserve() throw.
  virtual void walk(store::Id from, std::vector<Reached>& out) = 0;
};

/// `path` must outlive the walker; `graph` is one graph.
[[nodiscard]] std::unique_ptr<Walker> make_walker(const plan::Path& path, store::Id graph,
                                                  QueryContext& context);

/// Makes of entries of one node one entry.
void merge_equal(std::vector<Reached>& reached);

}  // namespace whence::exec
