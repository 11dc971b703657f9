// What a path leads to from one start after the other. Results come a part at a time, before the
// search has ended, and those of closures are kept: a start that comes again is not searched again,
// and one with a single edge leads to what its neighbour leads to, and the neighbour. So all pairs
// of a tree, from its leaves up, are copied rather than walked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "exec/path/closure.h"
#include "exec/path/walker.h"
#include "exec/query_context.h"
#include "plan/physical_plan.h"
#include "store/edge_lookup.h"
#include "store/id.h"

namespace whence::exec {

class PathTargets {
 public:
  /// `node` must outlive it.
  PathTargets(const plan::PathSearch& node, QueryContext& context);

  void begin(store::Id graph, store::Id start);
  /// Appends the targets from number `position` on, at most `max` of them; how many ways lead to
  /// each behind `counts`. Returns their number; 0: there are no more.
  std::size_t append(std::size_t position, std::size_t max, std::vector<store::Id>& nodes,
                     std::vector<std::uint64_t>& counts);
  /// In how many ways the path leads to `end`.
  std::uint64_t count_of(store::Id end);

 private:
  /// Of the results that are kept.
  struct Part {
    std::uint32_t begin = kNotKept;
    std::uint32_t size = 0;
  };
  static constexpr std::uint32_t kNotKept = 0xFFFFFFFF;

  void enter(store::Id graph);
  [[nodiscard]] bool is_node(store::Id start) const;
  [[nodiscard]] bool is_graph() const;
  [[nodiscard]] std::optional<Part> kept_of(std::uint32_t number) const;
  std::optional<Part> extend_kept(std::uint32_t number);
  void keep_found();
  void keep(std::uint32_t number, Part part);

  const plan::PathSearch& node_;
  QueryContext& context_;
  MemoryReservation memory_;
  const plan::PathClosure* closed_;  ///< The path where it is a closure, else null.
  bool is_nullable_;
  bool keeps_results_;
  std::uint64_t zero_length_count_;

  // Of the current graph.
  store::Id graph_;
  std::optional<Closure> closure_;
  std::unique_ptr<Walker> walker_;
  std::optional<store::EdgeLookup> outgoing_;
  std::optional<store::EdgeLookup> incoming_;
  std::vector<Part> kept_parts_;  ///< By the closure's number of the start.
  std::vector<store::Id> kept_;
  std::size_t counted_kept_ = 0;  ///< Whose memory has been counted.

  // Of the current start: what it leads to is in the closure while that searches, in kept_, or
  // here.
  enum class Place : std::uint8_t { kClosure, kKept, kList };
  store::Id start_;
  Place place_ = Place::kList;
  bool is_searching_ = false;
  Part part_;
  std::vector<Reached> list_;
};

}  // namespace whence::exec
