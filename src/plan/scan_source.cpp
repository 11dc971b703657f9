#include "plan/scan_source.h"

#include <algorithm>
#include <cstddef>
#include <ranges>
#include <utility>

#include "store/batch.h"

namespace whence::plan {

using store::Column;
using store::SortOrder;

namespace {

constexpr std::size_t index_of(Column column) { return static_cast<std::size_t>(column); }

bool contains(const std::vector<Variable>& variables, const Variable& variable) {
  return std::ranges::find(variables, variable) != variables.end();
}

}  // namespace

ScanSource::ScanSource(const sparql::TriplePattern& pattern, const ActiveGraph& graph,
                       const store::Snapshot& snapshot)
    : snapshot_(&snapshot) {
  bool possible = true;
  const auto place = [&](const sparql::PatternTerm& term, Column column) -> store::Id {
    if (const auto* variable = std::get_if<Variable>(&term)) {
      at_[index_of(column)] = *variable;
      if (!contains(variables_, *variable)) {
        variables_.push_back(*variable);
      }
      return {};
    }
    const auto id = snapshot.find(std::get<rdf::Term>(term));
    possible = possible && id.has_value();
    return id.value_or(store::Id());
  };
  pattern_.subject = place(pattern.subject, Column::kSubject);
  pattern_.predicate = place(pattern.predicate, Column::kPredicate);
  pattern_.object = place(pattern.object, Column::kObject);
  if (graph) {
    pattern_.graph = place(*graph, Column::kGraph);
  }
  row_count_ = possible ? snapshot.count(pattern_) : 0;
}

void ScanSource::exclude(std::vector<store::Id> predicates) {
  excluded_ = std::move(predicates);
  if (row_count_ == 0) {
    return;
  }
  for (const store::Id predicate : excluded_) {
    store::QuadPattern left_out = pattern_;
    left_out.predicate = predicate;
    row_count_ -= snapshot_->count(left_out);
  }
}

double ScanSource::distinct_count(const Variable& variable) const {
  if (row_count_ == 0) {
    return 0;
  }
  const auto position = std::ranges::find(at_, std::optional(variable));
  const auto wanted = static_cast<Column>(position - at_.begin());
  for (const SortOrder& order : snapshot_->sort_orders(pattern_)) {
    if (order.front() != wanted) {
      continue;
    }
    store::Batch batch;
    if (!snapshot_->scan(pattern_, order).next(batch)) {
      return 0;
    }
    const auto& column = batch.columns.front();
    const auto runs =
        1 + std::ranges::count_if(std::views::iota(std::size_t{1}, column.size()),
                                  [&](std::size_t i) { return column[i] != column[i - 1]; });
    return static_cast<double>(runs) * row_count() / static_cast<double>(column.size());
  }
  return row_count();
}

std::vector<Variable> ScanSource::variables_in(const SortOrder& order) const {
  std::vector<Variable> result;
  for (const Column column : order) {
    const Variable& variable = *at_[index_of(column)];
    if (!contains(result, variable)) {
      result.push_back(variable);
    }
  }
  return result;
}

std::optional<Plan> ScanSource::scan(const std::vector<Variable>& wanted) const {
  if (row_count_ == 0) {
    Plan none = no_rows();
    for (const Variable& variable : wanted) {
      none.sorted_by.push_back(*none.column_of(variable));
    }
    return none;
  }
  for (const SortOrder& order : snapshot_->sort_orders(pattern_)) {
    const auto variables = variables_in(order);
    if (wanted.size() <= variables.size() &&
        std::equal(wanted.begin(), wanted.end(), variables.begin())) {
      return scan_in(order);
    }
  }
  return std::nullopt;
}

Plan ScanSource::any_scan(const std::vector<Variable>& wanted) const {
  for (std::vector<Variable> prefix = wanted;; prefix.pop_back()) {
    if (auto found = scan(prefix)) {
      return std::move(*found);
    }
  }
}

Plan ScanSource::scan_in(const SortOrder& order) const {
  IndexScan scan{
      .pattern = pattern_, .order = order, .output = {}, .equal = {}, .excluded = excluded_};
  Plan plan;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Variable& variable = *at_[index_of(order[i])];
    if (const auto earlier = plan.column_of(variable)) {
      scan.equal.emplace_back(scan.output[*earlier], i);
      continue;
    }
    plan.sorted_by.push_back(plan.columns.size());
    plan.columns.push_back(variable);
    scan.output.push_back(i);
  }
  plan.maybe_unbound.assign(plan.columns.size(), false);
  plan.estimated_rows = scan.equal.empty() ? row_count() : std::max(1.0, row_count() / 100);
  plan.node = std::move(scan);
  return plan;
}

Plan ScanSource::no_rows() const {
  Plan plan;
  plan.node = InlineRows{};
  plan.columns = variables_;
  plan.maybe_unbound.assign(variables_.size(), false);
  return plan;
}

}  // namespace whence::plan
