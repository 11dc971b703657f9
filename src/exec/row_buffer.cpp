#include "exec/row_buffer.h"

#include <algorithm>

#include "rdf/error.h"

namespace whence::exec {

namespace {

/// Row numbers are 32 bits wide.
constexpr std::size_t kRowsMax = 0xFFFFFFFE;

void check_row_count(std::size_t rows) {
  if (rows > kRowsMax) {
    throw Error(ErrorCode::kLimit, "an operator would have to hold more than 4294967294 rows");
  }
}

/// The finaliser of MurmurHash3 (public domain), over each column in turn.
std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 33U;
  hash *= 0xFF51AFD7ED558CCDULL;
  hash ^= hash >> 33U;
  hash *= 0xC4CEB9FE1A85EC53ULL;
  hash ^= hash >> 33U;
  return hash;
}

std::uint64_t hash_row(std::span<const std::vector<Id>* const> columns, std::size_t row) {
  std::uint64_t hash = 0;
  for (const auto* column : columns) {
    hash = mixed(hash ^ (*column)[row].bits());
  }
  return hash;
}

}  // namespace

std::size_t batch_rows(std::size_t column_count) {
  constexpr std::size_t kFullColumns = 16;
  constexpr std::size_t kRowsMin = 64;
  const std::size_t rows = kFullColumns * store::kBatchRows / std::max(column_count, kFullColumns);
  return std::max(rows, kRowsMin);
}

void gather_rows(const Batch& from, std::span<const std::uint32_t> rows, Batch& to) {
  to.reset(from.columns.size());
  for (std::size_t i = 0; i < from.columns.size(); ++i) {
    for (const std::uint32_t row : rows) {
      to.columns[i].push_back(from.columns[i][row]);
    }
  }
  if (!from.multiplicities.empty()) {
    for (const std::uint32_t row : rows) {
      to.multiplicities.push_back(from.multiplicities[row]);
    }
  }
  to.row_count = rows.size();
}

void RowBuffer::append(const Batch& batch) {
  check_row_count(rows_.row_count + batch.row_count);
  const bool with_multiplicities = !batch.multiplicities.empty() || !rows_.multiplicities.empty();
  memory_.add(batch.row_count * (batch.columns.size() + (with_multiplicities ? 1 : 0)) *
              sizeof(Id));
  rows_.columns.resize(batch.columns.size());
  for (std::size_t i = 0; i < batch.columns.size(); ++i) {
    rows_.columns[i].insert(rows_.columns[i].end(), batch.columns[i].begin(),
                            batch.columns[i].end());
  }
  if (with_multiplicities) {
    rows_.multiplicities.resize(rows_.row_count, 1);
    for (std::size_t row = 0; row < batch.row_count; ++row) {
      rows_.multiplicities.push_back(batch.multiplicity(row));
    }
  }
  rows_.row_count += batch.row_count;
}

void RowBuffer::append_all(Operator& input) {
  Batch batch;
  while (input.next(batch)) {
    append(batch);
  }
}

std::size_t RowBuffer::gather(std::span<const std::uint32_t> order, std::size_t begin,
                              Batch& batch) const {
  const auto part = order.subspan(begin, std::min(store::kBatchRows, order.size() - begin));
  gather_rows(rows_, part, batch);
  return part.size();
}

KeyTable::KeyTable(std::size_t column_count, QueryContext& context)
    : memory_(context), keys_(column_count), slots_(64, 0) {}

std::size_t KeyTable::slot_of(std::span<const std::vector<Id>* const> columns,
                              std::size_t row) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_row(columns, row) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::size_t key = slots_[slot] - 1;
    bool equal = true;
    for (std::size_t i = 0; i < keys_.size() && equal; ++i) {
      equal = keys_[i][key] == (*columns[i])[row];
    }
    if (equal) {
      break;
    }
  }
  return slot;
}

std::uint32_t KeyTable::insert(std::span<const std::vector<Id>* const> columns, std::size_t row) {
  std::size_t slot = slot_of(columns, row);
  if (slots_[slot] != 0) {
    return slots_[slot] - 1;
  }
  check_row_count(key_count_ + 1);
  if (2 * (key_count_ + 1) > slots_.size()) {
    grow();
    slot = slot_of(columns, row);
  }
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    keys_[i].push_back((*columns[i])[row]);
  }
  memory_.add(keys_.size() * sizeof(Id));
  slots_[slot] = static_cast<std::uint32_t>(++key_count_);
  return slots_[slot] - 1;
}

std::uint32_t KeyTable::find(std::span<const std::vector<Id>* const> columns,
                             std::size_t row) const {
  const std::uint32_t found = slots_[slot_of(columns, row)];
  return found == 0 ? kNone : found - 1;
}

void KeyTable::grow() {
  memory_.add(slots_.size() * sizeof(slots_[0]));
  slots_.assign(2 * slots_.size(), 0);
  std::vector<const std::vector<Id>*> columns;
  for (const auto& column : keys_) {
    columns.push_back(&column);
  }
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t key = 0; key < key_count_; ++key) {
    std::size_t slot = hash_row(columns, key) & mask;
    while (slots_[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots_[slot] = static_cast<std::uint32_t>(key + 1);
  }
}

}  // namespace whence::exec
