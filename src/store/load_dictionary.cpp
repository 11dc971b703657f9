// See load_dictionary.h.
#include "store/load_dictionary.h"

#include <algorithm>
#include <utility>

#include "store/inline_value.h"

namespace whence::store {
namespace {

/// A thread's own memory of qualifiers is kept this small; hostile input may have any number.
constexpr std::size_t kQualifiersOfThreadMax = 4096;

}  // namespace

LoadDictionary::LoadDictionary(std::shared_ptr<const Dictionary> base, std::size_t thread_count)
    : base_(std::move(base)) {
  const std::size_t shard_count = thread_count > 1 ? kShardsMax : 1;
  for (std::size_t i = 0; i < shard_count; ++i) {
    shards_.push_back(std::make_unique<Shard>());
  }
}

Id LoadDictionary::insert(Dictionary::Space space, std::string_view text, std::uint64_t hash) {
  if (const auto known = base_->space(space).find(text, hash)) {
    return id_in(space, *known);
  }
  const std::size_t number_of_shard = TermSegment::table_of(hash, shards_.size());
  Shard& shard = *shards_[number_of_shard];
  const std::lock_guard lock(shard.mutex);
  const std::uint64_t number =
      shard.tables[static_cast<std::size_t>(space)].insert(text, hash, base_->seed()).number;
  return id_in(space, kProvisionalBit | (number_of_shard << kNumberBits) | number);
}

std::uint64_t LoadDictionary::insert_qualifier(std::string_view folded, std::string_view language) {
  const TermSpace& known = base_->space(Dictionary::Space::kQualifier);
  const std::uint64_t hash = hash_of(folded, base_->seed());
  if (const auto number = known.find(folded, hash)) {
    return *number + 1;
  }
  const std::lock_guard lock(qualifiers_mutex_);
  const std::uint64_t number =
      known.size() + qualifiers_.insert(folded, hash, base_->seed()).number;
  if (!language.empty()) {
    // Of several spellings in one load always the same is kept, whichever thread comes first: the
    // last in order of bytes, which has small letters earliest.
    std::string& spelling = languages_[number];
    spelling = std::max(spelling, std::string(language));
  }
  return number + 1;
}

Dictionary::Languages LoadDictionary::all_languages() const {
  Dictionary::Languages languages = base_->languages();
  languages.resize(languages.size() + qualifiers_.size());
  for (const auto& [number, language] : languages_) {
    languages[number] = language;
  }
  return languages;
}

std::shared_ptr<const Dictionary> LoadDictionary::finish(std::uint64_t document_count) {
  std::array<TermSpace, Dictionary::kSpaceCount> spaces;
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    const TermSpace& before = base_->space(static_cast<Dictionary::Space>(i));
    std::vector<TermTable> tables;
    for (const auto& shard : shards_) {
      tables.push_back(std::move(shard->tables[i]));
    }
    auto segment = std::make_shared<const TermSegment>(before.size(), std::move(tables));
    for (std::size_t s = 0; s < shards_.size(); ++s) {
      starts_[i][s] = segment->start_of(s);
    }
    spaces[i] = before.with(std::move(segment), base_->seed());
  }
  const TermSpace& before = base_->space(Dictionary::Space::kQualifier);
  Dictionary::Languages languages = all_languages();
  std::vector<TermTable> tables;
  tables.push_back(std::move(qualifiers_));
  spaces.back() = before.with(std::make_shared<const TermSegment>(before.size(), std::move(tables)),
                              base_->seed());
  shards_.clear();
  return std::make_shared<const Dictionary>(std::move(spaces), std::move(languages), base_->seed(),
                                            document_count);
}

Id TermEncoder::encode(const rdf::TermView& term) {
  if (term.is_literal()) {
    return encode_literal(term);
  }
  return intern(static_cast<Dictionary::Space>(term.kind), term.value);
}

Id TermEncoder::intern(Dictionary::Space space, std::string_view text) {
  const std::uint64_t hash = hash_of(text, dictionary_.base_->seed());
  if (text.size() > kRecentBytesMax) {
    return dictionary_.insert(space, text, hash);
  }
  Recent& recent = recent_[hash % kRecentCount];
  // The tag of an id says of which space it is; an unbound one is of none.
  if (recent.id.tag() != id_in(space, 0).tag() || recent.text != text) {
    recent.id = dictionary_.insert(space, text, hash);
    recent.text = text;
  }
  return recent.id;
}

Id TermEncoder::encode_literal(const rdf::TermView& term) {
  if (const auto inlined = inline_id(term)) {
    return *inlined;
  }
  std::uint64_t qualifier = 0;
  write_qualifier(term, text_);
  if (!text_.empty()) {
    if (const auto found = qualifiers_.find(text_); found != qualifiers_.end()) {
      qualifier = found->second;
    } else {
      std::string folded = text_;
      fold_qualifier(folded);
      qualifier = dictionary_.insert_qualifier(folded, term.language);
      if (qualifiers_.size() < kQualifiersOfThreadMax) {
        qualifiers_.emplace(text_, qualifier);
      }
    }
  }
  write_literal(qualifier, term.value, text_);
  return intern(Dictionary::Space::kLiteral, text_);
}

}  // namespace whence::store
