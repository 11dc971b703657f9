// The attributes of an element, sorted by what RDF/XML does with them (RDF 1.1 XML Syntax §6.1.2,
// §6.1.4, §7.2.22 to §7.2.33).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/rdfxml/xml_parser.h"

namespace whence::io {

struct PropertyAttribute {
  std::string iri;
  std::string_view value;
};

/// Views live as long as the XmlAttributes that they come from.
struct ElementAttributes {
  std::optional<std::string_view> base;      ///< xml:base
  std::optional<std::string_view> language;  ///< xml:lang
  std::optional<std::string_view> id;        ///< rdf:ID
  std::optional<std::string_view> about;
  std::optional<std::string_view> node_id;
  std::optional<std::string_view> resource;
  std::optional<std::string_view> datatype;
  std::optional<std::string_view> parse_type;
  std::vector<PropertyAttribute> properties;

  /// How many there are that are not xml:base and xml:lang.
  [[nodiscard]] std::size_t count() const;
};

/// Throws Error (kBadData), made by `parser`, for an attribute that no element may have.
[[nodiscard]] ElementAttributes sort_attributes(std::span<const XmlAttribute> attributes,
                                                const XmlParser& parser);

}  // namespace whence::io
