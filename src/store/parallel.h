// Work on several threads at once, for the length of one call.
#pragma once

#include <cstddef>
#include <functional>

namespace whence::store {

/// Calls `work` with 0 to `thread_count` - 1, each on its own thread (the caller's is one of them),
/// and returns when all have; then rethrows what the one with the lowest number threw.
void run_parallel(std::size_t thread_count, const std::function<void(std::size_t)>& work);

/// The `part`th of `part_count` ranges of about equal size that make up 0 to `count`.
struct Share {
  std::size_t begin;
  std::size_t end;
};
[[nodiscard]] constexpr Share share_of(std::size_t count, std::size_t part,
                                       std::size_t part_count) {
  const std::size_t size = count / part_count;
  const std::size_t larger = count % part_count;  // So many have one more.
  const std::size_t begin = part * size + (part < larger ? part : larger);
  return {begin, begin + size + (part < larger ? 1 : 0)};
}

}  // namespace whence::store
