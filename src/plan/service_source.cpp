// See service_source.h.
#include "plan/service_source.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "plan/nodes.h"
#include "plan/variables.h"
#include "rdf/error.h"

namespace whence::plan {

namespace {

/// What an endpoint can be asked for, and name in its answer.
std::vector<Variable> visible_variables(const sparql::Algebra& pattern) {
  std::vector<Variable> variables = sparql::in_scope_variables(pattern);
  std::erase_if(variables, [](const Variable& variable) { return variable.is_internal(); });
  return variables;
}

}  // namespace

ServiceSource::ServiceSource(const sparql::Service& service)
    : call_{.kind = JoinKind::kInner,
            .endpoint = {},
            .is_silent = service.is_silent,
            .pattern_text = service.pattern_text,
            .variables = visible_variables(*service.child),
            .is_certain = {},
            .position = service.position,
            .child = Plan()},
      endpoint_(service.endpoint),
      variables_(call_.variables) {
  const VariableSet certain = certain_variables(*service.child);
  for (const Variable& variable : call_.variables) {
    call_.is_certain.push_back(certain.contains(variable));
  }
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
