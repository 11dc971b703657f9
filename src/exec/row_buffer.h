// All rows of an input at once, for operators that must see the last before they give the first;
// and a table from the values of some columns to a dense number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "exec/operator.h"

namespace whence::exec {

/// Rows that a batch of so many columns should have at most, so that a join of a hundred patterns
/// does not hold a hundred batches of a hundred full columns.
[[nodiscard]] std::size_t batch_rows(std::size_t column_count);

/// Resets `to` to the rows of `from` with these numbers.
void gather_rows(const Batch& from, std::span<const std::uint32_t> rows, Batch& to);

/// Rows collected column by column; counts its memory.
class RowBuffer {
 public:
  explicit RowBuffer(QueryContext& context) : memory_(context) {}

  void append(const Batch& batch);
  /// Every row of `input`.
  void append_all(Operator& input);

  [[nodiscard]] const Batch& rows() const { return rows_; }
  [[nodiscard]] std::size_t size() const { return rows_.row_count; }

  /// The rows of `order` from `begin` on, at most kBatchRows, into `batch`; their number.
  std::size_t gather(std::span<const std::uint32_t> order, std::size_t begin, Batch& batch) const;

 private:
  MemoryReservation memory_;
  Batch rows_;
};

/// Numbers the distinct keys that it is shown, from 0 in the order of their coming.
/// Open addressing with linear probing, at most half full; a slot holds a key's number plus one.
class KeyTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  KeyTable(std::size_t column_count, QueryContext& context);

  /// The number of the key in `row` of `columns`; a new one if it was not there.
  std::uint32_t insert(std::span<const std::vector<Id>* const> columns, std::size_t row);
  /// The number of the key, or kNone.
  [[nodiscard]] std::uint32_t find(std::span<const std::vector<Id>* const> columns,
                                   std::size_t row) const;

  [[nodiscard]] std::size_t size() const { return key_count_; }
  [[nodiscard]] const std::vector<std::vector<Id>>& keys() const { return keys_; }

 private:
  [[nodiscard]] std::size_t slot_of(std::span<const std::vector<Id>* const> columns,
                                    std::size_t row) const;
  void grow();

  MemoryReservation memory_;
  std::vector<std::vector<Id>> keys_;  ///< By column.
  std::size_t key_count_ = 0;
  std::vector<std::uint32_t> slots_;
};

}  // namespace whence::exec
