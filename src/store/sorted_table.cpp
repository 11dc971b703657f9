// See sorted_table.h.
#include "store/sorted_table.h"

#include <algorithm>

namespace whence::store {

RowRange SortedTable::narrow(RowRange range, std::size_t column, Id id) const {
  const auto& ids = *columns_[column];
  const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(range.begin);
  const auto end = ids.begin() + static_cast<std::ptrdiff_t>(range.end);
  const auto found = std::equal_range(begin, end, id);
  return {range.begin + static_cast<std::uint64_t>(found.first - begin),
          range.begin + static_cast<std::uint64_t>(found.second - begin)};
}

std::uint64_t SortedTable::seek(RowRange range, std::size_t column, Id id) const {
  const auto& ids = *columns_[column];
  std::uint64_t low = range.begin;  // All before it are less.
  std::uint64_t step = 1;
  while (low + step <= range.end && ids[low + step - 1] < id) {
    low += step;
    step *= 2;
  }
  const std::uint64_t high = std::min(low + step, range.end);
  const auto found = std::lower_bound(ids.begin() + static_cast<std::ptrdiff_t>(low),
                                      ids.begin() + static_cast<std::ptrdiff_t>(high), id);
  return static_cast<std::uint64_t>(found - ids.begin());
}

void SortedTable::append(RowRange range, std::size_t column, std::vector<Id>& out) const {
  const Id* ids = columns_[column]->data();
  out.insert(out.end(), ids + range.begin, ids + range.end);
}

TableMerger::TableMerger(const SortedTable& left, const SortedTable& right,
                         std::size_t column_count)
    : left_(left), right_(right), columns_(column_count) {
  for (auto& column : columns_) {
    column.reserve(left.all().size() + right.all().size());
  }
}

bool TableMerger::left_is_less(std::uint64_t left, std::uint64_t right) const {
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const Id a = left_.at(left, column);
    const Id b = right_.at(right, column);
    if (a != b) {
      return a < b;
    }
  }
  return false;
}

void TableMerger::copy(const SortedTable& from, std::uint64_t row) {
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    columns_[column].push_back(from.at(row, column));
  }
}

void TableMerger::append(RowRange left, RowRange right) {
  while (left.begin < left.end && right.begin < right.end) {
    if (left_is_less(left.begin, right.begin)) {
      copy(left_, left.begin++);
    } else {
      copy(right_, right.begin++);
    }
  }
  for (; left.begin < left.end; ++left.begin) {
    copy(left_, left.begin);
  }
  for (; right.begin < right.end; ++right.begin) {
    copy(right_, right.begin);
  }
}

SortedTable TableMerger::finish() {
  std::vector<SortedTable::Column> columns;
  for (auto& column : columns_) {
    columns.push_back(std::make_shared<const PageVector<Id>>(std::move(column)));
  }
  return SortedTable(std::move(columns));
}

}  // namespace whence::store
