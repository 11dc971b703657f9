// Radix sort against std::stable_sort: small and large, one thread and several.
#include "store/row_sort.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

namespace whence::store {
namespace {

class RowSort : public testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {};

TEST_P(RowSort, IsStableAndSorts) {
  const auto [row_count, thread_count] = GetParam();
  std::mt19937_64 random(row_count);
  PageVector<QuadRow> rows(row_count);
  for (auto& row : rows) {
    row[0] = Id(IdTag::kIri, random() % 1000);
    row[1] = Id(random() % 2 == 0 ? IdTag::kIri : IdTag::kLiteral, random() % 100'000);
    row[2] = Id::from_bits(random());                      // All bits vary.
    row[3] = Id(IdTag::kInteger, std::uint64_t{1} << 59);  // None does.
  }
  PageVector<QuadRow> scratch;
  for (const std::size_t column : {2U, 1U, 3U, 0U}) {
    auto expected = rows;
    std::ranges::stable_sort(expected, {}, [&](const QuadRow& row) { return row[column]; });
    sort_by_column(rows, scratch, column, thread_count);
    ASSERT_TRUE(rows == expected) << "column " << column;
  }
}

INSTANTIATE_TEST_SUITE_P(Of, RowSort,
                         testing::Combine(testing::Values(std::size_t{0}, std::size_t{1},
                                                          std::size_t{1000}, std::size_t{20'000},
                                                          std::size_t{150'001}),
                                          testing::Values(std::size_t{1}, std::size_t{3})),
                         [](const auto& tested) {
                           return std::to_string(std::get<0>(tested.param)) + "RowsOn" +
                                  std::to_string(std::get<1>(tested.param)) + "Threads";
                         });

}  // namespace
}  // namespace whence::store
