#include "engine/query_state.h"

#include <chrono>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "plan/planner.h"
#include "rdf/error.h"
#include "rdf/iri.h"
#include "store/dataset_view.h"

namespace whence {

namespace {

std::vector<rdf::Term> iris(const std::vector<std::string>& names) {
  std::vector<rdf::Term> terms;
  for (const std::string& name : names) {
    if (!rdf::is_absolute_iri(name) || !rdf::has_only_iri_characters(name)) {
      throw Error(ErrorCode::kUsage,
                  fmt::format("expected an absolute IRI as the name of a graph, found '{}'", name));
    }
    terms.push_back(rdf::Term::iri(name));
  }
  return terms;
}

/// The dataset that is asked for: by whoever sends the query, or else by the query itself; nothing:
/// all that the database has.
std::optional<store::DatasetNames> dataset_of(const sparql::Query& query,
                                              const QueryOptions& options) {
  if (!options.default_graphs.empty() || !options.named_graphs.empty()) {
    return store::DatasetNames{iris(options.default_graphs), iris(options.named_graphs)};
  }
  if (query.dataset) {
    return store::DatasetNames{query.dataset->default_graphs, query.dataset->named_graphs};
  }
  return std::nullopt;
}

exec::QueryLimits limits_of(const QueryOptions& options) {
  return {.timeout = options.timeout, .memory_max = options.memory_max, .stop = options.stop};
}

/// What the query reads.
std::shared_ptr<const store::Snapshot> seen_by(const sparql::Query& query,
                                               const QueryOptions& options,
                                               std::shared_ptr<const store::Snapshot> snapshot) {
  const auto names = dataset_of(query, options);
  if (!names) {
    return snapshot;
  }
  exec::QueryContext context(snapshot, limits_of(options));
  return store::dataset_view(
      *snapshot, *names, [&](std::uint64_t bytes) { context.reserve(bytes); },
      [&] { context.check(); });
}

std::vector<std::string> names_of_columns(const sparql::Query& query) {
  std::vector<std::string> names;
  if (const auto* select = std::get_if<sparql::SelectForm>(&query.form)) {
    for (const sparql::Variable& variable : select->variables) {
      names.push_back(variable.name);
    }
  }
  return names;
}

}  // namespace

Query::State::State(sparql::Query parsed, std::shared_ptr<const store::Snapshot> snapshot,
                    const QueryOptions& options)
    : query(std::move(parsed)),
      service_client(options.service),
      context(seen_by(query, options, std::move(snapshot)), limits_of(options)),
      plan(plan::make_plan(query.pattern, context.snapshot(),
                           plan::PassSet::without(options.without_passes))),
      variables(names_of_columns(query)),
      description(options.description),
      description_triples_max(options.description_triples_max) {
  context.set_base_iri(query.base_iri);
  context.set_service_client(&service_client);
  context.set_planning({.passes = plan::PassSet::without(options.without_passes)});
}

}  // namespace whence
