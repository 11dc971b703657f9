// Plan nodes with their columns, boundness, order and size worked out from their children: the only
// place that knows how these carry through an operator.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "plan/physical_plan.h"

namespace whence::plan {

/// No row, with these columns.
[[nodiscard]] Plan no_rows(std::vector<Variable> columns);
/// One row that binds nothing: the identity of joins.
[[nodiscard]] Plan one_row();
[[nodiscard]] Plan inline_rows(const sparql::Values& values);
[[nodiscard]] Plan graph_names(const Variable& variable, double count);

[[nodiscard]] Plan filter(std::vector<Expression> conditions, Plan child);
[[nodiscard]] Plan extend(Plan child, Variable variable, Expression expression);
[[nodiscard]] Plan unite(std::vector<Plan> branches);
/// `graph`: the variable of the graph's name inside GRAPH ?g, which `child` binds; else null.
[[nodiscard]] Plan group(Plan child, const sparql::Group& group, const Variable* graph);
[[nodiscard]] Plan order_by(std::vector<sparql::OrderCondition> conditions, Plan child);
[[nodiscard]] Plan sort_by_id(const std::vector<Variable>& variables, Plan child);
[[nodiscard]] Plan project(const std::vector<Variable>& variables, Plan child);
/// `from` under the name `to`.
[[nodiscard]] Plan rename(Plan child, const Variable& from, const Variable& to);
[[nodiscard]] Plan distinct(Plan child);
[[nodiscard]] Plan slice(std::uint64_t offset, std::optional<std::uint64_t> limit, Plan child,
                         const Variable* graph);

/// Both sides sorted by `keys`, in this order, and binding them.
[[nodiscard]] Plan merge_join(JoinKind kind, Plan left, Plan right,
                              const std::vector<Variable>& keys, double estimated_rows);
/// Any two sides; shared columns that may be unbound are matched as compatible.
[[nodiscard]] Plan hash_join(JoinKind kind, Plan left, Plan right,
                             std::optional<Expression> condition, double estimated_rows);

/// `mark`: the name of the column that PartnerUse::kMark adds.
[[nodiscard]] Plan merge_semi_join(PartnerUse use, Plan left, Plan right,
                                   const std::vector<Variable>& keys,
                                   const std::optional<Variable>& mark = {});
[[nodiscard]] Plan hash_semi_join(PartnerUse use, Plan left, Plan right,
                                  const std::optional<Variable>& mark = {});

/// `end`: the name of the column that a search without an end adds; else null.
[[nodiscard]] Plan path_search(PathSearch node, Plan child, const Variable* end,
                               double estimated_rows);

[[nodiscard]] Plan service_call(ServiceCall node, Plan child, double estimated_rows);

/// The columns of both, in the left's order.
[[nodiscard]] std::vector<Variable> shared_columns(const Plan& left, const Plan& right);
/// Whether the output ascends by `variables` first, in this order.
[[nodiscard]] bool is_sorted_by(const Plan& plan, const std::vector<Variable>& variables);

}  // namespace whence::plan
