// See dictionary.h.
#include "store/dictionary.h"

#include <random>
#include <utility>

#include "store/inline_value.h"

namespace whence::store {
namespace {

constexpr unsigned kVarintBits = 7;
constexpr std::uint64_t kVarintMore = 1U << kVarintBits;

/// Takes the qualifier off the front of a literal's text.
std::uint64_t take_qualifier(std::string_view& text) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += kVarintBits) {
    const std::uint64_t byte = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    value |= (byte & (kVarintMore - 1)) << shift;
    if (byte < kVarintMore) {
      return value;
    }
  }
}

std::uint64_t random_seed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

}  // namespace

void write_qualifier(const rdf::TermView& literal, std::string& out) {
  out.clear();
  if (!literal.language.empty()) {
    out.append("@").append(literal.language);
  } else if (!literal.datatype.empty()) {
    out.append("^").append(literal.datatype);
  }
}

void fold_qualifier(std::string& qualifier) {
  if (!qualifier.starts_with('@')) {
    return;
  }
  for (char& c : qualifier) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    }
  }
}

void write_literal(std::uint64_t qualifier, std::string_view lexical, std::string& out) {
  out.clear();
  while (qualifier >= kVarintMore) {
    out += static_cast<char>(qualifier | kVarintMore);
    qualifier >>= kVarintBits;
  }
  out += static_cast<char>(qualifier);
  out += lexical;
}

Dictionary::Dictionary() : seed_(random_seed()) {}

std::optional<Id> Dictionary::find(const rdf::TermView& term) const {
  if (const auto inlined = inline_id(term)) {
    return inlined;
  }
  const auto which = static_cast<Space>(term.kind);
  std::string text;
  std::string_view key = term.value;
  if (term.is_literal()) {
    write_qualifier(term, text);
    fold_qualifier(text);
    std::uint64_t qualifier = 0;
    if (!text.empty()) {
      const auto number = space(Space::kQualifier).find(text, hash_of(text, seed_));
      if (!number) {
        return std::nullopt;
      }
      qualifier = *number + 1;
    }
    write_literal(qualifier, term.value, text);
    key = text;
  }
  const auto number = space(which).find(key, hash_of(key, seed_));
  return number ? std::optional(id_in(which, *number)) : std::nullopt;
}

rdf::TermView Dictionary::term(Id id, std::string& scratch) const {
  switch (id.tag()) {
    case IdTag::kBlankNode:
      return rdf::TermView::blank_node(space(Space::kBlankNode).at(id.payload()));
    case IdTag::kIri:
      return rdf::TermView::iri(space(Space::kIri).at(id.payload()));
    case IdTag::kLiteral: {
      rdf::TermView literal{
          rdf::TermKind::kLiteral, space(Space::kLiteral).at(id.payload()), {}, {}};
      if (const std::uint64_t qualifier = take_qualifier(literal.value); qualifier != 0) {
        const std::string_view text = space(Space::kQualifier).at(qualifier - 1);
        if (text.front() == '@') {
          literal.language = languages_[qualifier - 1];
        } else {
          literal.datatype = text.substr(1);
        }
      }
      return literal;
    }
    default:
      return inline_term(id, scratch);
  }
}

std::uint64_t Dictionary::term_count() const {
  return space(Space::kBlankNode).size() + space(Space::kIri).size() +
         space(Space::kLiteral).size();
}

std::uint64_t Dictionary::memory_bytes() const {
  std::uint64_t bytes = sizeof *this + languages_.capacity() * sizeof(std::string);
  for (const TermSpace& one : spaces_) {
    bytes += one.memory_bytes();
  }
  return bytes;
}

}  // namespace whence::store
