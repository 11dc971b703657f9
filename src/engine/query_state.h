// What a Query holds between its planning and its end.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/database.h"
#include "engine/service_client.h"
#include "exec/query_context.h"
#include "plan/planner.h"
#include "sparql/algebra.h"

namespace whence {

class Query::State {
 public:
  State(sparql::Query parsed, std::shared_ptr<const store::Snapshot> snapshot,
        const QueryOptions& options);

  sparql::Query query;
  HttpServiceClient service_client;
  exec::QueryContext context;
  plan::Plan plan;
  std::vector<std::string> variables;
  exec::DescriptionKind description;
  std::uint64_t description_triples_max;
};

}  // namespace whence
