// What a Query holds between its planning and its end.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/database.h"
#include "exec/query_context.h"
#include "plan/planner.h"
#include "sparql/algebra.h"

namespace whence {

class Query::State {
 public:
  State(sparql::Query parsed, std::shared_ptr<const store::Snapshot> snapshot,
        const QueryOptions& options)
      : query(std::move(parsed)),
        plan(plan::make_plan(query.pattern, *snapshot,
                             plan::PassSet::without(options.without_passes))),
        context(std::move(snapshot), exec::QueryLimits{.timeout = options.timeout,
                                                       .memory_max = options.memory_max,
                                                       .stop = options.stop}) {
    context.set_base_iri(query.base_iri);
    if (const auto* select = std::get_if<sparql::SelectForm>(&query.form)) {
      for (const sparql::Variable& variable : select->variables) {
        variables.push_back(variable.name);
      }
    }
  }

  sparql::Query query;
  plan::Plan plan;
  exec::QueryContext context;
  std::vector<std::string> variables;
};

}  // namespace whence
