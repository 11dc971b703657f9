// The walk that makes the physical plan of an algebra, bottom-up; its members stand in several
// files.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "plan/join_group.h"
#include "plan/pass.h"
#include "plan/path_source.h"
#include "plan/physical_plan.h"
#include "plan/scan_source.h"
#include "sparql/algebra.h"
#include "store/snapshot.h"

namespace whence::plan {

/// The variable of the active graph's name, or null.
[[nodiscard]] const Variable* graph_variable(const ActiveGraph& graph);
/// The triple pattern that is all of `algebra`, or null.
[[nodiscard]] const sparql::TriplePattern* lone_pattern(const sparql::Algebra& algebra);

/// `graph` is the active graph of §18.6: inside GRAPH ?g every leaf has the
/// graph's name as one more column, and all joins are on that column too.
class PlanBuilder {
 public:
  PlanBuilder(const store::Snapshot& snapshot, const PassSet& passes)
      : snapshot_(snapshot), passes_(passes) {}

  Plan build(const sparql::Algebra& algebra, const ActiveGraph& graph);

 private:
  // --- planner.cpp ---
  Plan build(const sparql::LeftJoin& written, const ActiveGraph& graph);
  Plan build(const sparql::Union& node, const ActiveGraph& graph);
  Plan build(const sparql::Extend& node, const ActiveGraph& graph);
  Plan build(const sparql::Values& node, const ActiveGraph& graph);
  Plan build(const sparql::Group& node, const ActiveGraph& graph);
  Plan build(const sparql::OrderBy& node, const ActiveGraph& graph);
  Plan build(const sparql::Project& node, const ActiveGraph& graph);
  Plan build(const sparql::Slice& node, const ActiveGraph& graph);
  Plan build_graph(const sparql::Graph& node);

  Plan build_group(const sparql::Algebra& algebra, const ActiveGraph& graph,
                   const std::vector<Variable>& keys = {});
  /// Sorted by `keys`, in any order of them, where that costs nothing.
  Plan build_sorted(const sparql::Algebra& algebra, const ActiveGraph& graph,
                    const std::vector<Variable>& keys);
  /// Adds what `algebra` joins to `group`, through joins, GRAPHs and filters that may move.
  void collect(const sparql::Algebra& algebra, const ActiveGraph& graph, JoinGroup& group);
  void collect(const sparql::Bgp& node, const ActiveGraph& graph, JoinGroup& group);
  [[nodiscard]] bool can_collect(const sparql::Graph& node) const;
  [[nodiscard]] bool can_collect(const sparql::Filter& node) const;
  /// Triple patterns, joined, and conditions on what they bind.
  [[nodiscard]] bool is_of_triples(const sparql::Algebra& algebra) const;

  // --- plan_paths.cpp ---
  void collect(const sparql::Path& node, const ActiveGraph& graph, JoinGroup& group);
  /// A path, or a union of edges and paths between the same two ends as a path.
  [[nodiscard]] std::optional<sparql::Path> lone_path(const sparql::Algebra& algebra) const;
  /// Searched from each row of the left, where that is possible and pays.
  std::optional<Plan> left_join(const Plan& left, const sparql::Path& right,
                                const ActiveGraph& graph);
  [[nodiscard]] PathScope path_scope(const ActiveGraph& graph);

  // --- planner.cpp ---
  /// Joined with every graph's name inside GRAPH ?g: what an endpoint says depends on no graph.
  void collect(const sparql::Service& node, const ActiveGraph& graph, JoinGroup& group);

  // --- plan_minus.cpp ---
  Plan build(const sparql::Minus& node, const ActiveGraph& graph);

  // --- plan_exists.cpp ---
  Plan build(const sparql::Filter& node, const ActiveGraph& graph);
  /// The rows of `child` for which the test holds, if one join can tell.
  std::optional<Plan> keep_where(const sparql::Exists& test, const Plan& child,
                                 const ActiveGraph& graph);
  /// Nothing where the pattern has so many solutions by itself that it does not pay.
  std::optional<Plan> partner_join(PartnerUse use, const sparql::Algebra& pattern,
                                   const Plan& child, const ActiveGraph& graph,
                                   const std::optional<Variable>& mark = {});
  /// Makes the EXISTS of `expression` ready to be evaluated over the rows of `child`: each becomes
  /// a column that is joined to `child`, or knows the graph that it is asked in.
  Expression prepared(const Expression& expression, Plan& child, const ActiveGraph& graph);
  /// The same where no column can be joined on.
  [[nodiscard]] Expression prepared(const Expression& expression, const ActiveGraph& graph) const;
  /// The same join, the EXISTS of its condition on the right side where that is the same.
  [[nodiscard]] static sparql::LeftJoin with_tests_inside(const sparql::LeftJoin& node);

  [[nodiscard]] ScanSource source(const sparql::TriplePattern& pattern, const ActiveGraph& graph);
  /// The leaf of a pattern that matches without reading a triple.
  Plan unit(const ActiveGraph& graph);
  [[nodiscard]] bool is_graph(const rdf::Term& name) const;

  const store::Snapshot& snapshot_;
  PassSet passes_;
  std::size_t pattern_count_ = 0;
  std::size_t graph_variable_count_ = 0;
  std::size_t path_variable_count_ = 0;
  std::size_t mark_count_ = 0;
};

}  // namespace whence::plan
