// What the rows of the left side of a SERVICE are asked with: rows of one endpoint and with the
// same bindings that can be sent come together, a limited number of different bindings in a
// request.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "exec/query_context.h"
#include "plan/physical_plan.h"
#include "store/batch.h"

namespace whence::exec {

/// A column of the left and the variable of the pattern that is the same.
struct SharedColumn {
  std::size_t column = 0;    ///< Of the left's rows.
  std::size_t variable = 0;  ///< Of ServiceCall::variables.
};

[[nodiscard]] std::vector<SharedColumn> shared_columns(const plan::ServiceCall& node);

struct ServiceRequest {
  using Key = std::vector<store::Id>;

  store::Id endpoint;              ///< Unbound: the left has not bound it.
  std::vector<SharedColumn> sent;  ///< What goes along; every row binds these.
  /// No solution can be compatible: the rows have blank nodes of ours for what every solution
  /// binds.
  bool is_hopeless = false;
  std::map<Key, std::vector<std::uint32_t>> rows;  ///< Of the left, by their values of `sent`.
};

/// Requests for all of `rows`. The order of rows is not kept.
[[nodiscard]] std::vector<ServiceRequest> make_requests(const plan::ServiceCall& node,
                                                        const store::Batch& rows,
                                                        std::size_t bindings_max,
                                                        QueryContext& context);

/// The query that `request` puts: the pattern, and the bindings as a VALUES block. It restricts the
/// solutions to those that some row can use, and changes none: all that is sent is bound by each.
[[nodiscard]] std::string query_text(const plan::ServiceCall& node, const ServiceRequest& request,
                                     const QueryContext& context);

}  // namespace whence::exec
