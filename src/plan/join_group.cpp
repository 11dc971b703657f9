#include "plan/join_group.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "plan/key_order.h"
#include "plan/nodes.h"
#include "plan/variables.h"

namespace whence::plan {

void JoinGroup::add(ScanSource source) {
  Factor factor{.source = std::move(source), .path = {}, .service = {}, .plan = {}, .distinct = {}};
  for (const Variable& variable : factor.source->variables()) {
    factor.distinct[variable] = factor.source->distinct_count(variable);
  }
  factors_.push_back(std::move(factor));
}

void JoinGroup::add(PathSource path) {
  Factor factor{.source = {}, .path = std::move(path), .service = {}, .plan = {}, .distinct = {}};
  for (const Variable& variable : factor.path->variables()) {
    factor.distinct[variable] = factor.path->distinct_count(variable);
  }
  factors_.push_back(std::move(factor));
}

void JoinGroup::add(ServiceSource service) {
  Factor factor{
      .source = {}, .path = {}, .service = std::move(service), .plan = {}, .distinct = {}};
  for (const Variable& variable : factor.service->variables()) {
    factor.distinct[variable] = factor.rows();
  }
  factors_.push_back(std::move(factor));
}

void JoinGroup::add(Plan plan) {
  Factor factor{.source = {}, .path = {}, .service = {}, .plan = std::move(plan), .distinct = {}};
  for (const Variable& variable : factor.plan.columns) {
    factor.distinct[variable] = factor.plan.estimated_rows;
  }
  factors_.push_back(std::move(factor));
}

void JoinGroup::add(Expression condition) { conditions_.push_back(std::move(condition)); }

std::vector<Variable> JoinGroup::shared(const Factor& left, const Factor& right) {
  std::vector<Variable> result;
  for (const Variable& variable : right.variables()) {
    if (left.distinct.contains(variable)) {
      result.push_back(variable);
    }
  }
  return result;
}

namespace {

/// Those of `keys` that `source` has, in an order in which it can be scanned.
std::vector<Variable> order_by_keys(const ScanSource& source, std::vector<Variable> keys) {
  std::erase_if(keys, [&](const Variable& key) {
    return std::ranges::find(source.variables(), key) == source.variables().end();
  });
  const auto found = scan_by(source, std::move(keys));
  return found ? found->first : std::vector<Variable>();
}

}  // namespace

/// |L ⋈ R| = |L| |R| / max(d(L), d(R)) for each shared variable, d the number of different terms:
/// the textbook's estimate (Selinger et al. 1979), with the counts that the indexes give.
double JoinGroup::estimate(const Factor& left, const Factor& right) {
  double rows = left.rows() * right.rows();
  for (const Variable& variable : shared(left, right)) {
    rows /= std::max({1.0, left.distinct.at(variable), right.distinct.at(variable)});
  }
  return rows;
}

bool JoinGroup::can_follow(const Factor& right, const std::map<Variable, double>& bound) {
  const Variable* needed = right.service ? right.service->needed() : nullptr;
  return needed == nullptr || bound.contains(*needed);
}

/// The smallest; an endpoint only where there is nothing else to ask it with.
std::size_t JoinGroup::first() const {
  const bool is_ordering = passes_.has(Pass::kOrderJoins);
  const auto rank = [&](const Factor& factor) {
    return std::tuple(!can_follow(factor, {}), is_ordering && factor.service.has_value(),
                      is_ordering ? factor.rows() : 0);
  };
  const auto smallest = std::ranges::min_element(factors_, {}, rank);
  return static_cast<std::size_t>(smallest - factors_.begin());
}

/// The factor whose join stays smallest: one that shares no variable only when none does, and an
/// endpoint when nothing else does, since each row costs it some of a request.
std::size_t JoinGroup::next_after(const Factor& current) const {
  const bool is_ordering = passes_.has(Pass::kOrderJoins);
  const auto rank = [&](const Factor& factor) {
    const bool is_ready = can_follow(factor, current.distinct);
    return is_ordering ? std::tuple(!is_ready, shared(current, factor).empty(),
                                    factor.service.has_value(), estimate(current, factor))
                       : std::tuple(!is_ready, false, false, 0.0);
  };
  const auto best = std::ranges::min_element(factors_, {}, rank);
  return static_cast<std::size_t>(best - factors_.begin());
}

JoinGroup::Factor JoinGroup::take(std::size_t index) {
  Factor factor = std::move(factors_[index]);
  factors_.erase(factors_.begin() + static_cast<std::ptrdiff_t>(index));
  return factor;
}

JoinGroup::Factor JoinGroup::join(Factor left, Factor right) {
  const double rows = estimate(left, right);
  Factor result{.source = {}, .path = {}, .service = {}, .plan = {}, .distinct = left.distinct};
  for (const auto& [variable, count] : right.distinct) {
    const auto [entry, is_new] = result.distinct.emplace(variable, count);
    if (!is_new) {
      entry->second = std::min(entry->second, count);
    }
  }
  for (auto& [variable, count] : result.distinct) {
    count = std::min(count, std::max(1.0, rows));
  }
  result.plan = join_plan(std::move(left.plan), std::move(right), rows);
  return result;
}

Plan JoinGroup::join_plan(Plan left, Factor right, double estimated_rows) const {
  if (right.source) {
    return join_with_scan(JoinKind::kInner, std::move(left), *right.source, passes_,
                          estimated_rows);
  }
  if (right.path) {
    return join_with_path(JoinKind::kInner, std::move(left), *right.path, passes_, estimated_rows);
  }
  if (right.service) {
    return right.service->after(JoinKind::kInner, std::move(left), estimated_rows);
  }
  return join_plans(JoinKind::kInner, std::move(left), std::move(right.plan), passes_,
                    estimated_rows);
}

void JoinGroup::apply_conditions(Factor& factor, bool all) {
  VariableSet bound;
  for (std::size_t i = 0; i < factor.plan.columns.size(); ++i) {
    if (!factor.plan.maybe_unbound[i]) {
      bound.insert(factor.plan.columns[i]);
    }
  }
  std::vector<Expression> ready;
  std::vector<Expression> rest;
  for (Expression& condition : conditions_) {
    const bool is_ready =
        passes_.has(Pass::kPushFilters) && is_movable(condition) && mentions_only(condition, bound);
    (all || is_ready ? ready : rest).push_back(std::move(condition));
  }
  conditions_ = std::move(rest);
  factor.plan = filter(std::move(ready), std::move(factor.plan));
}

Plan JoinGroup::plan(const std::vector<Variable>& keys) {
  if (factors_.empty()) {
    add(one_row());
  }
  Factor current = take(first());
  if (current.source) {
    // Its order is chosen for the join that comes next.
    const std::vector<Variable> wanted = factors_.empty()
                                             ? order_by_keys(*current.source, keys)
                                             : shared(current, factors_[next_after(current)]);
    current.plan = current.source->any_scan(wanted);
    current.source.reset();
  } else if (current.path) {
    current.plan = current.path->alone();
    current.path.reset();
  } else if (current.service) {
    current.plan = current.service->after(JoinKind::kInner, one_row(), current.rows());
    current.service.reset();
  }
  apply_conditions(current, factors_.empty());
  while (!factors_.empty()) {
    Factor next = take(next_after(current));
    current = join(std::move(current), std::move(next));
    apply_conditions(current, factors_.empty());
  }
  return std::move(current.plan);
}

}  // namespace whence::plan
