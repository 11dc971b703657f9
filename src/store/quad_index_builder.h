// Makes the index of a load: sorts the new quads into every order and merges them with those of the
// index before.
#pragma once

#include <cstddef>
#include <memory>

#include "store/page_allocator.h"
#include "store/quad_index.h"
#include "store/row_sort.h"

namespace whence::store {

/// What is to be added; rows may repeat, and may be in the index already.
struct NewQuads {
  PageVector<TripleRow> triples;  ///< Of the default graph.
  PageVector<QuadRow> quads;      ///< Of named graphs.
};

/// The quads of `base` and `added`, each once. Rows are freed as soon as they are not needed.
[[nodiscard]] std::shared_ptr<const QuadIndex> extend_index(const QuadIndex& base, NewQuads added,
                                                            std::size_t thread_count);

}  // namespace whence::store
