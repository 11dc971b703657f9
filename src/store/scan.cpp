// The cursor over a pattern's rows: copies ranges of columns, and keeps nothing but its place.
#include <algorithm>
#include <utility>

#include "store/quad_index.h"
#include "store/snapshot.h"

namespace whence::store {

class Scan::State {
 public:
  State(const QuadIndex::Located& located, std::size_t column_count)
      : located_(located), rows_(located.rows), column_count_(column_count) {}

  bool next(Batch& batch) {
    batch.reset(column_count_);
    const RowRange part{rows_.begin,
                        rows_.begin + std::min(rows_.size(), std::uint64_t{kBatchRows})};
    if (part.size() == 0) {
      return false;
    }
    std::size_t output = 0;
    if (located_.directory != nullptr) {
      append_graphs(part, batch.columns[output++]);
    }
    for (std::size_t column = located_.first_column; output < column_count_; ++column) {
      located_.table->append(part, column, batch.columns[output++]);
    }
    batch.row_count = part.size();
    rows_.begin = part.end;
    return true;
  }

  void seek(Id id) {
    if (column_count_ == 0 || rows_.size() == 0) {
      return;
    }
    if (located_.directory == nullptr) {
      rows_.begin = located_.table->seek(rows_, located_.first_column, id);
      return;
    }
    const auto& graphs = located_.directory->graphs;
    const auto found =
        std::lower_bound(graphs.begin() + static_cast<std::ptrdiff_t>(graph_), graphs.end(), id);
    graph_ = static_cast<std::size_t>(found - graphs.begin());
    if (found == graphs.end()) {
      rows_.begin = rows_.end;
    } else {
      rows_.begin = std::max(rows_.begin, graph_rows().begin);
    }
  }

 private:
  [[nodiscard]] RowRange graph_rows() const {
    return located_.directory->rows_at(graph_, located_.rows.end);
  }

  /// The graph column of `part`, which the directory gives.
  void append_graphs(RowRange part, std::vector<Id>& out) {
    while (part.size() > 0) {
      const RowRange rows = graph_rows();
      const std::uint64_t end = std::min(part.end, rows.end);
      out.insert(out.end(), end - part.begin, located_.directory->graphs[graph_]);
      part.begin = end;
      if (end == rows.end) {
        ++graph_;
      }
    }
  }

  QuadIndex::Located located_;
  RowRange rows_;  // What is left.
  std::size_t column_count_;
  std::size_t graph_ = 0;  // The position in the directory, where it is used.
};

Scan::Scan(std::unique_ptr<State> state) : state_(std::move(state)) {}
Scan::Scan(Scan&&) noexcept = default;
Scan& Scan::operator=(Scan&&) noexcept = default;
Scan::~Scan() = default;

bool Scan::next(Batch& batch) { return state_->next(batch); }
void Scan::seek(Id id) { state_->seek(id); }

Scan Snapshot::scan(const QuadPattern& pattern, const SortOrder& order) const {
  return Scan(std::make_unique<Scan::State>(index_->locate(pattern, order), order.size()));
}

}  // namespace whence::store
