#include "oracle/solution.h"

#include <algorithm>

namespace whence::oracle {

namespace {

constexpr std::size_t kSolutionsMax = 3000;

}  // namespace

bool are_compatible(const Solution& a, const Solution& b) {
  return std::ranges::all_of(a, [&](const auto& binding) {
    const auto other = b.find(binding.first);
    return other == b.end() || other->second == binding.second;
  });
}

bool share_variable(const Solution& a, const Solution& b) {
  return std::ranges::any_of(a, [&](const auto& binding) { return b.contains(binding.first); });
}

Solution merge(Solution a, const Solution& b) {
  a.insert(b.begin(), b.end());
  return a;
}

Solutions join(const Solutions& left, const Solutions& right) {
  Solutions result;
  for (const Solution& a : left) {
    for (const Solution& b : right) {
      if (are_compatible(a, b)) {
        result.push_back(merge(a, b));
      }
    }
    if (result.size() > kSolutionsMax) {
      throw TooManySolutions();
    }
  }
  return result;
}

Solution restrict(const Solution& solution, const std::vector<Variable>& variables) {
  Solution result;
  for (const Variable& variable : variables) {
    if (const auto bound = solution.find(variable); bound != solution.end()) {
      result.insert(*bound);
    }
  }
  return result;
}

Solutions each_once(const Solutions& solutions) {
  Solutions result;
  for (const Solution& solution : solutions) {
    if (std::ranges::find(result, solution) == result.end()) {
      result.push_back(solution);
    }
  }
  return result;
}

}  // namespace whence::oracle
