// See quad_index.h.
#include "store/quad_index.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "rdf/error.h"

namespace whence::store {
namespace {

/// The fixed columns among `columns`.
std::size_t fixed_count(const QuadPattern& pattern, std::span<const Column> columns) {
  return static_cast<std::size_t>(
      std::ranges::count_if(columns, [&](Column column) { return !pattern.is_free(column); }));
}

/// The free columns of a table's order, where all fixed ones are in front.
std::optional<std::span<const Column>> free_columns(const QuadPattern& pattern,
                                                    std::span<const Column> table_order) {
  const std::size_t fixed = fixed_count(pattern, table_order);
  if (fixed_count(pattern, table_order.first(fixed)) != fixed) {
    return std::nullopt;
  }
  return table_order.subspan(fixed);
}

/// The table of `orders` whose free columns are `order`; their number where there is none.
template <typename Orders>
std::size_t table_for(const QuadPattern& pattern, const Orders& orders,
                      std::span<const Column> order) {
  const auto found = std::ranges::find_if(orders, [&](const auto& table_order) {
    const auto free = free_columns(pattern, table_order);
    return free && std::ranges::equal(*free, order);
  });
  return static_cast<std::size_t>(found - orders.begin());
}

QuadIndex::Located narrowed(const QuadPattern& pattern, const SortedTable& table,
                            std::span<const Column> table_order, RowRange rows) {
  const std::size_t fixed = fixed_count(pattern, table_order);
  for (std::size_t i = 0; i < fixed && rows.size() > 0; ++i) {
    rows = table.narrow(rows, i, pattern.at(table_order[i]));
  }
  return {.table = &table, .rows = rows, .first_column = fixed, .directory = nullptr};
}

[[noreturn]] void throw_no_order() {
  throw Error(ErrorCode::kInternal, "a scan was asked for in an order that no index has");
}

}  // namespace

RowRange GraphDirectory::rows_of(Id graph, std::uint64_t row_count) const {
  const auto found = std::ranges::lower_bound(graphs, graph);
  if (found == graphs.end() || *found != graph) {
    return {};
  }
  return rows_at(static_cast<std::size_t>(found - graphs.begin()), row_count);
}

QuadIndex::Located QuadIndex::locate(const QuadPattern& pattern,
                                     std::span<const Column> order) const {
  if (!pattern.is_free(Column::kGraph)) {
    const std::size_t i = table_for(pattern, kTripleOrders, order);
    if (i == kTripleOrders.size()) {
      throw_no_order();
    }
    if (pattern.graph == Id::default_graph()) {
      const SortedTable& table = tables_.default_graph[i];
      return narrowed(pattern, table, kTripleOrders[i], table.all());
    }
    const SortedTable& table = tables_.by_graph[i];
    return narrowed(pattern, table, kTripleOrders[i],
                    tables_.directory.rows_of(pattern.graph, table.all().size()));
  }
  if (const std::size_t i = table_for(pattern, kQuadOrders, order); i < kQuadOrders.size()) {
    const SortedTable& table = tables_.across_graphs[i];
    return narrowed(pattern, table, kQuadOrders[i], table.all());
  }
  if (order.size() != 4 || order.front() != Column::kGraph) {
    throw_no_order();
  }
  const std::size_t i = table_for(pattern, kTripleOrders, order.subspan(1));
  if (i == kTripleOrders.size()) {
    throw_no_order();
  }
  const SortedTable& table = tables_.by_graph[i];
  return {.table = &table, .rows = table.all(), .first_column = 0, .directory = &tables_.directory};
}

std::vector<SortOrder> QuadIndex::sort_orders(const QuadPattern& pattern) const {
  std::vector<SortOrder> found;
  const auto add = [&](SortOrder order) {
    if (std::ranges::find(found, order) == found.end()) {
      found.push_back(std::move(order));
    }
  };
  if (!pattern.is_free(Column::kGraph)) {
    for (const auto& table_order : kTripleOrders) {
      if (const auto free = free_columns(pattern, table_order)) {
        add({free->begin(), free->end()});
      }
    }
    return found;
  }
  for (const auto& table_order : kQuadOrders) {
    if (const auto free = free_columns(pattern, table_order)) {
      add({free->begin(), free->end()});
    }
  }
  if (fixed_count(pattern, kTripleOrders.front()) == 0) {
    for (const auto& table_order : kTripleOrders) {
      SortOrder order{Column::kGraph};
      order.insert(order.end(), table_order.begin(), table_order.end());
      add(std::move(order));
    }
  }
  return found;
}

std::uint64_t QuadIndex::count(const QuadPattern& pattern) const {
  return locate(pattern, sort_orders(pattern).front()).rows.size();
}

std::uint64_t QuadIndex::quad_count() const {
  return tables_.default_graph.front().all().size() + tables_.by_graph.front().all().size();
}

std::uint64_t QuadIndex::memory_bytes() const {
  std::uint64_t bytes = sizeof *this + tables_.directory.graphs.capacity() * sizeof(Id) +
                        tables_.directory.starts.capacity() * sizeof(std::uint64_t);
  std::unordered_set<const void*> counted;  // Tables share columns.
  const auto add = [&](const auto& tables) {
    for (const SortedTable& table : tables) {
      for (const SortedTable::Column& column : table.columns()) {
        bytes += counted.insert(column.get()).second ? column->capacity() * sizeof(Id) : 0;
      }
    }
  };
  add(tables_.default_graph);
  add(tables_.by_graph);
  add(tables_.across_graphs);
  return bytes;
}

}  // namespace whence::store
