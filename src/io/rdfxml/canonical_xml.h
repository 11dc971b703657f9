// The content of an element as the lexical form of an rdf:XMLLiteral: Exclusive XML
// Canonicalization 1.0 with comments and an empty list of inclusive prefixes (RDF 1.1 XML Syntax
// §7.2.17). A namespace is declared where it is used first and not before.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/rdfxml/xml_parser.h"

namespace whence::io {

class CanonicalXml {
 public:
  void start_element(const XmlName& name, std::span<const XmlAttribute> attributes);
  void end_element();
  void text(std::string_view text);
  void comment(std::string_view text);
  void instruction(std::string_view target, std::string_view data);

  /// How many elements are open.
  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  /// What has been written since the last take().
  [[nodiscard]] std::string take();

 private:
  struct Declaration {
    std::string prefix;
    std::string iri;

    friend auto operator<=>(const Declaration&, const Declaration&) = default;
  };
  struct OpenElement {
    std::string name;                 // As it is written.
    std::size_t declarations_before;  // How many declarations it must leave.
  };

  void declare(const XmlName& name);

  std::string out_;
  std::vector<Declaration> declarations_;  // Those in scope, the outermost first.
  std::vector<OpenElement> open_;
};

}  // namespace whence::io
