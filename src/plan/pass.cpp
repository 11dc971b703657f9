#include "plan/pass.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rdf/error.h"

namespace whence::plan {

namespace {

constexpr std::array kPasses{
    PassInfo{Pass::kPushFilters, "push-filters", "filter as soon as the variables are bound"},
    PassInfo{Pass::kOrderJoins, "order-joins", "join in the order of estimated size"},
    PassInfo{Pass::kMergeJoins, "merge-joins", "merge sorted sides instead of hashing"},
    PassInfo{Pass::kSearchPaths, "search-paths", "search paths from the ends that are bound"},
    PassInfo{Pass::kSemiJoins, "semi-joins", "answer EXISTS for all rows by one join"},
};

}  // namespace

std::span<const PassInfo> passes() { return kPasses; }

PassSet PassSet::without(const std::vector<std::string>& names) {
  PassSet set;
  for (const std::string& name : names) {
    const auto* found = std::ranges::find(kPasses, name, &PassInfo::name);
    if (found == kPasses.end()) {
      std::vector<std::string_view> known;
      for (const PassInfo& pass : kPasses) {
        known.push_back(pass.name);
      }
      throw Error(ErrorCode::kUsage, fmt::format("there is no planner pass '{}'; there are {}",
                                                 name, fmt::join(known, ", ")));
    }
    set.left_out_ |= 1U << static_cast<unsigned>(found->pass);
  }
  return set;
}

}  // namespace whence::plan
