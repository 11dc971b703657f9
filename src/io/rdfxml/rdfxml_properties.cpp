// Property elements of RDF/XML (RDF 1.1 XML Syntax §7.2.14 to §7.2.21).
#include <string>
#include <utility>

#include <fmt/format.h>

#include "io/rdfxml/rdfxml_reader.h"
#include "io/rdfxml/xml_names.h"
#include "rdf/vocabulary.h"

namespace whence::io {

namespace vocabulary = rdf::vocabulary;

/// §7.2.14: which form of property element it is, its attributes say.
void RdfXmlReader::start_property(const XmlName& name, const ElementAttributes& attributes) {
  std::string predicate = element_iri(name);
  if (!may_name_property(predicate)) {
    fail(fmt::format("expected a property element, found '{}'", to_string(name)));
  }
  if (rdf_name(predicate) == "li") {  // §7.4
    predicate = fmt::format("{}_{}", vocabulary::kRdf, ++top().item_count);
  }
  if (attributes.about) {
    fail(fmt::format("expected no rdf:about on a property element, found one on '{}'",
                     to_string(name)));
  }
  Frame& frame = push(Kind::kProperty, attributes);
  frame.predicate = std::move(predicate);
  if (attributes.id) {
    frame.statement = id_iri(*attributes.id);
  }
  if (attributes.parse_type) {
    start_parse_type(*attributes.parse_type, attributes);
  } else if (attributes.resource || attributes.node_id || !attributes.properties.empty()) {
    start_object_property(attributes);
  } else if (attributes.datatype) {  // §7.2.16
    frame.has_datatype = true;
    frame.datatype = resolved(*attributes.datatype);
  }
}

/// §7.2.17 to §7.2.20. An unknown parseType is "Literal".
void RdfXmlReader::start_parse_type(std::string_view parse_type,
                                    const ElementAttributes& attributes) {
  if (attributes.count() > (attributes.id ? 2U : 1U)) {
    fail("expected no attribute but rdf:ID beside rdf:parseType, found another");
  }
  Frame& frame = top();
  if (parse_type == "Resource") {
    frame.kind = Kind::kNode;
    frame.subject = new_blank_node();
    add_reified(parent().subject, frame.predicate, frame.subject, frame.statement);
  } else {
    frame.kind = parse_type == "Collection" ? Kind::kCollection : Kind::kXmlLiteral;
  }
}

/// §7.2.21: the object is in the attributes.
void RdfXmlReader::start_object_property(const ElementAttributes& attributes) {
  if (attributes.resource.has_value() + attributes.node_id.has_value() +
          attributes.datatype.has_value() >
      1) {
    fail("expected one of rdf:resource, rdf:nodeID and rdf:datatype, found more than one");
  }
  if (attributes.datatype) {
    fail("expected a literal with rdf:datatype as text, found property attributes beside it");
  }
  Frame& frame = top();
  frame.kind = Kind::kEmpty;
  const rdf::Term object = attributes.resource  ? rdf::Term::iri(resolved(*attributes.resource))
                           : attributes.node_id ? node_of_id(*attributes.node_id)
                                                : new_blank_node();
  add_reified(parent().subject, frame.predicate, object, frame.statement);
  add_property_attributes(object, attributes);
}

/// A literal, unless a node element has been the object.
void RdfXmlReader::end_property(Frame& property, const rdf::Term& subject) {
  if (property.kind == Kind::kXmlLiteral) {
    property.text = literal_.take();
    add_reified(subject, property.predicate,
                rdf::TermView::literal(property.text, vocabulary::kXmlLiteral), property.statement);
  } else if (!property.has_object) {
    add_reified(subject, property.predicate,
                property.has_datatype ? rdf::TermView::literal(property.text, property.datatype)
                                      : text_literal(property.text),
                property.statement);
  }
}

/// §7.2.19
void RdfXmlReader::end_collection(Frame& collection, const rdf::Term& subject) {
  const rdf::TermView nil = rdf::TermView::iri(vocabulary::kNil);
  if (collection.has_object) {
    add(collection.subject, vocabulary::kRest, nil);
  } else {
    add_reified(subject, collection.predicate, nil, collection.statement);
  }
}

}  // namespace whence::io
