#include "exec/path/node_numbers.h"

#include <algorithm>
#include <limits>

#include "rdf/error.h"

namespace whence::exec {

std::uint32_t NodeNumbers::number(store::Id node) {
  const auto [entry, is_new] =
      numbers_.try_emplace(node.bits(), static_cast<std::uint32_t>(ids_.size()));
  if (is_new) {
    if (ids_.size() >= reserved_) {
      grow();
    }
    ids_.push_back(node);
  }
  return entry->second;
}

void NodeNumbers::grow() {
  constexpr std::size_t kFirst = 64;
  constexpr std::size_t kNodesMax = std::numeric_limits<std::uint32_t>::max() - 1;
  // An id, and an entry of a table that is half full after it has grown.
  constexpr std::size_t kBytesEach =
      sizeof(store::Id) + 2 * (sizeof(std::pair<std::uint64_t, std::uint32_t>) + 1);
  const std::size_t added = std::max(kFirst, reserved_);
  if (reserved_ + added > kNodesMax) {
    throw Error(ErrorCode::kLimit, "a property path would have to visit more than 4 billion nodes");
  }
  memory_.add(added * kBytesEach);
  reserved_ += added;
}

}  // namespace whence::exec
