// See row_sort.h.
#include "store/row_sort.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "store/parallel.h"

namespace whence::store {
namespace {

constexpr std::size_t kSmallRows = 8192;      // Below: comparing is as fast.
constexpr std::size_t kParallelRows = 65536;  // Below: threads take longer to start.
constexpr int kDigitBitsMax = 11;             // 2048 write positions stay in the L2 cache.

/// A part of an id by which one pass sorts.
struct Digit {
  int shift;
  std::uint64_t mask;

  [[nodiscard]] std::size_t of(Id id) const {
    return static_cast<std::size_t>((id.bits() >> shift) & mask);
  }
};

/// Digits, least significant first, that cover the bits set in `varying`.
std::vector<Digit> digits_of(std::uint64_t varying) {
  std::vector<Digit> digits;
  int shift = 0;
  while (shift < 64 && varying >> shift != 0) {
    shift += std::countr_zero(varying >> shift);
    const std::uint64_t mask = (std::uint64_t{1} << kDigitBitsMax) - 1;
    const auto width = static_cast<int>(std::bit_width((varying >> shift) & mask));
    digits.push_back({shift, (std::uint64_t{1} << width) - 1});
    shift += kDigitBitsMax;
  }
  return digits;
}

template <typename Row>
std::uint64_t varying_bits(const PageVector<Row>& rows, std::size_t column,
                           std::size_t thread_count) {
  std::vector<std::uint64_t> found(thread_count, 0);
  run_parallel(thread_count, [&](std::size_t thread) {
    const Share share = share_of(rows.size(), thread, thread_count);
    std::uint64_t bits = 0;
    for (std::size_t i = share.begin; i < share.end; ++i) {
      bits |= rows[i][column].bits() ^ rows[0][column].bits();
    }
    found[thread] = bits;
  });
  std::uint64_t all = 0;
  for (const std::uint64_t bits : found) {
    all |= bits;
  }
  return all;
}

/// One pass: counts, then moves. Each thread keeps its rows in order behind those of the threads
/// before it.
template <typename Row>
void sort_by_digit(const PageVector<Row>& from, PageVector<Row>& to, std::size_t column,
                   Digit digit, std::size_t thread_count) {
  std::vector<std::vector<std::size_t>> places(thread_count);
  run_parallel(thread_count, [&](std::size_t thread) {
    const Share share = share_of(from.size(), thread, thread_count);
    std::vector<std::size_t> counts(digit.mask + 1, 0);
    for (std::size_t i = share.begin; i < share.end; ++i) {
      ++counts[digit.of(from[i][column])];
    }
    places[thread] = std::move(counts);
  });
  std::size_t place = 0;
  for (std::size_t value = 0; value <= digit.mask; ++value) {
    for (auto& counts : places) {
      const std::size_t count = counts[value];
      counts[value] = place;
      place += count;
    }
  }
  run_parallel(thread_count, [&](std::size_t thread) {
    const Share share = share_of(from.size(), thread, thread_count);
    std::vector<std::size_t> next = std::move(places[thread]);
    for (std::size_t i = share.begin; i < share.end; ++i) {
      to[next[digit.of(from[i][column])]++] = from[i];
    }
  });
}

}  // namespace

template <typename Row>
void sort_by_column(PageVector<Row>& rows, PageVector<Row>& scratch, std::size_t column,
                    std::size_t thread_count) {
  if (rows.size() < kSmallRows) {
    std::ranges::stable_sort(rows, {}, [column](const Row& row) { return row[column]; });
    return;
  }
  thread_count = rows.size() < kParallelRows ? 1 : thread_count;
  scratch.resize(rows.size());
  for (const Digit digit : digits_of(varying_bits(rows, column, thread_count))) {
    sort_by_digit(rows, scratch, column, digit, thread_count);
    rows.swap(scratch);
  }
}

template void sort_by_column(PageVector<TripleRow>&, PageVector<TripleRow>&, std::size_t,
                             std::size_t);
template void sort_by_column(PageVector<QuadRow>&, PageVector<QuadRow>&, std::size_t, std::size_t);

}  // namespace whence::store
