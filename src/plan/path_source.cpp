#include "plan/path_source.h"

#include <algorithm>
#include <utility>

#include "plan/join_group.h"
#include "plan/nodes.h"

namespace whence::plan {

using sparql::PatternTerm;

namespace {

/// What a search costs before it has found anything, in nodes found: a search in an index.
constexpr double kLookUpCost = 8;

const Variable* as_variable(const PatternTerm& term) { return std::get_if<Variable>(&term); }

void add_variable(const PatternTerm& term, std::vector<Variable>& variables) {
  const Variable* variable = as_variable(term);
  if (variable != nullptr && std::ranges::find(variables, *variable) == variables.end()) {
    variables.push_back(*variable);
  }
}

}  // namespace

PathSource::PathSource(PatternTerm start, Path path, PatternTerm end, PathScope scope)
    : start_(std::move(start)),
      path_(std::move(path)),
      end_(std::move(end)),
      scope_(std::move(scope)),
      size_(path_size(path_, scope_)) {
  add_variable(start_, variables_);
  add_variable(end_, variables_);
  if (scope_.graph) {
    add_variable(*scope_.graph, variables_);
  }
}

const Variable* PathSource::graph_variable() const {
  return scope_.graph ? as_variable(*scope_.graph) : nullptr;
}

double PathSource::reach(From from) const {
  return size_.rows / std::max(1.0, from == From::kStart ? size_.starts : size_.ends);
}

double PathSource::row_count() const {
  double rows = size_.rows;
  if (as_variable(start_) == nullptr) {
    rows /= std::max(1.0, size_.starts);
  }
  if (as_variable(end_) == nullptr || start_ == end_) {
    rows /= std::max(1.0, size_.ends);
  }
  return rows;
}

double PathSource::distinct_count(const Variable& variable) const {
  double count = row_count();
  if (start_ == PatternTerm(variable)) {
    count = std::min(count, size_.starts);
  }
  if (end_ == PatternTerm(variable)) {
    count = std::min(count, size_.ends);
  }
  return count;
}

/// A term, where one end is; else that with fewer searches.
PathSource::From PathSource::cheaper_end() const {
  const bool start_is_variable = as_variable(start_) != nullptr;
  if (start_is_variable != (as_variable(end_) != nullptr)) {
    return start_is_variable ? From::kEnd : From::kStart;
  }
  const bool by_start =
      start_is_variable ? size_.starts <= size_.ends : reach(From::kStart) <= reach(From::kEnd);
  return by_start ? From::kStart : From::kEnd;
}

Plan PathSource::alone() const {
  if (const auto* choice = std::get_if<PathChoice>(&path_.node)) {
    return each_branch(*choice);
  }
  const From from = cheaper_end();
  const bool from_nodes = as_variable(end_at(from)) != nullptr;
  return search(JoinKind::kInner, from, from_nodes, starts(from), row_count());
}

/// §18.4: the solutions of an alternative are those of one side and those of the other.
Plan PathSource::each_branch(const PathChoice& choice) const {
  std::vector<Plan> branches;
  for (const Path& branch : choice.branches) {
    JoinGroup group(scope_.passes);
    add_path(start_, branch, end_, scope_, group);
    branches.push_back(project(variables_, group.plan()));
  }
  return unite(std::move(branches));
}

Plan PathSource::starts(From from) const {
  const PatternTerm& start = end_at(from);
  std::vector<Variable> columns;
  add_variable(start, columns);
  if (scope_.graph) {
    add_variable(*scope_.graph, columns);
  }
  if (columns.empty()) {
    return one_row();
  }
  const Path path = from == From::kStart ? path_ : reversed(path_);
  std::vector<Path> edges = first_edges(path);
  if (is_nullable(path)) {
    if (as_variable(start) == nullptr) {
      return graph_names(columns.front(),
                         static_cast<double>(scope_.snapshot->named_graphs().size()));
    }
    edges = {{PathExcept{{}, false}}, {PathExcept{{}, true}}};
  }
  std::vector<Plan> scans;
  for (const Path& edge : edges) {
    const ScanSource source = edge_source(edge, start, scope_.new_variable(), scope_);
    scans.push_back(project(columns, source.any_scan(columns)));
    double count = source.row_count();
    for (const Variable& column : columns) {
      count = std::min(count, source.distinct_count(column));
    }
    scans.back().estimated_rows = count;
  }
  return distinct(scans.size() == 1 ? std::move(scans.front()) : unite(std::move(scans)));
}

bool PathSource::can_search(From from, const Plan& left) const {
  const Variable* start = as_variable(end_at(from));
  const Variable* end = as_variable(end_at(from == From::kStart ? From::kEnd : From::kStart));
  const Variable* graph = graph_variable();
  return start != nullptr && left.binds(*start) && (graph == nullptr || left.binds(*graph)) &&
         (end == nullptr || !left.column_of(*end) || left.binds(*end));
}

/// Of so many searches, equal starts among them.
double PathSource::search_cost(From from, double searches) const {
  const bool is_closure = std::holds_alternative<PathClosure>(path_.node);
  const double each = reach(from) + (is_closure ? 0 : kLookUpCost);
  return std::min(searches, std::max(1.0, from == From::kStart ? size_.starts : size_.ends)) * each;
}

std::optional<Plan> PathSource::searched_from(JoinKind kind, const Plan& left,
                                              double estimated_rows) const {
  std::optional<From> best;
  for (const From from : {From::kStart, From::kEnd}) {
    if (can_search(from, left) && (!best || reach(from) < reach(*best))) {
      best = from;
    }
  }
  const bool is_between_variables = as_variable(start_) != nullptr && as_variable(end_) != nullptr;
  const double cost_alone =
      is_between_variables ? size_.rows : search_cost(cheaper_end(), 1) + left.estimated_rows;
  if (!best || search_cost(*best, left.estimated_rows) > cost_alone) {
    return std::nullopt;
  }
  return search(kind, *best, false, left, estimated_rows);
}

Plan PathSource::search(JoinKind kind, From from, bool starts_are_nodes, Plan child,
                        double estimated_rows) const {
  const auto place = [&](const PatternTerm& end) -> std::optional<PathEnd> {
    if (const Variable* variable = as_variable(end)) {
      const auto column = child.column_of(*variable);
      return column ? std::optional<PathEnd>(*column) : std::nullopt;
    }
    return PathEnd(std::get<rdf::Term>(end));
  };
  const PatternTerm& far = from == From::kStart ? end_ : start_;
  PathSearch node{.kind = kind,
                  .path = from == From::kStart ? path_ : reversed(path_),
                  .start = *place(end_at(from)),
                  .end = place(far),
                  .graph = store::Id::default_graph(),
                  .starts_are_nodes = starts_are_nodes,
                  .child = one_row()};
  if (const Variable* graph = graph_variable()) {
    node.graph = *child.column_of(*graph);
  } else if (scope_.graph) {
    node.graph = *scope_.snapshot->find(std::get<rdf::Term>(*scope_.graph));
  }
  const Variable* end = node.end ? nullptr : as_variable(far);
  return path_search(std::move(node), std::move(child), end, estimated_rows);
}

Plan join_with_path(JoinKind kind, Plan left, const PathSource& right, const PassSet& passes,
                    double estimated_rows) {
  if (passes.has(Pass::kSearchPaths)) {
    if (auto searched = right.searched_from(kind, left, estimated_rows)) {
      return std::move(*searched);
    }
  }
  return join_plans(kind, std::move(left), right.alone(), passes, estimated_rows);
}

}  // namespace whence::plan
