#include "store/snapshot.h"

#include "store/dictionary.h"
#include "store/quad_index.h"

namespace whence::store {

Snapshot::Snapshot()
    : dictionary_(std::make_shared<const Dictionary>()),
      index_(std::make_shared<const QuadIndex>()) {}

Snapshot::Snapshot(std::shared_ptr<const Dictionary> dictionary,
                   std::shared_ptr<const QuadIndex> index,
                   std::vector<std::pair<std::string, std::string>> prefixes)
    : dictionary_(std::move(dictionary)),
      index_(std::move(index)),
      prefixes_(std::move(prefixes)) {}

Snapshot::~Snapshot() = default;

std::optional<Id> Snapshot::find(const rdf::TermView& term) const {
  return dictionary_->find(term);
}

rdf::TermView Snapshot::term(Id id, std::string& scratch) const {
  return dictionary_->term(id, scratch);
}

std::vector<SortOrder> Snapshot::sort_orders(const QuadPattern& pattern) const {
  return index_->sort_orders(pattern);
}

std::uint64_t Snapshot::count(const QuadPattern& pattern) const { return index_->count(pattern); }

std::vector<Id> Snapshot::named_graphs() const {
  const auto& graphs = index_->tables().directory.graphs;
  return {graphs.begin(), graphs.end()};
}

std::uint64_t Snapshot::quad_count() const { return index_->quad_count(); }

std::uint64_t Snapshot::term_count() const { return dictionary_->term_count(); }

std::uint64_t Snapshot::memory_bytes() const {
  return dictionary_->memory_bytes() + index_->memory_bytes();
}

}  // namespace whence::store
