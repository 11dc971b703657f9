// See xml_names.h.
#include "io/rdfxml/xml_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "io/characters.h"
#include "rdf/vocabulary.h"

namespace whence::io {
namespace {

using std::string_view_literals::operator""sv;

/// coreSyntaxTerms and oldTerms: no element and no property attribute may have these names.
constexpr std::array kReserved = {
    "RDF"sv,    "ID"sv,       "about"sv,     "parseType"sv,       "resource"sv,
    "nodeID"sv, "datatype"sv, "aboutEach"sv, "aboutEachPrefix"sv, "bagID"sv};

bool is_reserved(std::string_view iri) {
  return std::ranges::find(kReserved, rdf_name(iri)) != kReserved.end();
}

}  // namespace

bool is_nc_name(std::string_view text) {
  const DecodedCharacter first = decode_utf8(text);
  if (first.size == 0 || (!is_pn_chars_base(first.code) && first.code != U'_')) {
    return false;
  }
  for (std::size_t i = first.size; i < text.size();) {
    const std::size_t size = text[i] == '.' ? 1 : pn_chars_size(text.substr(i));
    if (size == 0) {
      return false;
    }
    i += size;
  }
  return true;
}

bool is_xml_space(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view rdf_name(std::string_view iri) {
  return iri.starts_with(rdf::vocabulary::kRdf) ? iri.substr(rdf::vocabulary::kRdf.size())
                                                : std::string_view();
}

bool may_name_node(std::string_view iri) { return !is_reserved(iri) && rdf_name(iri) != "li"; }

bool may_name_property(std::string_view iri) {
  return !is_reserved(iri) && rdf_name(iri) != "Description";
}

bool may_name_attribute(std::string_view iri) {
  return may_name_node(iri) && may_name_property(iri);
}

std::string to_string(const XmlName& name) {
  std::string text(name.prefix);
  return text.append(text.empty() ? "" : ":").append(name.local);
}

}  // namespace whence::io
