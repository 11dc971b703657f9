// See term_table.h.
#include "store/term_table.h"

#include <array>

#include "rdf/error.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace whence::store {
namespace {

constexpr int kNumberBits = 40;
constexpr std::uint64_t kNumberMask = (std::uint64_t{1} << kNumberBits) - 1;
constexpr std::uint64_t kTextBytesMax = kNumberMask;
constexpr std::uint64_t kSlotsMin = 16;
constexpr std::uint64_t kSlotsMax = std::uint64_t{1} << 32;

/// Full at seven eighths: linear probing over eight slots a cache line stays short.
constexpr bool is_full(std::uint64_t terms, std::uint64_t slots) { return terms * 8 >= slots * 7; }

}  // namespace

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

std::optional<std::uint64_t> TermTable::find(std::string_view text, std::uint64_t hash) const {
  if (slots_.empty()) {
    return std::nullopt;
  }
  const std::uint64_t mask = slots_.size() - 1;
  const std::uint64_t mark = hash >> kNumberBits;
  for (std::uint64_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint64_t number = (slots_[slot] & kNumberMask) - 1;
    if (slots_[slot] >> kNumberBits == mark && at(number) == text) {
      return number;
    }
  }
  return std::nullopt;
}

TermTable::Inserted TermTable::insert(std::string_view text, std::uint64_t hash,
                                      std::uint64_t seed) {
  if (const auto known = find(text, hash)) {
    return {*known, false};
  }
  if (is_full(size() + 1, slots_.size())) {
    grow(seed);
  }
  if (text_.size() + text.size() > kTextBytesMax) {
    throw Error(ErrorCode::kLimit, "the terms are too long for one dictionary: 1 TiB is the limit");
  }
  const std::uint64_t number = size();
  append(text);
  place(hash, number);
  return {number, true};
}

void TermTable::append(std::string_view text) {
  text_.insert(text_.end(), text.begin(), text.end());
  const std::uint64_t end = text_.size();
  std::array<std::uint8_t, kEndBytes> bytes{};
  std::memcpy(bytes.data(), &end, kEndBytes);
  ends_.insert(ends_.end(), bytes.begin(), bytes.end());
}

void TermTable::grow(std::uint64_t seed) {
  const std::uint64_t count = slots_.empty() ? kSlotsMin : slots_.size() * 2;
  if (count > kSlotsMax) {
    throw Error(ErrorCode::kLimit, "a dictionary cannot hold more than 3.7 thousand million terms");
  }
  PageVector<std::uint64_t>().swap(slots_);  // The old one is not needed: free it first.
  slots_.assign(count, 0);
  for (std::uint64_t number = 0; number < size(); ++number) {
    place(hash_of(at(number), seed), number);
  }
}

void TermTable::place(std::uint64_t hash, std::uint64_t number) {
  const std::uint64_t mask = slots_.size() - 1;
  std::uint64_t slot = hash & mask;
  while (slots_[slot] != 0) {
    slot = (slot + 1) & mask;
  }
  slots_[slot] = (hash >> kNumberBits << kNumberBits) | (number + 1);
}

void TermTable::shrink_to_fit() {
  text_.shrink_to_fit();
  ends_.shrink_to_fit();
}

std::uint64_t TermTable::memory_bytes() const {
  return text_.capacity() + ends_.capacity() + slots_.capacity() * sizeof(std::uint64_t);
}

}  // namespace whence::store
