// See rdfxml_writer.h.
#include "io/rdfxml/rdfxml_writer.h"

#include <iterator>

#include <fmt/format.h>

#include "io/characters.h"
#include "io/rdfxml/xml_names.h"
#include "io/rdfxml/xml_text.h"
#include "io/writer_support.h"
#include "rdf/error.h"
#include "rdf/iri.h"
#include "rdf/vocabulary.h"

namespace whence::io {
namespace {

[[noreturn]] void throw_cannot_say(std::string_view what, std::string_view found) {
  throw Error(ErrorCode::kUsage,
              fmt::format("RDF/XML {}, found {}; N-Triples and Turtle can say it", what, found));
}

/// XML 1.0 [2] Char: most control characters cannot stand in a document in any form.
void check_characters(const rdf::TermView& term) {
  for (std::size_t i = 0; i < term.value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(term.value[i]);
    const bool is_control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    const bool is_plane_end = term.value.substr(i).starts_with("\xEF\xBF\xBE") ||
                              term.value.substr(i).starts_with("\xEF\xBF\xBF");
    if (is_control || is_plane_end) {
      const std::uint32_t code = decode_utf8(term.value.substr(i)).code;
      throw_cannot_say(fmt::format("has no way to write the character U+{:04X}", code),
                       rdf::to_ntriples(term));
    }
  }
}

void check_iri(std::string_view iri) {
  if (!rdf::is_absolute_iri(iri) || !rdf::has_only_iri_characters(iri)) {
    throw_cannot_say("takes only absolute IRIs", fmt::format("<{}>", iri));
  }
  check_characters(rdf::TermView::iri(iri));
}

/// A label as an NCName; one that is not, or looks like what this makes, is spelled out.
std::string node_id(std::string_view label) {
  if (is_nc_name(label) && !label.starts_with("x-")) {
    return std::string(label);
  }
  std::string id = "x-";
  for (const char c : label) {
    fmt::format_to(std::back_inserter(id), "{:02x}", static_cast<unsigned char>(c));
  }
  return id;
}

}  // namespace

RdfXmlWriter::RdfXmlWriter(ByteSink& sink, const WriteOptions& options) : sink_(sink) {
  for (const auto& [name, iri] : options.prefixes) {
    names_.add(name, iri);
  }
}

void RdfXmlWriter::prefix(std::string_view name, std::string_view iri) { names_.add(name, iri); }

void RdfXmlWriter::quad(const rdf::QuadView& quad) {
  if (quad.graph) {
    throw_cannot_name_graphs(Syntax::kRdfXml, *quad.graph);
  }
  if (!has_started_) {
    start_document();
  }
  if (!subject_ || subject_->view() != quad.subject) {
    end_subject();
    if (start_subject(quad)) {
      return;
    }
  }
  append_property(quad);
  if (buffer_.size() >= kWriteSize) {
    flush();
  }
}

void RdfXmlWriter::finish() {
  if (!has_started_) {
    start_document();
  }
  end_subject();
  buffer_ += "</rdf:RDF>\n";
  flush();
}

void RdfXmlWriter::start_document() {
  has_started_ = true;
  names_.close_document_namespaces();
  buffer_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF";
  for (const ElementNames::Namespace& declared : names_.namespaces()) {
    buffer_ += declared.prefix == "rdf" ? "" : "\n   ";
    append_attribute(declaration_of(declared.prefix), declared.iri);
  }
  buffer_ += ">\n";
}

bool RdfXmlWriter::start_subject(const rdf::QuadView& quad) {
  subject_element_ = "rdf:Description";
  bool is_named_by_class = false;
  if (quad.predicate.value == rdf::vocabulary::kType && quad.object.is_iri() &&
      may_name_node(quad.object.value) && rdf_name(quad.object.value) != "Description") {
    const std::optional<ElementName>& name = names_.name_of(quad.object.value);
    if (name && name->name_space.empty()) {
      subject_element_ = name->qualified;
      is_named_by_class = true;
    }
  }
  buffer_.append("  <").append(subject_element_);
  append_resource("rdf:about", quad.subject);
  buffer_ += ">\n";
  subject_ = rdf::Term(quad.subject);
  return is_named_by_class;
}

void RdfXmlWriter::end_subject() {
  if (subject_) {
    buffer_.append("  </").append(subject_element_).append(">\n");
    subject_.reset();
  }
}

void RdfXmlWriter::append_property(const rdf::QuadView& quad) {
  const std::string_view predicate = quad.predicate.value;
  check_iri(predicate);
  const std::optional<ElementName>& name = names_.name_of(predicate);
  if (!name) {
    throw_cannot_say("takes only predicates that end in an XML name",
                     rdf::to_ntriples(quad.predicate));
  }
  if (!may_name_property(predicate) || rdf_name(predicate) == "li") {
    throw_cannot_say("has another meaning for some names of its own",
                     fmt::format("the predicate {}", rdf::to_ntriples(quad.predicate)));
  }
  buffer_.append("    <").append(name->qualified);
  if (!name->name_space.empty()) {
    append_attribute(declaration_of(name->prefix), name->name_space);
  }
  if (quad.object.is_literal()) {
    append_literal(quad.object);
    buffer_.append("</").append(name->qualified).append(">\n");
  } else {
    append_resource("rdf:resource", quad.object);
    buffer_ += "/>\n";
  }
}

void RdfXmlWriter::append_resource(std::string_view iri_attribute, const rdf::TermView& node) {
  if (node.is_iri()) {
    check_iri(node.value);
    append_attribute(iri_attribute, node.value);
  } else {
    append_attribute("rdf:nodeID", node_id(node.value));
  }
}

void RdfXmlWriter::append_literal(const rdf::TermView& literal) {
  check_characters(literal);
  if (!literal.language.empty()) {
    append_attribute("xml:lang", literal.language);
  } else if (!literal.datatype.empty()) {
    check_iri(literal.datatype);
    append_attribute("rdf:datatype", literal.datatype);
  }
  buffer_ += '>';
  append_xml_text(buffer_, literal.value);
}

void RdfXmlWriter::append_attribute(std::string_view name, std::string_view value) {
  buffer_.append(" ").append(name).append("=\"");
  append_xml_attribute(buffer_, value);
  buffer_ += '"';
}

void RdfXmlWriter::flush() {
  if (!buffer_.empty()) {
    sink_.write(buffer_);
    buffer_.clear();
  }
}

}  // namespace whence::io
