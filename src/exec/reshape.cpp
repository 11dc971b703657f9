// The operators that change which rows or columns are handed on without looking at terms: Union,
// Project, Slice.
#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "exec/operators.h"

namespace whence::exec {

namespace {

/// `from`'s columns in the places that `sources` says; unbound where it says nothing.
void place(const Batch& from, const std::vector<std::optional<std::size_t>>& sources, Batch& to) {
  to.reset(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i]) {
      to.columns[i] = from.columns[*sources[i]];
    } else {
      to.columns[i].assign(from.row_count, Id());
    }
  }
  to.multiplicities = from.multiplicities;
  to.row_count = from.row_count;
}

class Union final : public Operator {
 public:
  Union(const plan::Plan& plan, std::vector<OperatorPtr> branches, QueryContext& context)
      : context_(context), branches_(std::move(branches)) {
    for (const plan::Plan& branch : std::get<plan::Union>(plan.node).branches) {
      auto& sources = sources_.emplace_back();
      for (const plan::Variable& variable : plan.columns) {
        sources.push_back(branch.column_of(variable));
      }
    }
  }

  bool next(Batch& batch) override {
    context_.check();
    for (; current_ < branches_.size(); ++current_) {
      if (branches_[current_]->next(rows_)) {
        place(rows_, sources_[current_], batch);
        return true;
      }
    }
    batch.reset(0);
    return false;
  }

 private:
  QueryContext& context_;
  std::vector<OperatorPtr> branches_;
  std::vector<std::vector<std::optional<std::size_t>>> sources_;
  std::size_t current_ = 0;
  Batch rows_;
};

class Project final : public Operator {
 public:
  Project(const plan::Project& node, OperatorPtr child) : node_(node), child_(std::move(child)) {}

  bool next(Batch& batch) override {
    if (!child_->next(rows_)) {
      batch.reset(node_.sources.size());
      return false;
    }
    place(rows_, node_.sources, batch);
    return true;
  }

 private:
  const plan::Project& node_;
  OperatorPtr child_;
  Batch rows_;
};

class Slice final : public Operator {
 public:
  Slice(const plan::Slice& node, OperatorPtr child)
      : child_(std::move(child)), to_skip_(node.offset), left_(node.limit) {}

  bool next(Batch& batch) override {
    while (!left_ || *left_ > 0) {
      if (!child_->next(rows_)) {
        break;
      }
      cut(batch);
      if (batch.row_count != 0) {
        return true;
      }
    }
    batch.reset(0);
    return false;
  }

 private:
  /// Rows with a multiplicity are cut within it.
  void cut(Batch& batch) {
    batch.reset(rows_.columns.size());
    for (std::size_t row = 0; row < rows_.row_count; ++row) {
      const std::uint64_t skipped = std::min(to_skip_, rows_.multiplicity(row));
      to_skip_ -= skipped;
      std::uint64_t count = rows_.multiplicity(row) - skipped;
      if (left_) {
        count = std::min(count, *left_);
        *left_ -= count;
      }
      if (count == 0) {
        continue;
      }
      for (std::size_t i = 0; i < rows_.columns.size(); ++i) {
        batch.columns[i].push_back(rows_.columns[i][row]);
      }
      batch.multiplicities.push_back(count);
      ++batch.row_count;
    }
  }

  OperatorPtr child_;
  std::uint64_t to_skip_;
  std::optional<std::uint64_t> left_;
  Batch rows_;
};

}  // namespace

OperatorPtr make_union(const plan::Plan& plan, std::vector<OperatorPtr> branches,
                       QueryContext& context) {
  return std::make_unique<Union>(plan, std::move(branches), context);
}

OperatorPtr make_project(const plan::Project& node, OperatorPtr child) {
  return std::make_unique<Project>(node, std::move(child));
}

OperatorPtr make_slice(const plan::Slice& node, OperatorPtr child) {
  return std::make_unique<Slice>(node, std::move(child));
}

}  // namespace whence::exec
