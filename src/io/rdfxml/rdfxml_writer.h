// Writes RDF/XML (RDF 1.1 XML Syntax) as the statements come: those of one subject in a row in one
// element, which is named by the subject's class where that comes first. Memory stays bounded.
//
// The namespaces known before the first statement are declared on rdf:RDF; others on each element
// that needs one. Invariant: what is written reads back as the very same statements; what the
// syntax cannot say is an error that says so (RDF 1.1 Concepts §1.5: not every graph has this
// form).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/rdfxml/element_names.h"
#include "io/writer.h"
#include "rdf/quad.h"

namespace whence::io {

class RdfXmlWriter final : public QuadWriter {
 public:
  RdfXmlWriter(ByteSink& sink, const WriteOptions& options);

  /// A prefix that XML could not declare is left out.
  void prefix(std::string_view name, std::string_view iri) override;
  void quad(const rdf::QuadView& quad) override;
  void finish() override;

 private:
  void start_document();
  /// Opens the subject's element; true: it is named by the class, and the statement is written.
  [[nodiscard]] bool start_subject(const rdf::QuadView& quad);
  void end_subject();
  void append_property(const rdf::QuadView& quad);
  void append_resource(std::string_view iri_attribute, const rdf::TermView& node);
  void append_literal(const rdf::TermView& literal);
  void append_attribute(std::string_view name, std::string_view value);
  void flush();

  ByteSink& sink_;
  ElementNames names_;
  std::string buffer_;
  std::optional<rdf::Term> subject_;  // Whose element is open.
  std::string subject_element_;       // The name of it.
  bool has_started_ = false;
};

}  // namespace whence::io
