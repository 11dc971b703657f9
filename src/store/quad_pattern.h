// What can be asked of the indexes: a quad with some positions fixed.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "store/id.h"

namespace whence::store {

enum class Column : std::uint8_t { kSubject, kPredicate, kObject, kGraph };

/// A position that is Id() is free. In the graph position, Id::default_graph() means the default
/// graph, another id that named graph, and Id() any *named* graph: the default graph is never the
/// union of the others, nor part of "any".
struct QuadPattern {
  Id subject;
  Id predicate;
  Id object;
  Id graph = Id::default_graph();

  [[nodiscard]] Id at(Column column) const {
    return std::array{subject, predicate, object, graph}[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] bool is_free(Column column) const { return !at(column).is_bound(); }
};

/// Free columns of a pattern, the most significant first.
using SortOrder = std::vector<Column>;

}  // namespace whence::store
