// See quad_index_builder.h. All orders are made from one array of rows by a walk: each step moves
// one column to the front, which is one stable sort.
#include "store/quad_index_builder.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "store/parallel.h"

namespace whence::store {
namespace {

constexpr std::array<Column, 4> kGraphFirst{Column::kGraph, Column::kSubject, Column::kPredicate,
                                            Column::kObject};

constexpr std::size_t kParallelRows = 65536;  // Below: threads take longer to start.

/// Rows and the order in which they are sorted.
template <typename Row, std::size_t kWidth = std::tuple_size_v<Row>>
class RowSorter {
 public:
  using Order = std::array<Column, kWidth>;

  RowSorter(PageVector<Row> rows, std::size_t thread_count)
      : rows_(std::move(rows)), thread_count_(rows_.size() < kParallelRows ? 1 : thread_count) {}

  /// Sorts rows in any order by `order`.
  void sort_all(const Order& order) {
    for (std::size_t i = kWidth; i-- > 0;) {
      sort_by_column(rows_, scratch_, static_cast<std::size_t>(order[i]), thread_count_);
    }
    order_ = order;
  }

  /// From the order there is to `order`: what already follows in the same order stays.
  void sort_to(const Order& order) {
    std::size_t moved = 0;
    while (!is_subsequence(std::span(order).subspan(moved))) {
      ++moved;
    }
    while (moved > 0) {
      --moved;
      sort_by_column(rows_, scratch_, static_cast<std::size_t>(order[moved]), thread_count_);
    }
    order_ = order;
  }

  /// No more sorting: frees what only that needs.
  void end_sorting() { PageVector<Row>().swap(scratch_); }

  /// The table of the columns from `skipped` on, in the order there is. Where one of `made` begins
  /// with the same column, that array serves for both.
  template <typename Tables, typename Orders>
  [[nodiscard]] SortedTable table(std::size_t skipped, const Tables& made,
                                  const Orders& made_orders) const {
    std::vector<SortedTable::Column> columns;
    for (std::size_t i = 0; i < made.size() && columns.empty(); ++i) {
      if (!made[i].columns().empty() && made_orders[i].front() == order_[skipped]) {
        columns.push_back(made[i].columns().front());
      }
    }
    for (std::size_t i = skipped + columns.size(); i < kWidth; ++i) {
      columns.push_back(column(static_cast<std::size_t>(order_[i])));
    }
    return SortedTable(std::move(columns));
  }

  [[nodiscard]] PageVector<Row>& rows() { return rows_; }

 private:
  [[nodiscard]] SortedTable::Column column(std::size_t from) const {
    PageVector<Id> ids(rows_.size());
    run_parallel(thread_count_, [&](std::size_t thread) {
      const Share share = share_of(rows_.size(), thread, thread_count_);
      for (std::size_t row = share.begin; row < share.end; ++row) {
        ids[row] = rows_[row][from];
      }
    });
    return std::make_shared<const PageVector<Id>>(std::move(ids));
  }

  [[nodiscard]] bool is_subsequence(std::span<const Column> columns) const {
    std::size_t found = 0;
    for (const Column column : order_) {
      found += found < columns.size() && columns[found] == column ? 1 : 0;
    }
    return found == columns.size();
  }

  PageVector<Row> rows_;
  PageVector<Row> scratch_;
  Order order_{};
  std::size_t thread_count_;
};

/// Removes repeated rows, and those in `table`, from sorted rows. `order` says which column of a
/// row stands where in the table.
template <typename Row>
void keep_new(PageVector<Row>& rows, const SortedTable& table,
              const std::array<Column, std::tuple_size_v<Row>>& order) {
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  if (table.all().size() == 0) {
    return;
  }
  RowRange rest = table.all();
  std::erase_if(rows, [&](const Row& row) {
    rest.begin = table.seek(rest, 0, row[static_cast<std::size_t>(order[0])]);
    RowRange found = rest;
    for (std::size_t i = 0; i < order.size() && found.size() > 0; ++i) {
      found = table.narrow(found, i, row[static_cast<std::size_t>(order[i])]);
    }
    return found.size() > 0;
  });
}

using TripleTables = std::array<SortedTable, kTripleOrders.size()>;

TripleTables triple_tables(const TripleTables& base, PageVector<TripleRow> rows,
                           std::size_t thread_count) {
  RowSorter<TripleRow> sorter(std::move(rows), thread_count);
  sorter.sort_all(kTripleOrders.front());
  keep_new(sorter.rows(), base.front(), kTripleOrders.front());
  TripleTables tables;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    sorter.sort_to(kTripleOrders[i]);
    if (i + 1 == tables.size()) {
      sorter.end_sorting();
    }
    tables[i] = sorter.table(0, tables, kTripleOrders);
  }
  return tables;
}

GraphDirectory directory_of(const PageVector<QuadRow>& rows) {
  constexpr auto kGraph = static_cast<std::size_t>(Column::kGraph);
  GraphDirectory directory;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || rows[i][kGraph] != rows[i - 1][kGraph]) {
      directory.graphs.push_back(rows[i][kGraph]);
      directory.starts.push_back(i);
    }
  }
  return directory;
}

void named_tables(const QuadIndex::Tables& base, PageVector<QuadRow> rows, std::size_t thread_count,
                  QuadIndex::Tables& tables) {
  RowSorter<QuadRow> sorter(std::move(rows), thread_count);
  constexpr std::size_t kKnown = 7;  // (s, p, o, g)
  sorter.sort_all(kQuadOrders[kKnown]);
  keep_new(sorter.rows(), base.across_graphs[kKnown], kQuadOrders[kKnown]);
  sorter.sort_to(kGraphFirst);
  tables.directory = directory_of(sorter.rows());
  const auto by_graph = [&](std::size_t i) {
    const auto& order = kTripleOrders[i];
    sorter.sort_to({Column::kGraph, order[0], order[1], order[2]});
    tables.by_graph[i] = sorter.table(1, tables.by_graph, kTripleOrders);
  };
  const auto across = [&](std::size_t i) {
    sorter.sort_to(kQuadOrders[i]);
    tables.across_graphs[i] = sorter.table(0, tables.across_graphs, kQuadOrders);
  };
  // A walk with few steps: most orders are one sort away from the one before.
  by_graph(0);
  across(0);
  across(1);
  by_graph(1);
  across(2);
  across(3);
  by_graph(2);
  across(4);
  across(5);
  for (std::size_t i = 3; i < kTripleOrders.size(); ++i) {
    by_graph(i);
  }
  for (std::size_t i = 6; i < kQuadOrders.size(); ++i) {
    across(i);
  }
}

SortedTable merge_whole(const SortedTable& left, const SortedTable& right, std::size_t columns) {
  TableMerger merger(left, right, columns);
  merger.append(left.all(), right.all());
  return merger.finish();
}

/// Graph by graph; `merged` says of which graphs.
SortedTable merge_by_graph(const GraphDirectory& left, const SortedTable& left_table,
                           const GraphDirectory& right, const SortedTable& right_table,
                           const GraphDirectory& merged) {
  TableMerger merger(left_table, right_table, 3);
  for (const Id graph : merged.graphs) {
    merger.append(left.rows_of(graph, left_table.all().size()),
                  right.rows_of(graph, right_table.all().size()));
  }
  return merger.finish();
}

GraphDirectory merge_directories(const GraphDirectory& left, std::uint64_t left_rows,
                                 const GraphDirectory& right, std::uint64_t right_rows) {
  GraphDirectory merged;
  std::ranges::set_union(left.graphs, right.graphs, std::back_inserter(merged.graphs));
  std::uint64_t start = 0;
  for (const Id graph : merged.graphs) {
    merged.starts.push_back(start);
    start += left.rows_of(graph, left_rows).size() + right.rows_of(graph, right_rows).size();
  }
  return merged;
}

/// Lets tables that begin with the same column share it.
template <typename Tables, typename Orders>
void share_first_columns(Tables& tables, const Orders& orders) {
  for (std::size_t i = 0; i < tables.size(); ++i) {
    for (std::size_t earlier = 0; earlier < i; ++earlier) {
      if (orders[earlier].front() == orders[i].front()) {
        auto columns = tables[i].columns();
        columns.front() = tables[earlier].columns().front();
        tables[i] = SortedTable(std::move(columns));
        break;
      }
    }
  }
}

QuadIndex::Tables merge(const QuadIndex::Tables& left, const QuadIndex::Tables& right,
                        std::size_t thread_count) {
  QuadIndex::Tables merged;
  merged.directory = merge_directories(left.directory, left.by_graph.front().all().size(),
                                       right.directory, right.by_graph.front().all().size());
  constexpr std::size_t kTriples = kTripleOrders.size();
  constexpr std::size_t kTables = 2 * kTriples + kQuadOrders.size();
  run_parallel(thread_count, [&](std::size_t thread) {
    for (std::size_t i = thread; i < kTables; i += thread_count) {
      if (i < kTriples) {
        merged.default_graph[i] = merge_whole(left.default_graph[i], right.default_graph[i], 3);
      } else if (i < 2 * kTriples) {
        const std::size_t n = i - kTriples;
        merged.by_graph[n] = merge_by_graph(left.directory, left.by_graph[n], right.directory,
                                            right.by_graph[n], merged.directory);
      } else {
        const std::size_t n = i - 2 * kTriples;
        merged.across_graphs[n] = merge_whole(left.across_graphs[n], right.across_graphs[n], 4);
      }
    }
  });
  share_first_columns(merged.default_graph, kTripleOrders);
  share_first_columns(merged.by_graph, kTripleOrders);
  share_first_columns(merged.across_graphs, kQuadOrders);
  return merged;
}

}  // namespace

std::shared_ptr<const QuadIndex> extend_index(const QuadIndex& base, NewQuads added,
                                              std::size_t thread_count) {
  QuadIndex::Tables tables;
  tables.default_graph =
      triple_tables(base.tables().default_graph, std::move(added.triples), thread_count);
  named_tables(base.tables(), std::move(added.quads), thread_count, tables);
  if (base.quad_count() == 0) {
    return std::make_shared<const QuadIndex>(std::move(tables));
  }
  return std::make_shared<const QuadIndex>(merge(base.tables(), tables, thread_count));
}

}  // namespace whence::store
