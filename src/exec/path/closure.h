// What a repeated path leads to (SPARQL 1.1 §18.4, ALP): a breadth-first search over numbered
// nodes, in the order in which they are found, a part at a time.
//
// The edges of a node are looked up when a search first comes there, and kept; once searches have
// looked up a good part of what there is, all edges are read in one sweep. A search costs a visit
// of each node and edge that it reaches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "exec/path/node_numbers.h"
#include "exec/path/step_edges.h"
#include "exec/query_context.h"
#include "plan/path.h"
#include "store/id.h"

namespace whence::exec {

class Closure {
 public:
  /// In one graph. `path` must outlive it.
  Closure(const plan::PathClosure& path, store::Id graph, QueryContext& context);

  /// Begins another search. The start is found at once if the path may have no length.
  void begin(store::Id start);
  /// Goes on until at least `count` nodes are found, or returns false: there are no more.
  bool advance(std::size_t count);

  /// The numbers of the nodes found so far.
  [[nodiscard]] std::span<const std::uint32_t> found() const { return found_; }
  /// Whether the node is found so far.
  [[nodiscard]] bool has_found(store::Id node);
  [[nodiscard]] store::Id node(std::uint32_t number) const { return nodes_.id(number); }
  /// Where the one edge of a node ends; nothing if it has none or several.
  [[nodiscard]] std::optional<std::uint32_t> only_next(std::uint32_t number);
  /// The number of a node, the same in every search.
  [[nodiscard]] std::uint32_t number(store::Id node) { return nodes_.number(node); }

 private:
  void expand(std::uint32_t number);
  void find(std::uint32_t number);
  void start_next_epoch();
  void grow_marks();

  const plan::PathClosure& path_;
  QueryContext& context_;
  MemoryReservation memory_;
  NodeNumbers nodes_;
  StepEdges edges_;
  std::vector<std::uint32_t> marks_;  ///< By node: the last search that found it.
  std::uint32_t epoch_ = 0;
  std::uint32_t start_ = 0;
  bool start_is_due_ = false;         ///< Its edges are not in found_ yet.
  std::vector<std::uint32_t> found_;  ///< The queue of the search.
  std::size_t head_ = 0;              ///< What is before it has been expanded.
  std::size_t edge_count_ = 0;        ///< Walked since the last check().
};

}  // namespace whence::exec
