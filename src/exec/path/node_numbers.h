// The nodes that a walk meets, numbered from 0 in the order of their coming, so that what is known
// of each stands in plain arrays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "exec/query_context.h"
#include "store/id.h"

namespace whence::exec {

class NodeNumbers {
 public:
  explicit NodeNumbers(QueryContext& context) : memory_(context) {}

  /// The number of a node; the next one if it is new. Throws Error kLimit beyond 2^32 - 2 nodes.
  std::uint32_t number(store::Id node);
  [[nodiscard]] store::Id id(std::uint32_t number) const { return ids_[number]; }
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  void grow();

  MemoryReservation memory_;
  std::vector<store::Id> ids_;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> numbers_;
  std::size_t reserved_ = 0;  ///< Nodes whose memory has been counted.
};

}  // namespace whence::exec
