// A permutation of the quads: rows of three or four ids, sorted by their columns from the first to
// the last, each row once. Plain arrays, one a column; compressed blocks fit behind the same calls.
// Two tables that begin with the same column have the same first array, and share it.
// Immutable once made; any number of threads may read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "store/id.h"
#include "store/page_allocator.h"

namespace whence::store {

/// Rows from `begin` to before `end`.
struct RowRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  [[nodiscard]] std::uint64_t size() const { return end - begin; }
  friend bool operator==(const RowRange&, const RowRange&) = default;
};

class SortedTable {
 public:
  using Column = std::shared_ptr<const PageVector<Id>>;

  SortedTable() = default;
  /// `columns` are of one length and sorted as the table promises.
  explicit SortedTable(std::vector<Column> columns)
      : columns_(std::move(columns)),
        rows_{0, columns_.empty() ? 0 : std::uint64_t{columns_.front()->size()}} {}
  /// Some rows of another table, in its arrays.
  SortedTable(const SortedTable& table, RowRange rows) : columns_(table.columns_), rows_(rows) {}

  /// Rows are numbered by their place in the arrays: the first need not be 0.
  [[nodiscard]] RowRange all() const { return rows_; }
  [[nodiscard]] Id at(std::uint64_t row, std::size_t column) const {
    return (*columns_[column])[row];
  }
  [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }

  /// The rows of `range` with `id` in `column`; all columns before it must be constant in `range`.
  [[nodiscard]] RowRange narrow(RowRange range, std::size_t column, Id id) const;
  /// The first row of `range` whose `column` is at least `id`, found by steps that double, so that
  /// the cost is logarithmic in the distance; the same condition.
  [[nodiscard]] std::uint64_t seek(RowRange range, std::size_t column, Id id) const;
  /// Writes the ids of `column` behind those of `out`.
  void append(RowRange range, std::size_t column, std::vector<Id>& out) const;

 private:
  std::vector<Column> columns_;
  RowRange rows_;
};

/// Makes a table of two that have no row in common, range by range.
class TableMerger {
 public:
  TableMerger(const SortedTable& left, const SortedTable& right, std::size_t column_count);

  /// The rows of both ranges, merged; they must follow what was appended before.
  void append(RowRange left, RowRange right);
  [[nodiscard]] SortedTable finish();

 private:
  [[nodiscard]] bool left_is_less(std::uint64_t left, std::uint64_t right) const;
  void copy(const SortedTable& from, std::uint64_t row);

  const SortedTable& left_;
  const SortedTable& right_;
  std::vector<PageVector<Id>> columns_;
};

}  // namespace whence::store
