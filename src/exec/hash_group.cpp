// Groups and their aggregates (SPARQL 1.1 §18.5.1, Group and AggregateJoin), by a hash table over
// the keys, which are the first columns of the input. Groups come out in the order in which their
// first rows came.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "exec/aggregate/aggregator.h"
#include "exec/expression.h"
#include "exec/operators.h"
#include "exec/row_buffer.h"

namespace whence::exec {

namespace {

/// One aggregate over all groups: its argument, and with DISTINCT, what came before.
class AggregateColumn {
 public:
  AggregateColumn(const sparql::Aggregate& aggregate, const Columns& columns, QueryContext& context)
      : context_(context), aggregator_(make_aggregator(aggregate, context)) {
    if (aggregate.argument) {
      argument_ = compile(*aggregate.argument, columns);
    } else {
      // COUNT(DISTINCT *) tells solutions apart by the variables that the query can name (§18.4:
      // those of blank nodes are no part of a solution).
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].is_internal()) {
          visible_.push_back(i);
        }
      }
    }
    if (aggregate.distinct) {
      const std::size_t value_columns = aggregate.argument ? 1 : visible_.size();
      seen_.emplace(1 + value_columns, context);
    }
  }

  /// The rows of `batch`, row i of group `groups[i]`.
  void add(const Batch& batch, const std::vector<Id>& groups, std::size_t group_count) {
    aggregator_->grow(group_count);
    std::vector<const std::vector<Id>*> key{&groups};
    for (const std::size_t column : visible_) {
      key.push_back(&batch.columns[column]);
    }
    for (std::size_t row = 0; row < batch.row_count; ++row) {
      const std::size_t group = groups[row].bits();
      if (argument_) {
        add_value(group, argument_->evaluate(Row{&batch, row}, context_), batch.multiplicity(row));
      } else if (!seen_) {
        aggregator_->add(group, boolean(true), batch.multiplicity(row));
      } else if (is_new(key, row)) {
        aggregator_->add(group, boolean(true), 1);
      }
    }
  }

  void grow(std::size_t group_count) { aggregator_->grow(group_count); }
  [[nodiscard]] Id result(std::size_t group) { return to_id(aggregator_->result(group), context_); }

 private:
  void add_value(std::size_t group, const Value& evaluated, std::uint64_t count) {
    const auto* id = std::get_if<Id>(&evaluated);
    const bool failed = is_error(evaluated) || (id != nullptr && !id->is_bound());
    const Value value = failed ? Value(ExpressionError{}) : evaluated;
    if (!seen_ || failed) {
      aggregator_->add(group, value, count);
      return;
    }
    const std::vector<Id> group_column{Id::from_bits(group)};
    const std::vector<Id> value_column{to_id(value, context_)};
    if (is_new({&group_column, &value_column}, 0)) {
      aggregator_->add(group, value_column[0], 1);
    }
  }

  bool is_new(const std::vector<const std::vector<Id>*>& key, std::size_t row) {
    const std::size_t before = seen_->size();
    seen_->insert(key, row);
    return seen_->size() != before;
  }

  QueryContext& context_;
  std::unique_ptr<Aggregator> aggregator_;
  std::unique_ptr<Evaluator> argument_;  ///< Null for COUNT(*).
  std::vector<std::size_t> visible_;
  std::optional<KeyTable> seen_;  ///< With DISTINCT: groups and values.
};

class HashGroup final : public Operator {
 public:
  HashGroup(const plan::HashGroup& node, OperatorPtr child, QueryContext& context)
      : node_(node), context_(context), child_(std::move(child)), keys_(node.key_count, context) {
    for (const sparql::Aggregate& aggregate : node.aggregates) {
      aggregates_.push_back(
          std::make_unique<AggregateColumn>(aggregate, node.child->columns, context));
    }
  }

  bool next(Batch& batch) override {
    context_.check();
    if (!is_built_) {
      is_built_ = true;
      build();
    }
    batch.reset(node_.key_count + aggregates_.size());
    const std::size_t end = std::min(keys_.size(), position_ + store::kBatchRows);
    for (std::size_t i = 0; i < node_.key_count; ++i) {
      const auto begin = keys_.keys()[i].begin();
      batch.columns[i].assign(begin + static_cast<std::ptrdiff_t>(position_),
                              begin + static_cast<std::ptrdiff_t>(end));
    }
    for (std::size_t i = 0; i < aggregates_.size(); ++i) {
      for (std::size_t group = position_; group < end; ++group) {
        batch.columns[node_.key_count + i].push_back(aggregates_[i]->result(group));
      }
    }
    batch.row_count = end - position_;
    position_ = end;
    return batch.row_count != 0;
  }

 private:
  void build() {
    if (node_.is_implicit) {
      add_implicit_groups();
    }
    Batch batch;
    std::vector<Id> groups;
    while (child_->next(batch)) {
      context_.check();
      std::vector<const std::vector<Id>*> key;
      for (std::size_t i = 0; i < node_.key_count; ++i) {
        key.push_back(&batch.columns[i]);
      }
      groups.clear();
      for (std::size_t row = 0; row < batch.row_count; ++row) {
        groups.push_back(Id::from_bits(keys_.insert(key, row)));
      }
      for (const auto& aggregate : aggregates_) {
        aggregate->add(batch, groups, keys_.size());
      }
    }
    for (const auto& aggregate : aggregates_) {
      aggregate->grow(keys_.size());
    }
  }

  /// Without GROUP BY there is one group even of no solutions (§18.2.4.1); inside GRAPH ?g, one
  /// for each named graph (§18.6).
  void add_implicit_groups() {
    if (node_.key_count == 0) {
      keys_.insert({}, 0);
      return;
    }
    const std::vector<Id> names = context_.snapshot().named_graphs();
    const std::vector<const std::vector<Id>*> key{&names};
    for (std::size_t row = 0; row < names.size(); ++row) {
      keys_.insert(key, row);
    }
  }

  const plan::HashGroup& node_;
  QueryContext& context_;
  OperatorPtr child_;
  KeyTable keys_;
  std::vector<std::unique_ptr<AggregateColumn>> aggregates_;
  bool is_built_ = false;
  std::size_t position_ = 0;
};

}  // namespace

OperatorPtr make_hash_group(const plan::HashGroup& node, OperatorPtr child, QueryContext& context) {
  std::vector<plan::Expression> arguments;
  for (const sparql::Aggregate& aggregate : node.aggregates) {
    if (aggregate.argument) {
      arguments.push_back(*aggregate.argument);
    }
  }
  return std::make_unique<HashGroup>(node, make_single_rows(arguments, std::move(child)), context);
}

}  // namespace whence::exec
