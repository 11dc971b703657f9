// Byte strings that are numbered from 0 in the order in which they came, each once: the texts one
// behind the other, five bytes for the end of each, and a hash table of eight bytes a slot.
//
// Grows in one thread; may be read from many while nobody inserts. The hash is the caller's: the
// same one for the same text, in all its 64 bits (the low 32 choose the slot, the high 24 are kept
// there; those between are free for choosing a table).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "store/page_allocator.h"

namespace whence::store {

class TermTable {
 public:
  struct Inserted {
    std::uint64_t number;
    bool is_new;
  };

  [[nodiscard]] std::optional<std::uint64_t> find(std::string_view text, std::uint64_t hash) const;
  /// Throws Error (kLimit) when the table is full. `seed` is that of `hash`.
  Inserted insert(std::string_view text, std::uint64_t hash, std::uint64_t seed);

  /// The text of a number; valid until the next insert().
  [[nodiscard]] std::string_view at(std::uint64_t number) const {
    const std::uint64_t start = number == 0 ? 0 : end_of(number - 1);
    return {text_.data() + start, static_cast<std::size_t>(end_of(number) - start)};
  }
  [[nodiscard]] std::uint64_t size() const { return ends_.size() / kEndBytes; }
  [[nodiscard]] std::uint64_t memory_bytes() const;

  /// Gives back what growing has kept in reserve.
  void shrink_to_fit();

 private:
  [[nodiscard]] std::uint64_t end_of(std::uint64_t number) const {
    std::uint64_t end = 0;
    std::memcpy(&end, ends_.data() + number * kEndBytes, kEndBytes);
    return end;
  }
  static constexpr std::size_t kEndBytes = 5;
  static_assert(std::endian::native == std::endian::little);

  void append(std::string_view text);
  void grow(std::uint64_t seed);
  void place(std::uint64_t hash, std::uint64_t number);

  PageVector<char> text_;
  PageVector<std::uint8_t> ends_;    // kEndBytes each.
  PageVector<std::uint64_t> slots_;  // 24 bits of hash, 40 bits of number + 1; 0: free.
};

/// The hash that tables are given. Seeds are random, so that nobody can choose texts that collide.
[[nodiscard]] std::uint64_t hash_of(std::string_view text, std::uint64_t seed);

}  // namespace whence::store
