// The names that RDF/XML gives a meaning to (RDF 1.1 XML Syntax §5.1, §7.2.2 to §7.2.5).
#pragma once

#include <string>
#include <string_view>

#include "io/rdfxml/xml_parser.h"

namespace whence::io {

inline constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";
inline constexpr std::string_view kXmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/// Whether `text` is an NCName: what rdf:ID and rdf:nodeID must be.
[[nodiscard]] bool is_nc_name(std::string_view text);

/// White space in XML: spaces, tabs, line ends.
[[nodiscard]] bool is_xml_space(std::string_view text);

/// The name's local part if it is in RDF's namespace, else empty.
[[nodiscard]] std::string_view rdf_name(std::string_view iri);

/// Whether the IRI may name a node element, a property element, a property attribute.
[[nodiscard]] bool may_name_node(std::string_view iri);
[[nodiscard]] bool may_name_property(std::string_view iri);
[[nodiscard]] bool may_name_attribute(std::string_view iri);

/// The name as it is written: "rdf:li".
[[nodiscard]] std::string to_string(const XmlName& name);

}  // namespace whence::io
