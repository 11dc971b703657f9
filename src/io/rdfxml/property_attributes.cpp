// See property_attributes.h.
#include "io/rdfxml/property_attributes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "io/characters.h"
#include "io/rdfxml/xml_names.h"
#include "rdf/iri.h"
#include "rdf/vocabulary.h"

namespace whence::io {
namespace {

using std::string_view_literals::operator""sv;

using Place = std::optional<std::string_view> ElementAttributes::*;

constexpr std::array<std::pair<std::string_view, Place>, 6> kSyntaxAttributes = {{
    {"ID", &ElementAttributes::id},
    {"about", &ElementAttributes::about},
    {"nodeID", &ElementAttributes::node_id},
    {"resource", &ElementAttributes::resource},
    {"datatype", &ElementAttributes::datatype},
    {"parseType", &ElementAttributes::parse_type},
}};

/// §6.1.4: these are taken for RDF's where they have no namespace, as documents before 2004 had.
constexpr std::array kUnqualified = {"ID"sv, "about"sv, "resource"sv, "parseType"sv, "type"sv};

/// §6.1.2: names without a prefix that begin with "xml", in any case, are no concern of RDF's.
bool is_ignored(const XmlName& name) {
  return name.name_space == kXmlNamespace ||
         (name.name_space.empty() && name.local.size() >= 3 && (name.local[0] | 0x20) == 'x' &&
          (name.local[1] | 0x20) == 'm' && (name.local[2] | 0x20) == 'l');
}

std::string iri_of(const XmlName& name, const XmlParser& parser) {
  if (name.name_space.empty()) {
    if (std::ranges::find(kUnqualified, name.local) == kUnqualified.end()) {
      throw parser.error_here(
          fmt::format("expected an attribute in a namespace, found '{}'", to_string(name)));
    }
    return std::string(rdf::vocabulary::kRdf).append(name.local);
  }
  return std::string(name.name_space).append(name.local);
}

void take_xml_attribute(const XmlAttribute& attribute, ElementAttributes& sorted,
                        const XmlParser& parser) {
  if (attribute.name.local == "base") {
    sorted.base = attribute.value;
  } else if (attribute.name.local == "lang") {
    if (!attribute.value.empty() && !is_language_tag(attribute.value)) {
      throw parser.error_here(
          fmt::format("expected a language tag in xml:lang, found '{}'", attribute.value));
    }
    sorted.language = attribute.value;
  }
}

void take_attribute(const XmlAttribute& attribute, ElementAttributes& sorted,
                    const XmlParser& parser) {
  std::string iri = iri_of(attribute.name, parser);
  const auto* known = std::ranges::find(kSyntaxAttributes, rdf_name(iri),
                                        &std::pair<std::string_view, Place>::first);
  if (known != kSyntaxAttributes.end()) {
    std::optional<std::string_view>& place = sorted.*(known->second);
    if (place) {  // Once with a prefix and once without.
      throw parser.error_here(fmt::format("expected rdf:{} once, found it twice", known->first));
    }
    place = attribute.value;
    return;
  }
  if (!may_name_attribute(iri)) {
    throw parser.error_here(fmt::format("expected an attribute that names a property, found '{}'",
                                        to_string(attribute.name)));
  }
  if (!rdf::is_absolute_iri(iri) || !rdf::has_only_iri_characters(iri)) {
    throw parser.error_here(
        fmt::format("expected an attribute whose namespace makes it an absolute IRI, found '{}', "
                    "which is <{}>",
                    to_string(attribute.name), iri));
  }
  sorted.properties.push_back({std::move(iri), attribute.value});
}

}  // namespace

std::size_t ElementAttributes::count() const {
  const auto is_given = [this](const auto& entry) { return (this->*(entry.second)).has_value(); };
  return properties.size() +
         static_cast<std::size_t>(std::ranges::count_if(kSyntaxAttributes, is_given));
}

ElementAttributes sort_attributes(std::span<const XmlAttribute> attributes,
                                  const XmlParser& parser) {
  ElementAttributes sorted;
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name.name_space == kXmlNamespace) {
      take_xml_attribute(attribute, sorted, parser);
    } else if (!is_ignored(attribute.name)) {
      take_attribute(attribute, sorted, parser);
    }
  }
  return sorted;
}

}  // namespace whence::io
