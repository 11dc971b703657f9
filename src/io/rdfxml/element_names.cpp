// See element_names.h.
#include "io/rdfxml/element_names.h"

#include <algorithm>
#include <functional>

#include "io/characters.h"
#include "io/rdfxml/xml_names.h"
#include "rdf/iri.h"
#include "rdf/vocabulary.h"

namespace whence::io {
namespace {

/// How many names are remembered: vocabularies are small, and finding a name anew is no harm.
constexpr std::size_t kKnownMax = 10'000;

constexpr std::string_view kOwnPrefix = "ns";

bool is_kept_by_xml(std::string_view prefix) {
  return prefix.size() >= 3 && (prefix[0] | 0x20) == 'x' && (prefix[1] | 0x20) == 'm' &&
         (prefix[2] | 0x20) == 'l';
}

std::string qualified(std::string_view prefix, std::string_view local) {
  return std::string(prefix).append(prefix.empty() ? "" : ":").append(local);
}

bool is_local_name(std::string_view text) {
  const bool is_ascii =
      std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return is_nc_name(text) && (is_ascii || is_readable_xml_name(text));
}

/// Where the longest local name at the end of `iri` begins, at `from` or after it; npos: nowhere.
std::size_t local_name_start(std::string_view iri, std::size_t from) {
  // Back over all that a local name may contain, in whole characters; then forth to what may begin
  // one. A letter that only later editions of XML know is left to the namespace.
  std::size_t start = iri.size();
  while (start > 0) {
    std::size_t previous = start - 1;
    while (previous > 0 && (static_cast<unsigned char>(iri[previous]) & 0xC0U) == 0x80U) {
      --previous;
    }
    const std::string_view character = iri.substr(previous, start - previous);
    if (character != "." && pn_chars_size(character) != character.size()) {
      break;
    }
    start = previous;
  }
  for (start = std::max(start, from); start < iri.size(); ++start) {
    const bool is_character = (static_cast<unsigned char>(iri[start]) & 0xC0U) != 0x80U;
    if (is_character && is_local_name(iri.substr(start))) {
      return start;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string declaration_of(std::string_view prefix) {
  return std::string("xmlns").append(prefix.empty() ? "" : ":").append(prefix);
}

ElementNames::ElementNames() { add("rdf", rdf::vocabulary::kRdf); }

bool ElementNames::add(std::string_view prefix, std::string_view iri) {
  if (!(prefix.empty() || is_local_name(prefix)) || is_kept_by_xml(prefix) ||
      !rdf::is_absolute_iri(iri) || !rdf::has_only_iri_characters(iri) || iri == kXmlNamespace ||
      iri == kXmlnsNamespace || (prefix == "rdf" && iri != rdf::vocabulary::kRdf)) {
    return false;
  }
  const auto same = std::ranges::find(namespaces_, prefix, &Namespace::prefix);
  if (same == namespaces_.end()) {
    namespaces_.push_back({std::string(prefix), std::string(iri)});
  } else if (same->iri == iri) {
    return true;
  } else if (declared_count_ > 0) {  // It stands in the document already.
    return false;
  } else {
    same->iri = iri;
  }
  known_.clear();
  return true;
}

const std::optional<ElementName>& ElementNames::name_of(std::string_view iri) {
  if (const auto known = known_.find(iri); known != known_.end()) {
    return known->second;
  }
  if (known_.size() >= kKnownMax) {
    known_.clear();
  }
  return known_.emplace(iri, find_name(iri)).first->second;
}

std::optional<ElementName> ElementNames::find_name(std::string_view iri) const {
  const Namespace* longest = nullptr;
  for (const Namespace& candidate : namespaces_) {
    if (iri.starts_with(candidate.iri) && is_local_name(iri.substr(candidate.iri.size())) &&
        (longest == nullptr || candidate.iri.size() > longest->iri.size())) {
      longest = &candidate;
    }
  }
  if (longest != nullptr) {
    const bool is_declared = longest < namespaces_.data() + declared_count_;
    const std::string_view local = iri.substr(longest->iri.size());
    return ElementName{.qualified = qualified(longest->prefix, local),
                       .name_space = is_declared ? std::string() : longest->iri,
                       .prefix = longest->prefix};
  }
  std::size_t start = local_name_start(iri, 1);  // A namespace is never empty.
  while (start != std::string_view::npos &&
         (iri.substr(0, start) == kXmlNamespace || iri.substr(0, start) == kXmlnsNamespace)) {
    start = local_name_start(iri, start + 1);
  }
  if (start == std::string_view::npos) {
    return std::nullopt;
  }
  return ElementName{.qualified = qualified(kOwnPrefix, iri.substr(start)),
                     .name_space = std::string(iri.substr(0, start)),
                     .prefix = std::string(kOwnPrefix)};
}

}  // namespace whence::io
