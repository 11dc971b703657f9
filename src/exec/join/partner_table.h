// The right side of a hash semi-join: answers whether any of its rows is compatible (SPARQL 1.1
// §18.3) with a row of the left.
//
// Rows are sorted into parts by which of the columns that may be unbound they bind. A row of the
// left meets each part in the columns that both bind; there is a hash table for each such set of
// columns, made when it is first asked for. Data has few such sets, so that every row costs a few
// look-ups, however many cells are unbound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "exec/row_buffer.h"
#include "plan/physical_plan.h"

namespace whence::exec {

class PartnerTable {
 public:
  PartnerTable(const plan::HashSemiJoin& node, QueryContext& context);

  /// Takes the rows of the right. False: more of them can make no difference.
  bool add(const Batch& right);

  [[nodiscard]] bool is_empty() const { return parts_.empty(); }

  /// Sets `rows` to the numbers of the rows of `left` that have a partner, ascending.
  void find_partners(const Batch& left, std::vector<std::uint32_t>& rows);

 private:
  using ColumnPointers = std::vector<const std::vector<Id>*>;
  /// Which of `compatible` are bound.
  using Domain = std::vector<bool>;

  /// The rows that bind the same; a table's columns are the keys and then those of its domain.
  struct Part {
    Part(std::size_t column_count, QueryContext& context) : rows(column_count, context) {}

    KeyTable rows;
    std::map<Domain, KeyTable> by_common;  ///< By the columns that the left binds too.
  };

  [[nodiscard]] Part& part_of(const Domain& domain);
  /// The part's rows by the keys and the columns of `common`.
  [[nodiscard]] KeyTable& table(const Domain& domain, Part& part, const Domain& common);
  [[nodiscard]] bool has_partner(const Batch& left, std::size_t row);

  const plan::HashSemiJoin& node_;
  QueryContext& context_;
  std::map<Domain, Part> parts_;
  Domain domain_;  ///< Of the current row.
  Domain common_;
  ColumnPointers columns_;
};

}  // namespace whence::exec
