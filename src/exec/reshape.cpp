// The operators that change which rows or columns are handed on without looking at terms: Union,
// Project, Slice.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "exec/operators.h"

namespace whence::exec {

namespace {

/// `from`'s columns in the places that `sources` says; unbound where it says nothing. Leaves `from`
/// without those columns.
void place(Batch& from, const plan::ColumnSources& sources, Batch& to) {
  to.reset(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i]) {
      std::swap(to.columns[i], from.columns[*sources[i]]);
    } else {
      to.columns[i].assign(from.row_count, Id());
    }
  }
  std::swap(to.multiplicities, from.multiplicities);
  to.row_count = from.row_count;
}

class Union final : public Operator {
 public:
  Union(const plan::Union& node, std::vector<OperatorPtr> branches, QueryContext& context)
      : node_(node), context_(context), branches_(std::move(branches)) {}

  bool next(Batch& batch) override {
    context_.check();
    for (; current_ < branches_.size(); ++current_) {
      if (branches_[current_]->next(rows_)) {
        place(rows_, node_.sources[current_], batch);
        return true;
      }
    }
    batch.reset(0);
    return false;
  }

 private:
  const plan::Union& node_;
  QueryContext& context_;
  std::vector<OperatorPtr> branches_;
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

  void seek(Id id) override { child_->seek(id); }

 private:
  const plan::Project& node_;
  OperatorPtr child_;
  Batch rows_;
};

class Slice final : public Operator {
 public:
  Slice(const plan::Slice& node, OperatorPtr child)
      : node_(node), child_(std::move(child)), due_(start()) {}

  bool next(Batch& batch) override {
    while (node_.graph_column || due_.left > 0) {
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
  /// What is still to be skipped, and then to be handed on.
  struct Due {
    std::uint64_t to_skip;
    std::uint64_t left;
  };

  [[nodiscard]] Due start() const {
    return {node_.offset, node_.limit.value_or(std::numeric_limits<std::uint64_t>::max())};
  }

  Due& due(std::size_t row) {
    if (!node_.graph_column) {
      return due_;
    }
    const Id graph = rows_.columns[*node_.graph_column][row];
    return due_of_graphs_.try_emplace(graph.bits(), start()).first->second;
  }

  /// Rows with a multiplicity are cut within it.
  void cut(Batch& batch) {
    batch.reset(rows_.columns.size());
    for (std::size_t row = 0; row < rows_.row_count; ++row) {
      Due& now = due(row);
      const std::uint64_t skipped = std::min(now.to_skip, rows_.multiplicity(row));
      now.to_skip -= skipped;
      const std::uint64_t count = std::min(rows_.multiplicity(row) - skipped, now.left);
      now.left -= count;
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

  const plan::Slice& node_;
  OperatorPtr child_;
  Due due_;
  boost::unordered_flat_map<std::uint64_t, Due> due_of_graphs_;
  Batch rows_;
};

}  // namespace

OperatorPtr make_union(const plan::Union& node, std::vector<OperatorPtr> branches,
                       QueryContext& context) {
  return std::make_unique<Union>(node, std::move(branches), context);
}

OperatorPtr make_project(const plan::Project& node, OperatorPtr child) {
  return std::make_unique<Project>(node, std::move(child));
}

OperatorPtr make_slice(const plan::Slice& node, OperatorPtr child) {
  return std::make_unique<Slice>(node, std::move(child));
}

}  // namespace whence::exec
