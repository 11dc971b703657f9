// Terms to ids and back. Immutable: a load makes the next dictionary (LoadDictionary), which shares
// with this one what it does not add. Blank nodes, IRIs and literals are numbered each for
// themselves from 0; a number never changes from one snapshot to the next.
//
// A literal's text has in front the number of its qualifier, which is "^" and its datatype or "@"
// and its language tag; so these are stored once, and a plain string costs one byte. Tags that
// differ in case alone are one tag (RDF 1.1 Concepts §3.3), written as in the first load that has
// it (docs/decisions/0004-language-tags.md).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rdf/term.h"
#include "store/id.h"
#include "store/term_space.h"

namespace whence::store {

class Dictionary {
 public:
  /// What is numbered by itself; the first three in the order of rdf::TermKind.
  enum class Space : std::uint8_t { kBlankNode, kIri, kLiteral, kQualifier };
  static constexpr std::size_t kSpaceCount = 4;

  /// By the number of a qualifier: its language tag as it is written; empty for a datatype.
  using Languages = std::vector<std::string>;

  /// Of no terms, with a random seed.
  Dictionary();
  Dictionary(std::array<TermSpace, kSpaceCount> spaces, Languages languages, std::uint64_t seed,
             std::uint64_t document_count)
      : spaces_(std::move(spaces)),
        languages_(std::move(languages)),
        seed_(seed),
        document_count_(document_count) {}

  /// The id of a term, which may be inlined; nothing where the term has none.
  [[nodiscard]] std::optional<Id> find(const rdf::TermView& term) const;
  /// The term of an id, which may be inlined. Views live as long as the dictionary and `scratch`.
  [[nodiscard]] rdf::TermView term(Id id, std::string& scratch) const;

  /// Terms that are not inlined.
  [[nodiscard]] std::uint64_t term_count() const;
  [[nodiscard]] std::uint64_t memory_bytes() const;

  [[nodiscard]] const TermSpace& space(Space which) const {
    return spaces_[static_cast<std::size_t>(which)];
  }
  [[nodiscard]] const Languages& languages() const { return languages_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  /// How many documents have been loaded, to scope the blank nodes of the next ones.
  [[nodiscard]] std::uint64_t document_count() const { return document_count_; }

 private:
  std::array<TermSpace, kSpaceCount> spaces_;
  Languages languages_;
  std::uint64_t seed_;
  std::uint64_t document_count_ = 0;
};

/// The id of number `number` in a space of terms.
[[nodiscard]] constexpr Id id_in(Dictionary::Space space, std::uint64_t number) {
  return {static_cast<IdTag>(static_cast<std::uint8_t>(space) + 1), number};
}

/// "^" and the datatype or "@" and the language tag as it is written; empty for a plain string.
void write_qualifier(const rdf::TermView& literal, std::string& out);
/// Makes of a qualifier the one that stands for it in the dictionary: a tag in small letters.
void fold_qualifier(std::string& qualifier);
/// The text of a literal whose qualifier is `qualifier`: 0 for none, else its number + 1.
void write_literal(std::uint64_t qualifier, std::string_view lexical, std::string& out);

}  // namespace whence::store
