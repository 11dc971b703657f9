// An immutable state of the store: a dictionary and the indexes over it. Held by shared_ptr by
// everyone who reads; all members are const and may be used from any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rdf/term.h"
#include "store/batch.h"
#include "store/id.h"
#include "store/quad_pattern.h"

namespace whence::store {

class Dictionary;
class QuadIndex;

/// A cursor over the quads of a pattern. Belongs to one thread and keeps its snapshot's indexes
/// alive through the caller, who must hold the snapshot.
class Scan;

class Snapshot {
 public:
  /// Of no quads.
  Snapshot();
  Snapshot(std::shared_ptr<const Dictionary> dictionary, std::shared_ptr<const QuadIndex> index,
           std::vector<std::pair<std::string, std::string>> prefixes);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  /// The id of `term`: inlined, or from the dictionary; nothing if no quad could hold it.
  [[nodiscard]] std::optional<Id> find(const rdf::TermView& term) const;
  /// The term of an id that is neither kNone nor kLocal. Views point into the dictionary, or into
  /// `scratch` for inlined values: they live until `scratch` changes.
  [[nodiscard]] rdf::TermView term(Id id, std::string& scratch) const;

  /// The quads of `pattern`, sorted by `order`, which names every free column of the pattern once.
  /// Any first column is possible for any pattern; `sort_orders` says which full orders are.
  [[nodiscard]] Scan scan(const QuadPattern& pattern, const SortOrder& order) const;
  [[nodiscard]] std::vector<SortOrder> sort_orders(const QuadPattern& pattern) const;
  /// Exactly how many quads match, without scanning them.
  [[nodiscard]] std::uint64_t count(const QuadPattern& pattern) const;

  /// The names of the named graphs, ascending, each once.
  [[nodiscard]] std::vector<Id> named_graphs() const;

  [[nodiscard]] std::uint64_t quad_count() const;
  [[nodiscard]] std::uint64_t term_count() const;
  /// Prefixes met while loading, the first meaning of each name; for output to people.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& prefixes() const {
    return prefixes_;
  }
  /// Bytes held by dictionary and indexes.
  [[nodiscard]] std::uint64_t memory_bytes() const;

  /// The parts, of which the next snapshot is made.
  [[nodiscard]] const std::shared_ptr<const Dictionary>& dictionary() const { return dictionary_; }
  [[nodiscard]] const std::shared_ptr<const QuadIndex>& index() const { return index_; }

 private:
  std::shared_ptr<const Dictionary> dictionary_;
  std::shared_ptr<const QuadIndex> index_;
  std::vector<std::pair<std::string, std::string>> prefixes_;
};

class Scan {
 public:
  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;
  Scan(Scan&&) noexcept;
  Scan& operator=(Scan&&) noexcept;
  ~Scan();

  /// The next rows, at most kBatchRows: resets `batch` to one column a free column, in the
  /// order asked for, and fills it. False, with an empty batch, at the end.
  bool next(store::Batch& batch);
  /// Skips every row whose first column is less than `id`; never goes back.
  void seek(Id id);

 private:
  friend class Snapshot;
  class State;
  explicit Scan(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace whence::store
