// The edges of a graph looked up node by node: what leaves a node by one predicate, or by any but
// some. Each call is one search in one sorted table, without a cursor; walks over a graph (SPARQL
// 1.1 §9, property paths) call it a million times.
//
// Immutable; any number of threads may use it. The snapshot must outlive it.
#pragma once

#include <cstdint>
#include <vector>

#include "store/id.h"
#include "store/quad_index.h"
#include "store/snapshot.h"

namespace whence::store {

class EdgeLookup {
 public:
  /// Edges of `predicate` in `graph`, which is one graph; from subject to object, or back.
  EdgeLookup(const Snapshot& snapshot, Id predicate, bool is_backward, Id graph);
  /// Edges of every predicate but `excluded`.
  static EdgeLookup any_but(const Snapshot& snapshot, std::vector<Id> excluded, bool is_backward,
                            Id graph);

  /// Appends the far end of each edge of `node`; one that several predicates lead to as often.
  void append(Id node, std::vector<Id>& out) const;
  /// Whether an edge leaves `node`.
  [[nodiscard]] bool has(Id node) const;

  /// All edges of all nodes, those that are excluded among them.
  [[nodiscard]] std::uint64_t size() const { return edges_.rows.size(); }
  /// Appends both ends of the edges from number `begin` to before `end`, by the near end ascending.
  /// Only where there is one predicate.
  void append_edges(std::uint64_t begin, std::uint64_t end, std::vector<Id>& near,
                    std::vector<Id>& far) const;

 private:
  EdgeLookup(QuadIndex::Located edges, bool is_of_any, std::vector<Id> excluded);

  QuadIndex::Located edges_;  ///< The near end first; then the predicate, unless it is fixed.
  bool is_of_any_ = false;
  std::vector<Id> excluded_;  ///< Ascending.
};

}  // namespace whence::store
