#include "plan/nodes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace whence::plan {

namespace {

/// A plan whose output has its child's columns, order and boundness.
Plan like(const Plan& child) {
  Plan plan;
  plan.columns = child.columns;
  plan.maybe_unbound = child.maybe_unbound;
  plan.sorted_by = child.sorted_by;
  plan.estimated_rows = child.estimated_rows;
  return plan;
}

/// What is left of an order when the columns that `breaks` names no longer follow it.
template <typename Predicate>
std::vector<std::size_t> unbroken(const std::vector<std::size_t>& sorted_by, Predicate breaks) {
  const auto end = std::ranges::find_if(sorted_by, breaks);
  return {sorted_by.begin(), end};
}

}  // namespace

Plan no_rows(std::vector<Variable> columns) {
  Plan plan;
  plan.node = InlineRows{};
  plan.maybe_unbound.assign(columns.size(), false);
  plan.columns = std::move(columns);
  return plan;
}

Plan one_row() {
  Plan plan;
  plan.node = InlineRows{.rows = {{}}};
  plan.estimated_rows = 1;
  return plan;
}

Plan inline_rows(const sparql::Values& values) {
  Plan plan;
  plan.node = InlineRows{.rows = values.rows};
  plan.columns = values.variables;
  for (std::size_t i = 0; i < values.variables.size(); ++i) {
    plan.maybe_unbound.push_back(
        std::ranges::any_of(values.rows, [i](const auto& row) { return !row[i].has_value(); }));
  }
  plan.estimated_rows = static_cast<double>(values.rows.size());
  return plan;
}

Plan graph_names(const Variable& variable, double count) {
  Plan plan;
  plan.node = GraphNames{};
  plan.columns = {variable};
  plan.maybe_unbound = {false};
  plan.sorted_by = {0};
  plan.estimated_rows = count;
  return plan;
}

Plan filter(std::vector<Expression> conditions, Plan child) {
  if (conditions.empty()) {
    return child;
  }
  Plan plan = like(child);
  plan.estimated_rows = std::max(1.0, child.estimated_rows / 3);
  plan.node = Filter{std::move(conditions), std::move(child)};
  return plan;
}

Plan extend(Plan child, Variable variable, Expression expression) {
  Plan plan = like(child);
  plan.columns.push_back(std::move(variable));
  plan.maybe_unbound.push_back(true);  // An error leaves it unbound (§18.5, Extend).
  plan.node = Extend{std::move(expression), std::move(child)};
  return plan;
}

Plan unite(std::vector<Plan> branches) {
  Plan plan;
  for (const Plan& branch : branches) {
    plan.estimated_rows += branch.estimated_rows;
    for (const Variable& variable : branch.columns) {
      if (!plan.column_of(variable)) {
        plan.columns.push_back(variable);
        plan.maybe_unbound.push_back(!std::ranges::all_of(
            branches, [&](const Plan& other) { return other.binds(variable); }));
      }
    }
  }
  std::vector<ColumnSources> sources;
  for (const Plan& branch : branches) {
    auto& of_branch = sources.emplace_back();
    for (const Variable& variable : plan.columns) {
      of_branch.push_back(branch.column_of(variable));
    }
  }
  plan.node = Union{std::move(branches), std::move(sources)};
  return plan;
}

Plan group(Plan child, const sparql::Group& group, const Variable* graph) {
  Plan plan;
  std::vector<Variable> keys = group.keys;
  if (graph != nullptr) {
    keys.push_back(*graph);
  }
  HashGroup node{.key_count = keys.size(),
                 .aggregates = {},
                 .is_implicit = group.keys.empty(),
                 .child = one_row()};
  for (const Variable& key : keys) {
    plan.columns.push_back(key);
    plan.maybe_unbound.push_back(!child.binds(key));
  }
  for (const auto& [variable, aggregate] : group.aggregates) {
    plan.columns.push_back(variable);
    plan.maybe_unbound.push_back(true);
    node.aggregates.push_back(aggregate);
  }
  plan.estimated_rows = keys.empty() ? 1 : std::sqrt(child.estimated_rows) + 1;
  // The keys come first in the child's columns, so that the operator finds them by position.
  std::vector<Variable> columns = std::move(keys);
  for (const Variable& variable : child.columns) {
    if (std::ranges::find(columns, variable) == columns.end()) {
      columns.push_back(variable);
    }
  }
  node.child = project(columns, std::move(child));
  plan.node = std::move(node);
  return plan;
}

Plan order_by(std::vector<sparql::OrderCondition> conditions, Plan child) {
  Plan plan = like(child);
  plan.sorted_by.clear();
  plan.node = OrderBy{std::move(conditions), std::move(child)};
  return plan;
}

Plan sort_by_id(const std::vector<Variable>& variables, Plan child) {
  if (is_sorted_by(child, variables)) {
    return child;
  }
  Plan plan = like(child);
  plan.sorted_by.clear();
  for (const Variable& variable : variables) {
    plan.sorted_by.push_back(*child.column_of(variable));
  }
  plan.node = SortById{plan.sorted_by, std::move(child)};
  return plan;
}

Plan project(const std::vector<Variable>& variables, Plan child) {
  if (variables == child.columns) {
    return child;
  }
  Plan plan;
  Project node{.sources = {}, .child = one_row()};
  for (const Variable& variable : variables) {
    node.sources.push_back(child.column_of(variable));
    plan.columns.push_back(variable);
    plan.maybe_unbound.push_back(!child.binds(variable));
  }
  for (const std::size_t column : child.sorted_by) {
    const auto kept = plan.column_of(child.columns[column]);
    if (!kept) {
      break;
    }
    plan.sorted_by.push_back(*kept);
  }
  plan.estimated_rows = child.estimated_rows;
  node.child = std::move(child);
  plan.node = std::move(node);
  return plan;
}

Plan rename(Plan child, const Variable& from, const Variable& to) {
  child.columns[*child.column_of(from)] = to;
  return child;
}

Plan distinct(Plan child) {
  Plan plan = like(child);
  plan.node = Distinct{std::move(child)};
  return plan;
}

Plan slice(std::uint64_t offset, std::optional<std::uint64_t> limit, Plan child,
           const Variable* graph) {
  Plan plan = like(child);
  const auto graph_column = graph == nullptr ? std::nullopt : child.column_of(*graph);
  if (limit && !graph_column) {
    plan.estimated_rows = std::min(plan.estimated_rows, static_cast<double>(*limit));
  }
  plan.node = Slice{offset, limit, graph_column, std::move(child)};
  return plan;
}

namespace {

/// The left's columns, then the right's own.
Plan joined(JoinKind kind, const Plan& left, const Plan& right, double estimated_rows) {
  Plan plan = like(left);
  plan.estimated_rows =
      kind == JoinKind::kLeft ? std::max(estimated_rows, left.estimated_rows) : estimated_rows;
  for (std::size_t i = 0; i < right.columns.size(); ++i) {
    const auto shared = left.column_of(right.columns[i]);
    if (!shared) {
      plan.columns.push_back(right.columns[i]);
      plan.maybe_unbound.push_back(right.maybe_unbound[i] || kind == JoinKind::kLeft);
    } else if (kind == JoinKind::kInner && !right.maybe_unbound[i]) {
      plan.maybe_unbound[*shared] = false;
    }
  }
  return plan;
}

}  // namespace

Plan merge_join(JoinKind kind, Plan left, Plan right, const std::vector<Variable>& keys,
                double estimated_rows) {
  Plan plan = joined(kind, left, right, estimated_rows);
  std::vector<std::pair<std::size_t, std::size_t>> key_columns;
  for (const Variable& key : keys) {
    key_columns.emplace_back(*left.column_of(key), *right.column_of(key));
  }
  plan.node = MergeJoin{kind, std::move(left), std::move(right), std::move(key_columns)};
  return plan;
}

Plan hash_join(JoinKind kind, Plan left, Plan right, std::optional<Expression> condition,
               double estimated_rows) {
  Plan plan = joined(kind, left, right, estimated_rows);
  HashJoin node{.kind = kind,
                .left = one_row(),
                .right = one_row(),
                .keys = {},
                .compatible = {},
                .condition = std::move(condition)};
  for (const Variable& variable : shared_columns(left, right)) {
    const bool certain = left.binds(variable) && right.binds(variable);
    (certain ? node.keys : node.compatible)
        .emplace_back(*left.column_of(variable), *right.column_of(variable));
  }
  plan.sorted_by = unbroken(left.sorted_by, [&](std::size_t column) {
    return left.maybe_unbound[column] &&
           std::ranges::any_of(node.compatible,
                               [&](const auto& pair) { return pair.first == column; });
  });
  node.left = std::move(left);
  node.right = std::move(right);
  plan.node = std::move(node);
  return plan;
}

namespace {

/// The left's columns alone, and the mark.
Plan with_partners(PartnerUse use, const Plan& left, const std::optional<Variable>& mark) {
  Plan plan = like(left);
  if (use == PartnerUse::kMark) {
    plan.columns.push_back(*mark);
    plan.maybe_unbound.push_back(false);
  } else {
    plan.estimated_rows = std::max(1.0, left.estimated_rows / 2);
  }
  return plan;
}

}  // namespace

Plan merge_semi_join(PartnerUse use, Plan left, Plan right, const std::vector<Variable>& keys,
                     const std::optional<Variable>& mark) {
  Plan plan = with_partners(use, left, mark);
  MergeSemiJoin node{use, one_row(), one_row(), {}};
  for (const Variable& key : keys) {
    node.keys.emplace_back(*left.column_of(key), *right.column_of(key));
  }
  node.left = std::move(left);
  node.right = std::move(right);
  plan.node = std::move(node);
  return plan;
}

Plan hash_semi_join(PartnerUse use, Plan left, Plan right, const std::optional<Variable>& mark) {
  Plan plan = with_partners(use, left, mark);
  HashSemiJoin node{use, one_row(), one_row(), {}, {}};
  for (const Variable& variable : shared_columns(left, right)) {
    const bool certain = left.binds(variable) && right.binds(variable);
    (certain ? node.keys : node.compatible)
        .emplace_back(*left.column_of(variable), *right.column_of(variable));
  }
  node.left = std::move(left);
  node.right = std::move(right);
  plan.node = std::move(node);
  return plan;
}

Plan path_search(PathSearch node, Plan child, const Variable* end, double estimated_rows) {
  Plan plan = like(child);
  plan.estimated_rows = node.kind == JoinKind::kLeft
                            ? std::max(estimated_rows, child.estimated_rows)
                            : estimated_rows;
  if (end != nullptr) {
    plan.columns.push_back(*end);
    plan.maybe_unbound.push_back(node.kind == JoinKind::kLeft);
  }
  node.child = std::move(child);
  plan.node = std::move(node);
  return plan;
}

Plan service_call(ServiceCall node, Plan child, double estimated_rows) {
  Plan plan = like(child);
  plan.sorted_by.clear();  // Rows come in the order of the endpoint's answers.
  plan.estimated_rows = node.kind == JoinKind::kLeft
                            ? std::max(estimated_rows, child.estimated_rows)
                            : estimated_rows;
  for (const Variable& variable : node.variables) {
    if (!child.column_of(variable)) {
      plan.columns.push_back(variable);
      plan.maybe_unbound.push_back(true);  // Whatever the pattern says: the answer is another's.
    }
  }
  node.child = std::move(child);
  plan.node = std::move(node);
  return plan;
}

std::vector<Variable> shared_columns(const Plan& left, const Plan& right) {
  std::vector<Variable> shared;
  for (const Variable& variable : left.columns) {
    if (right.column_of(variable)) {
      shared.push_back(variable);
    }
  }
  return shared;
}

bool is_sorted_by(const Plan& plan, const std::vector<Variable>& variables) {
  if (variables.size() > plan.sorted_by.size()) {
    return false;
  }
  for (std::size_t i = 0; i < variables.size(); ++i) {
    if (plan.columns[plan.sorted_by[i]] != variables[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace whence::plan
