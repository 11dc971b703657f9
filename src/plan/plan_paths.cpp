// Property paths (SPARQL 1.1 §9, §18.4) among the patterns of a group, and as all that an OPTIONAL
// has.
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "plan/path.h"
#include "plan/path_source.h"
#include "plan/plan_builder.h"
#include "plan/planner.h"
#include "rdf/error.h"

namespace whence::plan {

namespace {

bool is_iri(const sparql::PatternTerm& term) {
  const auto* constant = std::get_if<rdf::Term>(&term);
  return constant != nullptr && constant->is_iri();
}

/// A path, or a single triple pattern as one.
std::optional<sparql::Path> edge_or_path(const sparql::Algebra& algebra) {
  if (const auto* path = std::get_if<sparql::Path>(&algebra.node)) {
    return *path;
  }
  const auto* bgp = std::get_if<sparql::Bgp>(&algebra.node);
  if (bgp == nullptr || bgp->patterns.size() != 1 || !is_iri(bgp->patterns.front().predicate)) {
    return std::nullopt;
  }
  const sparql::TriplePattern& pattern = bgp->patterns.front();
  return sparql::Path{pattern.subject,
                      {sparql::PredicatePath{std::get<rdf::Term>(pattern.predicate)}},
                      pattern.object,
                      {}};
}

}  // namespace

/// The alternative of paths is their union, with the same multiplicities (§18.4), and the parser
/// writes it so; as a path it can be searched from what is bound.
std::optional<sparql::Path> PlanBuilder::lone_path(const sparql::Algebra& algebra) const {
  if (const auto* path = std::get_if<sparql::Path>(&algebra.node)) {
    return *path;
  }
  const auto* united = std::get_if<sparql::Union>(&algebra.node);
  if (united == nullptr || !passes_.has(Pass::kSearchPaths)) {
    return std::nullopt;
  }
  std::optional<sparql::Path> result;
  sparql::AlternativePath alternatives;
  for (const sparql::Algebra& branch : united->branches) {
    auto path = edge_or_path(branch);
    if (!path) {
      return std::nullopt;
    }
    if (!result) {
      result = *path;
    }
    if (path->subject == result->subject && path->object == result->object) {
      alternatives.branches.push_back(std::move(path->path));
    } else if (path->subject == result->object && path->object == result->subject) {
      alternatives.branches.push_back({sparql::InversePath{std::move(path->path)}});
    } else {
      return std::nullopt;
    }
  }
  result->path = {std::move(alternatives)};
  return result;
}

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
