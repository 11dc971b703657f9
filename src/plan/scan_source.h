// A triple pattern in its graph, looked up in a snapshot: constants as ids, an exact count, and a
// scan in whichever order is wanted.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "plan/physical_plan.h"
#include "store/snapshot.h"

namespace whence::plan {

/// The graph that patterns are matched in (§18.6): the default graph, a named one, or any named
/// graph, its name bound to a variable.
using ActiveGraph = std::optional<sparql::PatternTerm>;

class ScanSource {
 public:
  ScanSource(const sparql::TriplePattern& pattern, const ActiveGraph& graph,
             const store::Snapshot& snapshot);

  /// Leaves out the rows of these predicates; the pattern's must be a variable.
  void exclude(std::vector<store::Id> predicates);

  /// The variables, each once, subject first.
  [[nodiscard]] const std::vector<Variable>& variables() const { return variables_; }
  /// Exact, but for a variable that stands twice: then an upper bound.
  [[nodiscard]] double row_count() const { return static_cast<double>(row_count_); }
  /// How many different terms `variable` takes, judged by the first rows of its index.
  [[nodiscard]] double distinct_count(const Variable& variable) const;

  /// A scan sorted by `wanted` first. Nothing if no index gives that order.
  [[nodiscard]] std::optional<Plan> scan(const std::vector<Variable>& wanted) const;
  /// A scan sorted by as many of `wanted` as an index gives.
  [[nodiscard]] Plan any_scan(const std::vector<Variable>& wanted) const;

 private:
  [[nodiscard]] std::vector<Variable> variables_in(const store::SortOrder& order) const;
  [[nodiscard]] Plan scan_in(const store::SortOrder& order) const;
  [[nodiscard]] Plan no_rows() const;

  const store::Snapshot* snapshot_;
  std::array<std::optional<Variable>, 4> at_;  ///< By Column.
  std::vector<Variable> variables_;
  store::QuadPattern pattern_;
  std::vector<store::Id> excluded_;
  std::uint64_t row_count_ = 0;  ///< 0 also when a constant is in no quad.
};

}  // namespace whence::plan
