// Rows as columns of ids: what scans fill and operators hand on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "store/id.h"

namespace whence::store {

/// Rows that an operator hands on at once. Chosen so that a few columns stay in the L1/L2 caches.
inline constexpr std::size_t kBatchRows = 4096;

/// Invariant: each column, and `multiplicities` unless it is empty, has `row_count` entries.
struct Batch {
  std::vector<std::vector<Id>> columns;
  /// How many equal rows each row stands for; empty: one each.
  std::vector<std::uint64_t> multiplicities;
  std::size_t row_count = 0;

  /// No rows, `column_count` columns; keeps the capacity.
  void reset(std::size_t column_count) {
    columns.resize(column_count);
    for (auto& column : columns) {
      column.clear();
    }
    multiplicities.clear();
    row_count = 0;
  }
  [[nodiscard]] std::uint64_t multiplicity(std::size_t row) const {
    return multiplicities.empty() ? 1 : multiplicities[row];
  }
};

}  // namespace whence::store
