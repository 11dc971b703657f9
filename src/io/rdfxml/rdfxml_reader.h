// Reads RDF/XML (RDF 1.1 XML Syntax §7) in one pass: a stack with a frame for each open element,
// which says what may stand inside, and statements handed out as soon as they are known.
//
// Memory grows with the depth of the document, the longest literal, and the values of rdf:ID, which
// must be different (constraint-id, §7.2.22) and are all kept for that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "io/rdfxml/canonical_xml.h"
#include "io/rdfxml/property_attributes.h"
#include "io/rdfxml/xml_parser.h"
#include "io/reader.h"
#include "rdf/quad.h"

namespace whence::io {

class RdfXmlReader final : private XmlHandler {
 public:
  RdfXmlReader(const ReadOptions& options, QuadSink& sink);

  /// As io::read().
  void read_all(ByteSource& source);

 private:
  /// What an element is, and so what it may contain.
  enum class Kind : std::uint8_t {
    kNodeList,    ///< rdf:RDF: node elements.
    kNode,        ///< A node element, or a property of parseType "Resource": property elements.
    kProperty,    ///< A property element: text, or one node element.
    kEmpty,       ///< A property element whose object is in its attributes: nothing.
    kCollection,  ///< A property element of parseType "Collection": node elements.
    kXmlLiteral,  ///< A property element of parseType "Literal": anything.
  };

  /// An open element. Frames are used again, with the memory of their strings.
  struct Frame {
    Kind kind = Kind::kNodeList;
    bool has_base = false;  ///< Whether it has put one on bases_, languages_.
    bool has_language = false;
    bool has_datatype = false;
    bool has_object = false;       ///< Whether a node element has been seen inside.
    std::uint64_t item_count = 0;  ///< How many rdf:li elements a node has had (§7.4).
    rdf::Term subject;             ///< Of a node; in a collection, the last cell.
    std::string predicate;
    std::string statement;  ///< The IRI that reifies it (§7.3), or empty.
    std::string datatype;
    std::string text;
  };

  void start_element(const XmlName& name, std::span<const XmlAttribute> attributes) override;
  void end_element() override;
  void text(std::string_view text) override;
  void comment(std::string_view text) override;
  void instruction(std::string_view target, std::string_view data) override;
  void declare_namespace(std::string_view prefix, std::string_view iri) override;

  Frame& push(Kind kind, const ElementAttributes& attributes);
  void pop();
  [[nodiscard]] Frame& top() { return frames_[depth_ - 1]; }
  [[nodiscard]] Frame& parent() { return frames_[depth_ - 2]; }

  void start_root(const XmlName& name, const ElementAttributes& attributes);
  void start_node(const XmlName& name, const ElementAttributes& attributes);
  [[nodiscard]] rdf::Term subject_of(const ElementAttributes& attributes);
  void add_property_attributes(const rdf::Term& subject, const ElementAttributes& attributes);
  void add_to_parent(const rdf::Term& node);
  void add_to_collection(Frame& collection, const rdf::Term& subject, const rdf::Term& node);

  void start_property(const XmlName& name, const ElementAttributes& attributes);
  void start_parse_type(std::string_view parse_type, const ElementAttributes& attributes);
  void start_object_property(const ElementAttributes& attributes);
  void end_property(Frame& property, const rdf::Term& subject);
  void end_collection(Frame& collection, const rdf::Term& subject);

  void add(const rdf::TermView& subject, std::string_view predicate, const rdf::TermView& object);
  /// The statement, and the four that reify it where `statement` is not empty.
  void add_reified(const rdf::TermView& subject, std::string_view predicate,
                   const rdf::TermView& object, std::string_view statement);
  [[nodiscard]] rdf::TermView text_literal(std::string_view text) const;

  [[nodiscard]] std::string element_iri(const XmlName& name) const;
  [[nodiscard]] std::string resolved(std::string_view reference) const;
  [[nodiscard]] std::string id_iri(std::string_view id);
  [[nodiscard]] rdf::Term node_of_id(std::string_view label) const;
  [[nodiscard]] rdf::Term new_blank_node();
  [[noreturn]] void fail(const std::string& message) const;

  const ReadOptions& options_;
  QuadSink& sink_;
  XmlParser parser_;
  std::deque<Frame> frames_;  // The first depth_ are in use.
  std::size_t depth_ = 0;
  std::vector<std::string> bases_;      // The innermost last.
  std::vector<std::string> languages_;  // Likewise; an empty one undoes the outer ones.
  CanonicalXml literal_;                // The content of the open parseType "Literal".
  std::unordered_set<std::string> ids_;
  std::uint64_t blank_node_count_ = 0;
};

}  // namespace whence::io
