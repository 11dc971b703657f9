#include "store/dataset_view.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "store/quad_index.h"
#include "store/quad_index_builder.h"
#include "store/row_sort.h"

namespace whence::store {

namespace {

/// The ids of those that are graphs, ascending, each once.
std::vector<Id> graphs_of(const Snapshot& snapshot, const std::vector<rdf::Term>& names) {
  std::vector<Id> ids;
  for (const rdf::Term& name : names) {
    const auto id = snapshot.find(name);
    if (id && snapshot.count({.subject = {}, .predicate = {}, .object = {}, .graph = *id}) > 0) {
      ids.push_back(*id);
    }
  }
  std::ranges::sort(ids);
  const auto rest = std::ranges::unique(ids);
  ids.erase(rest.begin(), rest.end());
  return ids;
}

class Copier {
 public:
  Copier(const Snapshot& snapshot, const std::function<void()>& check)
      : snapshot_(snapshot), check_(check) {}

  [[nodiscard]] std::uint64_t size_of(const std::vector<Id>& graphs) const {
    std::uint64_t size = 0;
    for (const Id graph : graphs) {
      size += snapshot_.count(all_of(graph));
    }
    return size;
  }

  /// Calls `take` with the ids of each triple of the graphs, and its graph.
  template <typename Take>
  void each(const std::vector<Id>& graphs, Take take) const {
    Batch batch;
    for (const Id graph : graphs) {
      Scan scan =
          snapshot_.scan(all_of(graph), {Column::kSubject, Column::kPredicate, Column::kObject});
      while (scan.next(batch)) {
        check_();
        for (std::size_t row = 0; row < batch.row_count; ++row) {
          take(batch.columns[0][row], batch.columns[1][row], batch.columns[2][row], graph);
        }
      }
    }
  }

 private:
  [[nodiscard]] static QuadPattern all_of(Id graph) {
    return {.subject = {}, .predicate = {}, .object = {}, .graph = graph};
  }

  const Snapshot& snapshot_;
  const std::function<void()>& check_;
};

/// `index`, and `graph` of `from` as its default graph.
std::shared_ptr<const QuadIndex> with_default_graph(const QuadIndex& index, const QuadIndex& from,
                                                    Id graph) {
  QuadIndex::Tables tables = index.tables();
  for (std::size_t i = 0; i < kTripleOrders.size(); ++i) {
    const SortedTable& table = from.tables().by_graph[i];
    tables.default_graph[i] =
        SortedTable(table, from.tables().directory.rows_of(graph, table.all().size()));
  }
  return std::make_shared<const QuadIndex>(std::move(tables));
}

}  // namespace

std::shared_ptr<const Snapshot> dataset_view(const Snapshot& snapshot, const DatasetNames& names,
                                             const std::function<void(std::uint64_t)>& reserve,
                                             const std::function<void()>& check) {
  // Six tables of three columns, or with the nine of four, of which those that begin alike share
  // one; and the rows from which they are made, twice while they are sorted.
  constexpr std::uint64_t kTripleBytes = (6 * 3 - 3 + 2 * 3) * sizeof(Id);
  constexpr std::uint64_t kQuadBytes = (6 * 3 - 3 + 9 * 4 - 6 + 2 * 4) * sizeof(Id);
  const std::vector<Id> default_graphs = graphs_of(snapshot, names.default_graphs);
  const std::vector<Id> named_graphs = graphs_of(snapshot, names.named_graphs);
  const Copier copier(snapshot, check);
  const bool is_merged = default_graphs.size() > 1;
  const std::uint64_t triples = is_merged ? copier.size_of(default_graphs) : 0;
  const std::uint64_t quads = copier.size_of(named_graphs);
  reserve(triples * kTripleBytes + quads * kQuadBytes);
  NewQuads copies;
  copies.triples.reserve(triples);
  copies.quads.reserve(quads);
  if (is_merged) {
    copier.each(default_graphs, [&](Id subject, Id predicate, Id object, Id /*graph*/) {
      copies.triples.push_back({subject, predicate, object});
    });
  }
  copier.each(named_graphs, [&](Id subject, Id predicate, Id object, Id graph) {
    copies.quads.push_back({subject, predicate, object, graph});
  });
  auto index = extend_index(QuadIndex(), std::move(copies), 1);
  if (default_graphs.size() == 1) {
    index = with_default_graph(*index, *snapshot.index(), default_graphs.front());
  }
  return std::make_shared<const Snapshot>(snapshot.dictionary(), std::move(index),
                                          snapshot.prefixes());
}

}  // namespace whence::store
