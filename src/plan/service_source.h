// A SERVICE as a side of a join (SPARQL 1.1 Federated Query §2, §4). What an endpoint holds cannot
// be counted; it is asked for what fits the rows of the other side, so it comes after whatever is
// connected with it. A variable for the endpoint must be bound by the other side.
#pragma once

#include <vector>

#include "plan/physical_plan.h"

namespace whence::plan {

class ServiceSource {
 public:
  explicit ServiceSource(const sparql::Service& service);

  /// What its solutions may bind, and the endpoint's variable.
  [[nodiscard]] const std::vector<Variable>& variables() const { return variables_; }
  /// An estimate that nothing supports.
  [[nodiscard]] static double row_count() { return 1000; }
  /// The variable that another side must bind first, or null.
  [[nodiscard]] const Variable* needed() const { return std::get_if<Variable>(&endpoint_); }

  /// Asked with the rows of `left`. Throws Error (kUsage), with a position, if nothing in `left`
  /// binds the endpoint.
  [[nodiscard]] Plan after(JoinKind kind, Plan left, double estimated_rows) const;

 private:
  ServiceCall call_;  ///< But for its kind, endpoint and child.
  sparql::PatternTerm endpoint_;
  std::vector<Variable> variables_;
};

}  // namespace whence::plan
