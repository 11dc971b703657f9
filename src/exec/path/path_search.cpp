// Rows of the child, each with what a path leads to from its start, in the child's order. Where
// both ends are known, the rows of a batch are looked at start by start, so that one search serves
// all rows of a start.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <tuple>
#include <utility>
#include <vector>

#include "exec/operators.h"
#include "exec/path/path_targets.h"
#include "exec/row_buffer.h"

namespace whence::exec {

namespace {

class PathSearch final : public Operator {
 public:
  PathSearch(const plan::PathSearch& node, OperatorPtr child, QueryContext& context)
      : node_(node),
        context_(context),
        child_(std::move(child)),
        targets_(node, context),
        child_columns_(node.child->columns.size()),
        rows_max_(batch_rows(child_columns_ + 1)),
        start_(id_of(node.start)),
        end_(node.end ? id_of(*node.end) : Id()),
        graph_(std::holds_alternative<Id>(node.graph) ? std::get<Id>(node.graph) : Id()) {}

  bool next(Batch& batch) override {
    context_.check();
    batch.reset(child_columns_ + (node_.end ? 0 : 1));
    while (batch.row_count < rows_max_ && fill()) {
      if (node_.end) {
        append_row(batch, counts_[row_]);
        ++row_;
      } else {
        append_targets(batch);
      }
    }
    return batch.row_count != 0;
  }

  void seek(Id id) override { child_->seek(id); }

 private:
  [[nodiscard]] Id id_of(const plan::PathEnd& end) const {
    const auto* term = std::get_if<rdf::Term>(&end);
    return term == nullptr ? Id() : context_.id(*term);
  }

  [[nodiscard]] Id start(std::size_t row) const {
    const auto* column = std::get_if<std::size_t>(&node_.start);
    return column == nullptr ? start_ : rows_.columns[*column][row];
  }
  [[nodiscard]] Id end(std::size_t row) const {
    const auto* column = std::get_if<std::size_t>(&*node_.end);
    return column == nullptr ? end_ : rows_.columns[*column][row];
  }
  [[nodiscard]] Id graph(std::size_t row) const {
    const auto* column = std::get_if<std::size_t>(&node_.graph);
    return column == nullptr ? graph_ : rows_.columns[*column][row];
  }

  bool fill() {
    if (row_ < rows_.row_count) {
      return true;
    }
    row_ = 0;
    target_ = 0;
    if (!child_->next(rows_)) {
      rows_.row_count = 0;
      return false;
    }
    if (node_.end) {
      count_connections();
    }
    return true;
  }

  void count_connections() {
    std::vector<std::size_t> order(rows_.row_count);
    std::ranges::copy(std::views::iota(std::size_t{0}, order.size()), order.begin());
    std::ranges::sort(
        order, {}, [&](std::size_t row) { return std::tuple(graph(row), start(row), end(row)); });
    counts_.resize(rows_.row_count);
    for (const std::size_t row : order) {
      targets_.begin(graph(row), start(row));
      counts_[row] = targets_.count_of(end(row));
    }
  }

  /// The current row, as it is, `count` times.
  void append_row(Batch& batch, std::uint64_t count) {
    if (node_.kind == plan::JoinKind::kLeft) {
      count = std::max<std::uint64_t>(count, 1);
    }
    if (count != 0) {
      append_left(batch, 1);
      append_multiplicity(batch, count * rows_.multiplicity(row_));
      ++batch.row_count;
    }
  }

  /// The current row with as many of its targets as there is room for.
  void append_targets(Batch& batch) {
    if (target_ == 0) {
      targets_.begin(graph(row_), start(row_));
    }
    counts_.clear();
    std::size_t added =
        targets_.append(target_, rows_max_ - batch.row_count, batch.columns.back(), counts_);
    const bool has_none = added == 0 && target_ == 0;
    if (has_none && node_.kind == plan::JoinKind::kLeft) {
      batch.columns.back().emplace_back();
      counts_.push_back(1);
      added = 1;
    }
    append_left(batch, added);
    for (std::size_t i = 0; i < added; ++i) {
      append_multiplicity(batch, counts_[i] * rows_.multiplicity(row_));
      ++batch.row_count;
    }
    target_ += added;
    if (has_none || added == 0) {
      ++row_;
      target_ = 0;
    }
  }

  void append_left(Batch& batch, std::size_t count) const {
    for (std::size_t i = 0; i < child_columns_; ++i) {
      batch.columns[i].insert(batch.columns[i].end(), count, rows_.columns[i][row_]);
    }
  }

  /// Of the row that is about to be counted in.
  static void append_multiplicity(Batch& batch, std::uint64_t count) {
    if (count != 1 && batch.multiplicities.empty()) {
      batch.multiplicities.assign(batch.row_count, 1);
    }
    if (count != 1 || !batch.multiplicities.empty()) {
      batch.multiplicities.push_back(count);
    }
  }

  const plan::PathSearch& node_;
  QueryContext& context_;
  OperatorPtr child_;
  PathTargets targets_;
  std::size_t child_columns_;
  std::size_t rows_max_;
  Id start_;  ///< Where it is a term.
  Id end_;
  Id graph_;
  Batch rows_;
  std::size_t row_ = 0;
  std::size_t target_ = 0;             ///< The next of the current row.
  std::vector<std::uint64_t> counts_;  ///< Of the batch's rows, or of the targets being added.
};

}  // namespace

OperatorPtr make_path_search(const plan::PathSearch& node, OperatorPtr child,
                             QueryContext& context) {
  return std::make_unique<PathSearch>(node, std::move(child), context);
}

}  // namespace whence::exec
