// A path taken apart into what is joined: an edge is a scan like that of a triple pattern, the
// parts of a sequence are joined over variables that nobody sees (SPARQL 1.1 §18.2.2.4), and the
// rest is a PathSource.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "plan/join_group.h"
#include "plan/nodes.h"
#include "plan/path_source.h"

namespace whence::plan {

using sparql::PatternTerm;

namespace {

constexpr std::string_view kVariablePrefix = ".step";

}  // namespace

Variable PathScope::new_variable() const {
  return {fmt::format("{}{}", kVariablePrefix, (*variable_count)++)};
}

ScanSource edge_source(const Path& edge, const PatternTerm& start, const PatternTerm& end,
                       const PathScope& scope) {
  if (const auto* step = std::get_if<PathStep>(&edge.node)) {
    std::string scratch;
    const rdf::Term predicate(scope.snapshot->term(step->predicate, scratch));
    const sparql::TriplePattern pattern{step->is_backward ? end : start, predicate,
                                        step->is_backward ? start : end};
    return {pattern, scope.graph, *scope.snapshot};
  }
  const auto& except = std::get<PathExcept>(edge.node);
  const sparql::TriplePattern pattern{except.is_backward ? end : start, scope.new_variable(),
                                      except.is_backward ? start : end};
  ScanSource source(pattern, scope.graph, *scope.snapshot);
  source.exclude(except.predicates);
  return source;
}

void add_path(const PatternTerm& start, const Path& path, const PatternTerm& end,
              const PathScope& scope, JoinGroup& group) {
  if (const auto* sequence = std::get_if<PathSequence>(&path.node)) {
    PatternTerm from = start;
    for (std::size_t i = 0; i < sequence->parts.size(); ++i) {
      const bool is_last = i + 1 == sequence->parts.size();
      const PatternTerm to = is_last ? end : PatternTerm(scope.new_variable());
      add_path(from, sequence->parts[i], to, scope, group);
      from = to;
    }
    return;
  }
  PathSource source(start, path, end, scope);
  if (is_nothing(path)) {
    group.add(no_rows(source.variables()));
  } else if (std::holds_alternative<PathStep>(path.node) ||
             std::holds_alternative<PathExcept>(path.node)) {
    group.add(edge_source(path, start, end, scope));
  } else {
    group.add(std::move(source));
  }
}

Plan without_path_variables(Plan plan) {
  std::vector<Variable> columns = plan.columns;
  std::erase_if(columns, [](const Variable& v) { return v.name.starts_with(kVariablePrefix); });
  return project(columns, std::move(plan));
}

}  // namespace whence::plan
