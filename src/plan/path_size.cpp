// How many solutions a path has, from the exact counts of its edges.
#include <algorithm>
#include <cmath>
#include <type_traits>

#include "plan/path_source.h"

namespace whence::plan {

namespace {

PathSize of_edge(const Path& edge, const PathScope& scope) {
  const Variable start = scope.new_variable();
  const Variable end = scope.new_variable();
  const ScanSource source = edge_source(edge, start, end, scope);
  return {source.row_count(), source.distinct_count(start), source.distinct_count(end)};
}

/// The join's estimate over the terms in the middle (plan/join_group.cpp).
PathSize of_sequence(const PathSequence& path, const PathScope& scope) {
  PathSize size = path_size(path.parts.front(), scope);
  for (std::size_t i = 1; i < path.parts.size(); ++i) {
    const PathSize next = path_size(path.parts[i], scope);
    const double rows = size.rows * next.rows / std::max({1.0, size.ends, next.starts});
    size = {rows, std::min(size.starts, rows), std::min(next.ends, rows)};
  }
  return size;
}

PathSize of_choice(const PathChoice& path, const PathScope& scope) {
  PathSize size;
  for (const Path& branch : path.branches) {
    const PathSize added = path_size(branch, scope);
    size.rows += added.rows;
    size.starts += added.starts;
    size.ends += added.ends;
  }
  return size;
}

/// A node has `first` neighbours to begin with and each of these `next` more, some levels deep, but
/// there are no more nodes than there are. Of a tree with any fan-out this is about right.
PathSize of_closure(const PathClosure& path, const PathScope& scope) {
  constexpr int kLevels = 8;
  const PathSize step = path_size(*path.step, scope);
  PathSize size = step;
  if (path.is_unbounded && step.rows > 0) {
    const double first = step.rows / std::max(1.0, step.starts);
    const double next = step.rows / std::max({1.0, step.starts, step.ends});
    double reach = 0;
    double level = first;
    for (int i = 0; i < kLevels && reach < step.ends; ++i) {
      reach += level;
      level *= next;
    }
    size.rows = step.starts * std::clamp(reach, 1.0, std::max(1.0, step.ends));
  }
  if (path.includes_zero) {
    const PathSize any = of_edge({PathExcept{}}, scope);
    const double nodes = any.starts + any.ends;
    size.rows += nodes;
    size.starts = std::max(size.starts, nodes);
    size.ends = std::max(size.ends, nodes);
  }
  return size;
}

}  // namespace

PathSize path_size(const Path& path, const PathScope& scope) {
  return std::visit(
      [&](const auto& node) -> PathSize {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, PathSequence>) {
          return of_sequence(node, scope);
        } else if constexpr (std::is_same_v<Node, PathChoice>) {
          return of_choice(node, scope);
        } else if constexpr (std::is_same_v<Node, PathClosure>) {
          return of_closure(node, scope);
        } else {
          return of_edge(path, scope);
        }
      },
      path.node);
}

}  // namespace whence::plan
