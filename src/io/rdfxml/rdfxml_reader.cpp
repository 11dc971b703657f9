// See rdfxml_reader.h: the stack, node elements and terms. Property elements are in
// rdfxml_properties.cpp.
#include "io/rdfxml/rdfxml_reader.h"

#include <utility>

#include <fmt/format.h>

#include "io/blank_node_labels.h"
#include "io/rdfxml/xml_names.h"
#include "io/syntax_message.h"
#include "rdf/iri.h"
#include "rdf/vocabulary.h"

namespace whence::io {

namespace vocabulary = rdf::vocabulary;

RdfXmlReader::RdfXmlReader(const ReadOptions& options, QuadSink& sink)
    : options_(options), sink_(sink), parser_(options, *this) {}

void RdfXmlReader::read_all(ByteSource& source) { parser_.parse_all(source); }

RdfXmlReader::Frame& RdfXmlReader::push(Kind kind, const ElementAttributes& attributes) {
  if (depth_ == frames_.size()) {
    frames_.emplace_back();
  }
  ++depth_;
  Frame& frame = top();
  frame.kind = kind;
  frame.has_base = attributes.base.has_value();
  frame.has_language = attributes.language.has_value();
  frame.has_datatype = false;
  frame.has_object = false;
  frame.item_count = 0;
  frame.predicate.clear();
  frame.statement.clear();
  frame.datatype.clear();
  frame.text.clear();
  if (attributes.base) {
    bases_.push_back(resolved(*attributes.base));
  }
  if (attributes.language) {
    languages_.emplace_back(*attributes.language);
  }
  return frame;
}

void RdfXmlReader::pop() {
  if (top().has_base) {
    bases_.pop_back();
  }
  if (top().has_language) {
    languages_.pop_back();
  }
  --depth_;
}

void RdfXmlReader::start_element(const XmlName& name, std::span<const XmlAttribute> attributes) {
  if (depth_ > 0 && top().kind == Kind::kXmlLiteral) {
    literal_.start_element(name, attributes);
    return;
  }
  const ElementAttributes sorted = sort_attributes(attributes, parser_);
  if (depth_ == 0) {
    start_root(name, sorted);
    return;
  }
  switch (top().kind) {
    case Kind::kNode:
      start_property(name, sorted);
      return;
    case Kind::kEmpty:
      fail(
          fmt::format("expected nothing in an element whose object its attributes give, found the "
                      "element '{}'",
                      to_string(name)));
    case Kind::kProperty:
      if (top().has_object || top().has_datatype || !is_xml_space(top().text)) {
        fail(
            fmt::format("expected one node element or text in a property element, found also the "
                        "element '{}'",
                        to_string(name)));
      }
      [[fallthrough]];
    default:
      start_node(name, sorted);
  }
}

void RdfXmlReader::end_element() {
  if (top().kind == Kind::kXmlLiteral && literal_.depth() > 0) {
    literal_.end_element();
    return;
  }
  switch (top().kind) {
    case Kind::kProperty:
    case Kind::kXmlLiteral:
      end_property(top(), parent().subject);
      break;
    case Kind::kCollection:
      end_collection(top(), parent().subject);
      break;
    default:
      break;
  }
  pop();
}

void RdfXmlReader::text(std::string_view text) {
  switch (top().kind) {
    case Kind::kXmlLiteral:
      literal_.text(text);
      return;
    case Kind::kProperty:
      if (!top().has_object) {
        top().text += text;
        return;
      }
      [[fallthrough]];
    default:
      // §7.2.21 has nothing at all in an empty property element; the white space that editors put
      // there says nothing and is let through.
      if (const std::size_t at = text.find_first_not_of(" \t\r\n"); at != text.npos) {
        const std::string_view expected =
            top().kind == Kind::kNode ? "expected a property element"
            : top().kind == Kind::kNodeList || top().kind == Kind::kCollection
                ? "expected a node element"
                : "expected the end of the property element";
        throw parser_.error_here(expected_found(expected, text.substr(at)), ErrorCode::kBadData,
                                 at);
      }
  }
}

void RdfXmlReader::comment(std::string_view text) {
  if (depth_ > 0 && top().kind == Kind::kXmlLiteral) {
    literal_.comment(text);
  }
}

void RdfXmlReader::instruction(std::string_view target, std::string_view data) {
  if (depth_ > 0 && top().kind == Kind::kXmlLiteral) {
    literal_.instruction(target, data);
  }
}

void RdfXmlReader::declare_namespace(std::string_view prefix, std::string_view iri) {
  const bool is_in_literal = depth_ > 0 && top().kind == Kind::kXmlLiteral;
  if (!is_in_literal && rdf::is_absolute_iri(iri) && rdf::has_only_iri_characters(iri)) {
    sink_.prefix(prefix, iri);
  }
}

/// §7.2.8, §7.2.9: rdf:RDF with no attributes, or a single node element.
void RdfXmlReader::start_root(const XmlName& name, const ElementAttributes& attributes) {
  if (name.name_space != vocabulary::kRdf || name.local != "RDF") {
    start_node(name, attributes);
    return;
  }
  if (attributes.count() > 0) {
    fail("expected no attributes of rdf:RDF but namespaces, xml:base and xml:lang, found others");
  }
  push(Kind::kNodeList, attributes);
}

/// §7.2.11
void RdfXmlReader::start_node(const XmlName& name, const ElementAttributes& attributes) {
  const std::string iri = element_iri(name);
  if (!may_name_node(iri)) {
    fail(fmt::format("expected a node element, found '{}'", to_string(name)));
  }
  if (attributes.resource || attributes.datatype || attributes.parse_type) {
    fail(
        fmt::format("expected no rdf:resource, rdf:datatype or rdf:parseType on a node element, "
                    "found one on '{}'",
                    to_string(name)));
  }
  Frame& frame = push(Kind::kNode, attributes);
  frame.subject = subject_of(attributes);
  if (depth_ > 1) {
    add_to_parent(frame.subject);
  }
  if (rdf_name(iri) != "Description") {
    add(frame.subject, vocabulary::kType, rdf::TermView::iri(iri));
  }
  add_property_attributes(frame.subject, attributes);
}

rdf::Term RdfXmlReader::subject_of(const ElementAttributes& attributes) {
  if (attributes.id.has_value() + attributes.about.has_value() + attributes.node_id.has_value() >
      1) {
    fail("expected one of rdf:ID, rdf:about and rdf:nodeID, found more than one");
  }
  if (attributes.id) {
    return rdf::Term::iri(id_iri(*attributes.id));
  }
  if (attributes.about) {
    return rdf::Term::iri(resolved(*attributes.about));
  }
  return attributes.node_id ? node_of_id(*attributes.node_id) : new_blank_node();
}

void RdfXmlReader::add_property_attributes(const rdf::Term& subject,
                                           const ElementAttributes& attributes) {
  for (const PropertyAttribute& property : attributes.properties) {
    if (property.iri == vocabulary::kType) {
      add(subject, property.iri, rdf::Term::iri(resolved(property.value)));
    } else {
      add(subject, property.iri, text_literal(property.value));
    }
  }
}

/// What the element around a node element, which is now on top, has to say of the node.
void RdfXmlReader::add_to_parent(const rdf::Term& node) {
  Frame& around = parent();
  if (around.kind == Kind::kNodeList) {
    return;
  }
  const rdf::Term& subject = frames_[depth_ - 3].subject;
  if (around.kind == Kind::kCollection) {
    add_to_collection(around, subject, node);
  } else {
    around.has_object = true;
    add_reified(subject, around.predicate, node, around.statement);
  }
}

/// §7.2.19: a new cell, hung onto the last one, or onto the subject where it is the first.
void RdfXmlReader::add_to_collection(Frame& collection, const rdf::Term& subject,
                                     const rdf::Term& node) {
  rdf::Term cell = new_blank_node();
  if (std::exchange(collection.has_object, true)) {
    add(collection.subject, vocabulary::kRest, cell);
  } else {
    add_reified(subject, collection.predicate, cell, collection.statement);
  }
  add(cell, vocabulary::kFirst, node);
  collection.subject = std::move(cell);
}

void RdfXmlReader::add(const rdf::TermView& subject, std::string_view predicate,
                       const rdf::TermView& object) {
  sink_.quad({subject, rdf::TermView::iri(predicate), object, std::nullopt});
}

/// §7.3
void RdfXmlReader::add_reified(const rdf::TermView& subject, std::string_view predicate,
                               const rdf::TermView& object, std::string_view statement) {
  add(subject, predicate, object);
  if (!statement.empty()) {
    const rdf::TermView name = rdf::TermView::iri(statement);
    add(name, vocabulary::kType, rdf::TermView::iri(vocabulary::kStatement));
    add(name, vocabulary::kSubject, subject);
    add(name, vocabulary::kPredicate, rdf::TermView::iri(predicate));
    add(name, vocabulary::kObject, object);
  }
}

rdf::TermView RdfXmlReader::text_literal(std::string_view text) const {
  return languages_.empty() || languages_.back().empty()
             ? rdf::TermView::literal(text)
             : rdf::TermView::language_literal(text, languages_.back());
}

/// §6.1.2: the two parts of the name in a row.
std::string RdfXmlReader::element_iri(const XmlName& name) const {
  std::string iri(name.name_space);
  iri += name.local;
  if (name.name_space.empty() || !rdf::is_absolute_iri(iri) || !rdf::has_only_iri_characters(iri)) {
    fail(
        fmt::format("expected an element whose namespace makes it an absolute IRI, found '{}', "
                    "which is <{}>",
                    to_string(name), iri));
  }
  return iri;
}

/// §5.3
std::string RdfXmlReader::resolved(std::string_view reference) const {
  if (!rdf::has_only_iri_characters(reference)) {
    fail(fmt::format("expected an IRI, found '{}'", reference.substr(0, kFoundShownMax)));
  }
  if (rdf::is_absolute_iri(reference)) {
    return std::string(reference);
  }
  const std::string& base = bases_.empty() ? options_.base_iri : bases_.back();
  if (base.empty()) {
    fail(fmt::format("the relative IRI <{}> has no base: none is declared or known", reference));
  }
  return rdf::resolve_iri(base, reference);
}

/// §7.2.22: the IRI of rdf:ID, which must be a name that the document gives once.
std::string RdfXmlReader::id_iri(std::string_view id) {
  if (!is_nc_name(id)) {
    fail(fmt::format("expected an XML name without a colon in rdf:ID, found '{}'",
                     id.substr(0, kFoundShownMax)));
  }
  std::string iri = resolved(std::string("#").append(id));
  if (!ids_.insert(iri).second) {
    fail(fmt::format("expected each rdf:ID once, found '{}' a second time", id));
  }
  return iri;
}

rdf::Term RdfXmlReader::node_of_id(std::string_view label) const {
  if (!is_nc_name(label)) {
    fail(fmt::format("expected an XML name without a colon in rdf:nodeID, found '{}'",
                     label.substr(0, kFoundShownMax)));
  }
  rdf::Term node = rdf::Term::blank_node({});
  scope_label(options_.blank_node_scope, label, node.value);
  return node;
}

rdf::Term RdfXmlReader::new_blank_node() {
  rdf::Term node = rdf::Term::blank_node({});
  scope_generated(options_.blank_node_scope, fmt::format_int(++blank_node_count_).c_str(),
                  node.value);
  return node;
}

void RdfXmlReader::fail(const std::string& message) const { throw parser_.error_here(message); }

}  // namespace whence::io
