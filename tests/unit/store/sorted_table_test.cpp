// A sorted table: ranges by prefix, seeking, and merging two.
#include "store/sorted_table.h"

#include <array>
#include <cstdint>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whence::store {
namespace {

using testing::ElementsAre;

Id iri(std::uint64_t number) { return {IdTag::kIri, number}; }

SortedTable table_of(const std::vector<std::array<std::uint64_t, 2>>& rows) {
  std::vector<SortedTable::Column> columns;
  for (std::size_t i = 0; i < 2; ++i) {
    PageVector<Id> column;
    for (const auto& row : rows) {
      column.push_back(iri(row[i]));
    }
    columns.push_back(std::make_shared<const PageVector<Id>>(std::move(column)));
  }
  return SortedTable(std::move(columns));
}

std::vector<Id> column_of(const SortedTable& table, std::size_t column) {
  std::vector<Id> ids;
  table.append(table.all(), column, ids);
  return ids;
}

TEST(SortedTable, NarrowsByOneColumnAfterTheOther) {
  const SortedTable table = table_of({{1, 5}, {2, 4}, {2, 6}, {2, 8}, {3, 1}});
  const RowRange twos = table.narrow(table.all(), 0, iri(2));
  EXPECT_EQ(twos, (RowRange{1, 4}));
  EXPECT_EQ(table.narrow(twos, 1, iri(6)), (RowRange{2, 3}));
  EXPECT_EQ(table.narrow(twos, 1, iri(5)).size(), 0);
  EXPECT_EQ(table.narrow(table.all(), 0, iri(4)).size(), 0);
}

TEST(SortedTable, SeeksTheFirstRowThatIsNotLess) {
  std::vector<std::array<std::uint64_t, 2>> rows;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    rows.push_back({i / 3 * 2, i});  // Even numbers, three times each.
  }
  const SortedTable table = table_of(rows);
  for (std::uint64_t begin = 0; begin < 1000; begin += 37) {
    for (std::uint64_t wanted = 0; wanted < 700; wanted += 11) {
      std::uint64_t expected = begin;
      while (expected < 1000 && rows[expected][0] < wanted) {
        ++expected;
      }
      EXPECT_EQ(table.seek({begin, 1000}, 0, iri(wanted)), expected);
    }
  }
}

TEST(SortedTable, SeeksWithinItsRangeAlone) {
  const SortedTable table = table_of({{1, 1}, {2, 2}, {3, 3}, {4, 4}});
  EXPECT_EQ(table.seek({1, 3}, 0, iri(9)), 3);
  EXPECT_EQ(table.seek({1, 3}, 0, iri(0)), 1);
  EXPECT_EQ(table.seek({2, 2}, 0, iri(9)), 2);
}

TEST(TableMerger, KeepsTheOrderAndAllRows) {
  const SortedTable left = table_of({{1, 1}, {2, 2}, {2, 9}, {5, 0}});
  const SortedTable right = table_of({{0, 7}, {2, 3}, {6, 0}, {6, 1}});
  TableMerger merger(left, right, 2);
  merger.append(left.all(), right.all());
  const SortedTable merged = merger.finish();
  EXPECT_THAT(column_of(merged, 0),
              ElementsAre(iri(0), iri(1), iri(2), iri(2), iri(2), iri(5), iri(6), iri(6)));
  EXPECT_THAT(column_of(merged, 1),
              ElementsAre(iri(7), iri(1), iri(2), iri(3), iri(9), iri(0), iri(0), iri(1)));
}

TEST(TableMerger, TakesTablesWithoutRows) {
  const SortedTable none;
  const SortedTable some = table_of({{1, 1}});
  TableMerger merger(none, some, 2);
  merger.append(none.all(), some.all());
  EXPECT_THAT(column_of(merger.finish(), 1), ElementsAre(iri(1)));
}

}  // namespace
}  // namespace whence::store
