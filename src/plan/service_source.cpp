// See service_source.h.
#include "plan/service_source.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "plan/nodes.h"
#include "plan/variables.h"
#include "rdf/error.h"

namespace whence::plan {

ServiceSource::ServiceSource(const sparql::Service& service)
    : call_{.kind = JoinKind::kInner,
            .endpoint = {},
            .is_silent = service.is_silent,
            .pattern_text = service.pattern_text,
            .variables = {},
            .is_certain = {},
            .position = service.position,
            .child = Plan()},
      endpoint_(service.endpoint) {
  const VariableSet certain = certain_variables(*service.child);
  for (const Variable& variable : sparql::in_scope_variables(*service.child)) {
    if (!variable.is_internal()) {
      call_.variables.push_back(variable);
      call_.is_certain.push_back(certain.contains(variable));
    }
  }
  variables_ = call_.variables;
  if (const Variable* variable = needed();
      variable != nullptr && std::ranges::find(variables_, *variable) == variables_.end()) {
    variables_.push_back(*variable);
  }
}

Plan ServiceSource::after(JoinKind kind, Plan left, double estimated_rows) const {
  ServiceCall call = call_;
  call.kind = kind;
  if (const Variable* variable = needed()) {
    const auto column = left.column_of(*variable);
    if (!column) {
      throw Error(ErrorCode::kUsage,
                  fmt::format("SERVICE ?{}: nothing that it is joined with binds ?{}, so there is "
                              "no endpoint to ask",
                              variable->name, variable->name),
                  call_.position);
    }
    call.endpoint = *column;
  } else {
    call.endpoint = std::get<rdf::Term>(endpoint_);
  }
  return service_call(std::move(call), std::move(left), estimated_rows);
}

}  // namespace whence::plan
