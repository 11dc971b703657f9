// A property path between two ends in its graph, as a side of a join: how many solutions it has,
// judged by the counts of the indexes, and its plans: alone, or searched from each row of the
// other side.
//
// Only choices and closures come to here: a sequence is joined part by part, an edge is a scan
// (add_path).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "plan/pass.h"
#include "plan/path.h"
#include "plan/physical_plan.h"
#include "plan/scan_source.h"
#include "store/snapshot.h"

namespace whence::plan {

class JoinGroup;

/// What all paths of a query are planned with.
struct PathScope {
  ActiveGraph graph;
  const store::Snapshot* snapshot;
  PassSet passes;
  std::size_t* variable_count;  ///< Of those that new_variable() has made.

  /// A variable that stands nowhere else. without_path_variables() takes it out again.
  [[nodiscard]] Variable new_variable() const;
};

/// How many solutions a path has between two variables, and different terms at each end.
struct PathSize {
  double rows = 0;
  double starts = 0;
  double ends = 0;
};

class PathSource {
 public:
  PathSource(sparql::PatternTerm start, Path path, sparql::PatternTerm end, PathScope scope);

  /// Each once, the start first.
  [[nodiscard]] const std::vector<Variable>& variables() const { return variables_; }
  /// An estimate, like all the numbers here.
  [[nodiscard]] double row_count() const;
  [[nodiscard]] double distinct_count(const Variable& variable) const;

  /// All its solutions.
  [[nodiscard]] Plan alone() const;
  /// `left` joined with it, by a search from each row: where the left binds an end and that costs
  /// less than all solutions.
  [[nodiscard]] std::optional<Plan> searched_from(JoinKind kind, const Plan& left,
                                                  double estimated_rows) const;

 private:
  /// The end to search from.
  enum class From : std::uint8_t { kStart, kEnd };

  [[nodiscard]] const sparql::PatternTerm& end_at(From from) const {
    return from == From::kStart ? start_ : end_;
  }
  [[nodiscard]] const Variable* graph_variable() const;
  [[nodiscard]] bool can_search(From from, const Plan& left) const;
  /// What one search reaches.
  [[nodiscard]] double reach(From from) const;
  [[nodiscard]] double search_cost(From from, double searches) const;
  [[nodiscard]] From cheaper_end() const;
  /// Every term, and graph, from which the path could lead anywhere, each once.
  [[nodiscard]] Plan starts(From from) const;
  [[nodiscard]] Plan search(JoinKind kind, From from, bool starts_are_nodes, Plan child,
                            double estimated_rows) const;
  [[nodiscard]] Plan each_branch(const PathChoice& choice) const;

  sparql::PatternTerm start_;
  Path path_;
  sparql::PatternTerm end_;
  PathScope scope_;
  std::vector<Variable> variables_;
  PathSize size_;
};

/// Adds what `path` joins between two ends: scans for edges, a factor a part of a sequence.
void add_path(const sparql::PatternTerm& start, const Path& path, const sparql::PatternTerm& end,
              const PathScope& scope, JoinGroup& group);

/// left ⋈ right or left ⟕ right.
[[nodiscard]] Plan join_with_path(JoinKind kind, Plan left, const PathSource& right,
                                  const PassSet& passes, double estimated_rows);

/// Without the columns that paths have made for themselves; each row stays.
[[nodiscard]] Plan without_path_variables(Plan plan);

/// The scan of one edge, a step or any but some.
[[nodiscard]] ScanSource edge_source(const Path& edge, const sparql::PatternTerm& start,
                                     const sparql::PatternTerm& end, const PathScope& scope);

[[nodiscard]] PathSize path_size(const Path& path, const PathScope& scope);

}  // namespace whence::plan
