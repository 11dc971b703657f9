// See keywords.h.
#include "io/jsonld/keywords.h"

#include <algorithm>
#include <array>

#include "io/characters.h"
#include "rdf/iri.h"

namespace whence::io::jsonld {

bool is_keyword(std::string_view text) {
  using std::string_view_literals::operator""sv;
  constexpr std::array kKeywords = {
      "@base"sv,   "@container"sv, "@context"sv, "@direction"sv, "@graph"sv,     "@id"sv,
      "@import"sv, "@included"sv,  "@index"sv,   "@json"sv,      "@language"sv,  "@list"sv,
      "@nest"sv,   "@none"sv,      "@prefix"sv,  "@propagate"sv, "@protected"sv, "@reverse"sv,
      "@set"sv,    "@type"sv,      "@value"sv,   "@version"sv,   "@vocab"sv};
  static_assert(std::ranges::is_sorted(kKeywords));
  return text.starts_with('@') && std::ranges::binary_search(kKeywords, text);
}

bool has_keyword_form(std::string_view text) {
  return text.size() > 1 && text.front() == '@' &&
         std::ranges::all_of(text.substr(1), is_ascii_letter);
}

bool is_well_formed_iri(std::string_view text) {
  // RFC 3987 §2.2: neither a fragment nor what stands before it has a "#".
  return rdf::is_absolute_iri(text) && rdf::has_only_iri_characters(text) &&
         text.find('#') == text.rfind('#');
}

}  // namespace whence::io::jsonld
