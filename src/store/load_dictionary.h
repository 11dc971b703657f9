// The dictionary of a load under way: gives ids to terms from many threads at once, on top of an
// immutable base. New terms get provisional ids, since their numbers depend on how many there will
// be in each shard; finish() fixes them. Nothing of it is seen by readers before that, so a load
// that fails leaves nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rdf/term.h"
#include "store/dictionary.h"
#include "store/id.h"

namespace whence::store {

class LoadDictionary {
 public:
  /// `thread_count` threads will insert.
  LoadDictionary(std::shared_ptr<const Dictionary> base, std::size_t thread_count);

  /// The final id of a provisional one, after finish(); other ids are final already.
  [[nodiscard]] Id resolved(Id id) const {
    if (!is_provisional(id)) {
      return id;
    }
    const auto& starts = starts_[static_cast<std::size_t>(id.tag()) - 1];
    const std::uint64_t number = id.payload() & kNumberMask;
    return {id.tag(), starts[(id.payload() >> kNumberBits) & kShardMask] + number};
  }

  /// The base and all that was inserted; no more insertions.
  [[nodiscard]] std::shared_ptr<const Dictionary> finish(std::uint64_t document_count);

 private:
  friend class TermEncoder;

  static constexpr int kNumberBits = 40;
  static constexpr std::uint64_t kNumberMask = (std::uint64_t{1} << kNumberBits) - 1;
  static constexpr std::size_t kShardsMax = 64;
  static constexpr std::uint64_t kShardMask = kShardsMax - 1;
  static constexpr std::uint64_t kProvisionalBit = std::uint64_t{1} << (Id::kPayloadBits - 1);

  /// A table of each kind of term, and who may write it.
  struct Shard {
    std::mutex mutex;
    std::array<TermTable, 3> tables;
  };

  static bool is_provisional(Id id) {
    return id.tag() >= IdTag::kBlankNode && id.tag() <= IdTag::kLiteral &&
           (id.payload() & kProvisionalBit) != 0;
  }

  Id insert(Dictionary::Space space, std::string_view text, std::uint64_t hash);
  /// The number + 1, final from the start, of a folded qualifier that is written with `language`.
  std::uint64_t insert_qualifier(std::string_view folded, std::string_view language);
  /// The base's and those that are new.
  [[nodiscard]] Dictionary::Languages all_languages() const;

  std::shared_ptr<const Dictionary> base_;
  std::vector<std::unique_ptr<Shard>> shards_;
  std::mutex qualifiers_mutex_;
  TermTable qualifiers_;
  std::unordered_map<std::uint64_t, std::string> languages_;  // Of new tags, by number.
  std::array<std::array<std::uint64_t, kShardsMax>, 3> starts_{};
};

/// One thread's way into a LoadDictionary.
class TermEncoder {
 public:
  explicit TermEncoder(LoadDictionary& dictionary) : dictionary_(dictionary) {}

  /// The term's id, perhaps a provisional one.
  Id encode(const rdf::TermView& term);

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  /// A term met lately: subjects and predicates repeat, and most terms that do are found here,
  /// close by and without a lock.
  struct Recent {
    Id id;
    std::string text;
  };
  static constexpr std::size_t kRecentCount = 1024;
  static constexpr std::size_t kRecentBytesMax = 128;

  Id encode_literal(const rdf::TermView& term);
  Id intern(Dictionary::Space space, std::string_view text);

  LoadDictionary& dictionary_;
  /// By what is written, not folded.
  std::unordered_map<std::string, std::uint64_t, StringHash, std::equal_to<>> qualifiers_;
  std::vector<Recent> recent_{kRecentCount};
  std::string text_;
};

}  // namespace whence::store
