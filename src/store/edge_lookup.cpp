// See edge_lookup.h.
#include "store/edge_lookup.h"

#include <algorithm>
#include <array>
#include <utility>

namespace whence::store {

EdgeLookup::EdgeLookup(QuadIndex::Located edges, bool is_of_any, std::vector<Id> excluded)
    : edges_(edges), is_of_any_(is_of_any), excluded_(std::move(excluded)) {
  std::ranges::sort(excluded_);
}

EdgeLookup::EdgeLookup(const Snapshot& snapshot, Id predicate, bool is_backward, Id graph) {
  const QuadPattern pattern{.subject = {}, .predicate = predicate, .object = {}, .graph = graph};
  const auto order = is_backward ? std::array{Column::kObject, Column::kSubject}
                                 : std::array{Column::kSubject, Column::kObject};
  edges_ = snapshot.index()->locate(pattern, order);
}

EdgeLookup EdgeLookup::any_but(const Snapshot& snapshot, std::vector<Id> excluded, bool is_backward,
                               Id graph) {
  const QuadPattern pattern{.subject = {}, .predicate = {}, .object = {}, .graph = graph};
  const auto order = is_backward
                         ? std::array{Column::kObject, Column::kPredicate, Column::kSubject}
                         : std::array{Column::kSubject, Column::kPredicate, Column::kObject};
  return {snapshot.index()->locate(pattern, order), true, std::move(excluded)};
}

void EdgeLookup::append(Id node, std::vector<Id>& out) const {
  const SortedTable& table = *edges_.table;
  const std::size_t near = edges_.first_column;
  RowRange rows = table.narrow(edges_.rows, near, node);
  if (rows.size() == 0) {
    return;
  }
  if (!is_of_any_) {
    table.append(rows, near + 1, out);
    return;
  }
  for (const Id predicate : excluded_) {
    const RowRange without = table.narrow(rows, near + 1, predicate);
    table.append({rows.begin, without.begin}, near + 2, out);
    rows.begin = without.end;
  }
  table.append(rows, near + 2, out);
}

bool EdgeLookup::has(Id node) const {
  const SortedTable& table = *edges_.table;
  const std::uint64_t row = table.seek(edges_.rows, edges_.first_column, node);
  return row != edges_.rows.end && table.at(row, edges_.first_column) == node;
}

void EdgeLookup::append_edges(std::uint64_t begin, std::uint64_t end, std::vector<Id>& near,
                              std::vector<Id>& far) const {
  const RowRange part{edges_.rows.begin + begin, edges_.rows.begin + end};
  edges_.table->append(part, edges_.first_column, near);
  edges_.table->append(part, edges_.first_column + 1, far);
}

}  // namespace whence::store
