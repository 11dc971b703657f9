// The numbers of one kind of term (IRIs, say) and their texts. A space is a list of immutable
// segments, each the terms of one load with numbers that follow those of the one before; spaces of
// successive snapshots share segments. A small load adds a small segment; a segment that is not
// small against its predecessor is merged into it, so that there are only logarithmically many,
// and a term is copied so often.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "store/term_table.h"

namespace whence::store {

/// Tables, a power of two of them. The hash says in which a text is; the numbers of a table follow
/// those of the table before.
class TermSegment {
 public:
  TermSegment(std::uint64_t first, std::vector<TermTable> tables);

  [[nodiscard]] std::uint64_t first() const { return starts_.front(); }
  [[nodiscard]] std::uint64_t end() const { return starts_.back(); }
  /// The number of the first text of a table.
  [[nodiscard]] std::uint64_t start_of(std::size_t table) const { return starts_[table]; }

  [[nodiscard]] std::optional<std::uint64_t> find(std::string_view text, std::uint64_t hash) const;
  [[nodiscard]] std::string_view at(std::uint64_t number) const;
  [[nodiscard]] std::uint64_t memory_bytes() const;

  /// Which of `table_count` tables holds a text; takes bits that TermTable leaves free.
  static std::size_t table_of(std::uint64_t hash, std::size_t table_count) {
    return static_cast<std::size_t>(hash >> 32) & (table_count - 1);
  }

 private:
  std::vector<TermTable> tables_;
  std::vector<std::uint64_t> starts_;  // One more than tables.
};

class TermSpace {
 public:
  [[nodiscard]] std::optional<std::uint64_t> find(std::string_view text, std::uint64_t hash) const;
  /// `number` must be of this space. The view lives as long as the space.
  [[nodiscard]] std::string_view at(std::uint64_t number) const;
  [[nodiscard]] std::uint64_t size() const {
    return segments_.empty() ? 0 : segments_.back()->end();
  }
  [[nodiscard]] std::uint64_t memory_bytes() const;

  /// This space and `segment`, which begins at size(). `seed` is that of the hashes.
  [[nodiscard]] TermSpace with(std::shared_ptr<const TermSegment> segment,
                               std::uint64_t seed) const;

 private:
  std::vector<std::shared_ptr<const TermSegment>> segments_;
};

}  // namespace whence::store
