// What one thread of a load has read: quads of provisional ids, in chunks, so that they never move
// while they grow and can be freed one by one as they are taken over.
#pragma once

#include <cstddef>
#include <vector>

#include "store/page_allocator.h"
#include "store/row_sort.h"

namespace whence::store {

template <typename Row>
class RowChunks {
 public:
  void push_back(const Row& row) {
    if (chunks_.empty() || chunks_.back().size() == kChunkRows) {
      chunks_.emplace_back().reserve(kChunkRows);
    }
    chunks_.back().push_back(row);
  }
  [[nodiscard]] std::size_t size() const {
    return chunks_.empty() ? 0 : (chunks_.size() - 1) * kChunkRows + chunks_.back().size();
  }

  /// Writes all rows, each through `change`, from `out` on, and frees them.
  template <typename Change>
  void move_to(Row* out, Change&& change) {
    for (auto& chunk : chunks_) {
      for (const Row& row : chunk) {
        *out++ = change(row);
      }
      PageVector<Row>().swap(chunk);
    }
    chunks_.clear();
  }

 private:
  static constexpr std::size_t kChunkRows = std::size_t{1} << 15;

  std::vector<PageVector<Row>> chunks_;
};

struct QuadStage {
  RowChunks<TripleRow> triples;
  RowChunks<QuadRow> quads;
};

}  // namespace whence::store
