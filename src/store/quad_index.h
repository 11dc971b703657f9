// The quads in so many sort orders that each pattern is one range, with any free column first.
//
// The default graph is apart, in the six orders of (s, p, o). The quads of named graphs are twice
// there. Graph by graph: a directory says which rows are a graph's, and six tables of three columns
// have them in the six orders. And across graphs, in nine orders of (s, p, o, g) that begin with
// s, p or o: for each set of fixed columns among these and each column that is left, g included,
// one of them has the fixed ones in front and that column next. Nine is the least: three of them
// must begin with each of s, p and o, to have each other column second.
//
// Immutable; any number of threads may read. QuadIndexBuilder makes the next one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "store/id.h"
#include "store/page_allocator.h"
#include "store/quad_pattern.h"
#include "store/sorted_table.h"

namespace whence::store {

/// In the order in which the builder makes them: each from the one before by sorting by its first
/// column alone.
inline constexpr std::array<std::array<Column, 3>, 6> kTripleOrders{{
    {Column::kSubject, Column::kPredicate, Column::kObject},
    {Column::kPredicate, Column::kSubject, Column::kObject},
    {Column::kObject, Column::kPredicate, Column::kSubject},
    {Column::kSubject, Column::kObject, Column::kPredicate},
    {Column::kObject, Column::kSubject, Column::kPredicate},
    {Column::kPredicate, Column::kObject, Column::kSubject},
}};

inline constexpr std::array<std::array<Column, 4>, 9> kQuadOrders{{
    {Column::kSubject, Column::kGraph, Column::kPredicate, Column::kObject},
    {Column::kPredicate, Column::kSubject, Column::kGraph, Column::kObject},
    {Column::kPredicate, Column::kGraph, Column::kSubject, Column::kObject},
    {Column::kObject, Column::kPredicate, Column::kGraph, Column::kSubject},
    {Column::kObject, Column::kGraph, Column::kPredicate, Column::kSubject},
    {Column::kSubject, Column::kObject, Column::kGraph, Column::kPredicate},
    {Column::kPredicate, Column::kObject, Column::kSubject, Column::kGraph},
    {Column::kSubject, Column::kPredicate, Column::kObject, Column::kGraph},
    {Column::kObject, Column::kSubject, Column::kPredicate, Column::kGraph},
}};

/// The rows of each named graph in tables that are sorted by graph first.
struct GraphDirectory {
  PageVector<Id> graphs;             ///< Ascending.
  PageVector<std::uint64_t> starts;  ///< The first row of each.

  [[nodiscard]] RowRange rows_of(Id graph, std::uint64_t row_count) const;
  [[nodiscard]] RowRange rows_at(std::size_t position, std::uint64_t row_count) const {
    return {starts[position], position + 1 < starts.size() ? starts[position + 1] : row_count};
  }
};

class QuadIndex {
 public:
  struct Tables {
    std::array<SortedTable, kTripleOrders.size()> default_graph;
    GraphDirectory directory;
    std::array<SortedTable, kTripleOrders.size()> by_graph;
    std::array<SortedTable, kQuadOrders.size()> across_graphs;
  };

  /// Where the rows of a pattern are.
  struct Located {
    const SortedTable* table = nullptr;
    RowRange rows;
    std::size_t first_column = 0;               ///< Of the table: before it are the fixed ones.
    const GraphDirectory* directory = nullptr;  ///< Set where it gives the first free column.
  };

  QuadIndex() = default;
  explicit QuadIndex(Tables tables) : tables_(std::move(tables)) {}

  /// Throws Error (kInternal) for an order that sort_orders() does not offer.
  [[nodiscard]] Located locate(const QuadPattern& pattern, std::span<const Column> order) const;
  [[nodiscard]] std::vector<SortOrder> sort_orders(const QuadPattern& pattern) const;
  [[nodiscard]] std::uint64_t count(const QuadPattern& pattern) const;

  [[nodiscard]] const Tables& tables() const { return tables_; }
  [[nodiscard]] std::uint64_t quad_count() const;
  [[nodiscard]] std::uint64_t memory_bytes() const;

 private:
  Tables tables_;
};

}  // namespace whence::store
