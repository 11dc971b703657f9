// The planner's passes by name. Each can be switched off: answers never change by it, only speed,
// and a test proves it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whence::plan {

enum class Pass : std::uint8_t {
  kPushFilters,  ///< Apply a filter as soon as its variables are bound.
  kOrderJoins,   ///< Join in the order of estimated size; off: as written.
  kSemiJoins,    ///< Answer EXISTS for all rows by one join; off: for each row by itself.
  kMergeJoins,   ///< Merge where sides are or cheaply become sorted; off: hash joins alone.
  kSearchPaths,  ///< Search a path from what the rest of the group binds; off: all its solutions.
};

struct PassInfo {
  Pass pass;
  std::string_view name;
  std::string_view meaning;
};

[[nodiscard]] std::span<const PassInfo> passes();

/// Which passes run: all, unless left out.
class PassSet {
 public:
  PassSet() = default;
  /// All but those named. Throws Error kUsage for a name that is none, listing those there are.
  static PassSet without(const std::vector<std::string>& names);

  [[nodiscard]] bool has(Pass pass) const {
    return (left_out_ & (1U << static_cast<unsigned>(pass))) == 0;
  }

 private:
  std::uint32_t left_out_ = 0;
};

}  // namespace whence::plan
