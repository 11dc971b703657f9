// Property paths (SPARQL 1.1 §9, §18.4) among the patterns of a group, and as all that an OPTIONAL
// has.
#include <utility>

#include <fmt/format.h>

#include "plan/path.h"
#include "plan/path_source.h"
#include "plan/plan_builder.h"
#include "plan/planner.h"
#include "rdf/error.h"

namespace whence::plan {

PathScope PlanBuilder::path_scope(const ActiveGraph& graph) {
  return {graph, &snapshot_, passes_, &path_variable_count_};
}

void PlanBuilder::collect(const sparql::Path& node, const ActiveGraph& graph, JoinGroup& group) {
  const Path path = make_path(node.path, snapshot_);
  pattern_count_ += edge_count(path);
  if (pattern_count_ > kPatternsMax) {
    throw Error(
        ErrorCode::kLimit,
        fmt::format("the query has more than {} triple patterns and steps of paths", kPatternsMax),
        node.position);
  }
  add_path(node.subject, path, node.object, path_scope(graph), group);
}

std::optional<Plan> PlanBuilder::left_join(const Plan& left, const sparql::Path& right,
                                           const ActiveGraph& graph) {
  const Path path = make_path(right.path, snapshot_);
  if (!passes_.has(Pass::kSearchPaths) ||
      (!std::holds_alternative<PathClosure>(path.node) &&
       !std::holds_alternative<PathChoice>(path.node)) ||
      is_nothing(path)) {
    return std::nullopt;
  }
  const PathSource source(right.subject, path, right.object, path_scope(graph));
  return source.searched_from(JoinKind::kLeft, left, left.estimated_rows);
}

}  // namespace whence::plan
