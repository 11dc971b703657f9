// Rows of ids, and sorting them stably by one column: radix sort over the bits in which the column
// differs, on several threads. Since it is stable, sorting by o, then p, then s sorts by (s, p, o),
// and rows sorted by (s, p, o) need one more sort to be so by (p, s, o).
#pragma once

#include <array>
#include <cstddef>

#include "store/id.h"
#include "store/page_allocator.h"

namespace whence::store {

/// Indexed by Column.
using TripleRow = std::array<Id, 3>;
using QuadRow = std::array<Id, 4>;

/// `scratch` is resized as needed, and may have changed places with `rows` afterwards.
template <typename Row>
void sort_by_column(PageVector<Row>& rows, PageVector<Row>& scratch, std::size_t column,
                    std::size_t thread_count);

extern template void sort_by_column(PageVector<TripleRow>&, PageVector<TripleRow>&, std::size_t,
                                    std::size_t);
extern template void sort_by_column(PageVector<QuadRow>&, PageVector<QuadRow>&, std::size_t,
                                    std::size_t);

}  // namespace whence::store
