// The graph that a closure searches: its nodes are numbers, its edges what one step of the closure
// leads to. Edges are looked up node by node and kept; where the step is made of plain edges and
// many have been looked up, all are read at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "exec/path/node_numbers.h"
#include "exec/path/walker.h"
#include "exec/query_context.h"
#include "plan/path.h"
#include "store/edge_lookup.h"

namespace whence::exec {

class StepEdges {
 public:
  /// Positions for end().
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  /// `step` must outlive it.
  StepEdges(const plan::Path& step, store::Id graph, NodeNumbers& nodes, QueryContext& context);

  /// The edges of a node; the range holds until the next of(). Throws Error kLimit beyond 2^32 - 2
  /// edges.
  [[nodiscard]] Range of(std::uint32_t node) {
    if (node < ranges_.size() && ranges_[node].begin != kUnknown) {
      return ranges_[node];
    }
    return is_complete_ ? Range{} : look_up(node);
  }
  /// Where an edge ends.
  [[nodiscard]] std::uint32_t end(std::uint32_t position) const { return ends_[position]; }

 private:
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  void add_plain(const plan::Path& step, store::Id graph);
  Range look_up(std::uint32_t node);
  [[nodiscard]] static std::uint32_t checked(std::uint64_t edge_count);
  [[nodiscard]] bool pays_to_read_all() const;
  void read_all();
  void read_into(std::vector<std::uint32_t>& near, std::vector<std::uint32_t>& far);

  QueryContext& context_;
  MemoryReservation memory_;
  NodeNumbers& nodes_;
  std::vector<store::EdgeLookup> plain_;  ///< Where each edge of the step is one of these.
  std::uint64_t plain_size_ = 0;
  std::unique_ptr<Walker> walker_;  ///< Where it is not.
  std::vector<Range> ranges_;       ///< By node.
  std::vector<std::uint32_t> ends_;
  std::size_t counted_ends_ = 0;  ///< Whose memory has been counted.
  std::uint64_t look_up_count_ = 0;
  bool is_complete_ = false;  ///< All edges have been read.
  std::vector<store::Id> ids_;
  std::vector<Reached> reached_;
};

}  // namespace whence::exec
