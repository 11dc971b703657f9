// See term_space.h.
#include "store/term_space.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace whence::store {
namespace {

/// A segment is merged with one at least this part of its size.
constexpr std::uint64_t kMergeRatio = 4;

std::shared_ptr<const TermSegment> merged(const TermSegment& before, const TermSegment& after,
                                          std::uint64_t seed) {
  std::vector<TermTable> tables(1);
  for (const TermSegment* segment : {&before, &after}) {
    for (std::uint64_t number = segment->first(); number < segment->end(); ++number) {
      const std::string_view text = segment->at(number);
      tables[0].insert(text, hash_of(text, seed), seed);
    }
  }
  return std::make_shared<const TermSegment>(before.first(), std::move(tables));
}

}  // namespace

TermSegment::TermSegment(std::uint64_t first, std::vector<TermTable> tables)
    : tables_(std::move(tables)), starts_{first} {
  for (TermTable& table : tables_) {
    table.shrink_to_fit();
    starts_.push_back(starts_.back() + table.size());
  }
}

std::optional<std::uint64_t> TermSegment::find(std::string_view text, std::uint64_t hash) const {
  const std::size_t table = table_of(hash, tables_.size());
  const auto number = tables_[table].find(text, hash);
  return number ? std::optional(starts_[table] + *number) : std::nullopt;
}

std::string_view TermSegment::at(std::uint64_t number) const {
  std::size_t table = 0;
  if (tables_.size() > 1) {
    const auto after = std::ranges::upper_bound(starts_, number);
    table = static_cast<std::size_t>(after - starts_.begin()) - 1;
  }
  return tables_[table].at(number - starts_[table]);
}

std::uint64_t TermSegment::memory_bytes() const {
  std::uint64_t bytes = starts_.capacity() * sizeof(std::uint64_t);
  for (const TermTable& table : tables_) {
    bytes += sizeof table + table.memory_bytes();
  }
  return bytes;
}

std::optional<std::uint64_t> TermSpace::find(std::string_view text, std::uint64_t hash) const {
  for (const auto& segment : segments_) {  // The oldest is the largest.
    if (const auto number = segment->find(text, hash)) {
      return number;
    }
  }
  return std::nullopt;
}

std::string_view TermSpace::at(std::uint64_t number) const {
  std::size_t i = 0;
  while (number >= segments_[i]->end()) {
    ++i;
  }
  return segments_[i]->at(number);
}

std::uint64_t TermSpace::memory_bytes() const {
  std::uint64_t bytes = 0;
  for (const auto& segment : segments_) {
    bytes += sizeof *segment + segment->memory_bytes();
  }
  return bytes;
}

TermSpace TermSpace::with(std::shared_ptr<const TermSegment> segment, std::uint64_t seed) const {
  TermSpace space = *this;
  const auto size_of = [](const TermSegment& s) { return s.end() - s.first(); };
  if (size_of(*segment) == 0) {
    return space;
  }
  while (!space.segments_.empty() &&
         size_of(*space.segments_.back()) <= kMergeRatio * size_of(*segment)) {
    segment = merged(*space.segments_.back(), *segment, seed);
    space.segments_.pop_back();
  }
  space.segments_.push_back(std::move(segment));
  return space;
}

}  // namespace whence::store
