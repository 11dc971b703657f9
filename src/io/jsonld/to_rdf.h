// An expanded document to quads (JSON-LD 1.1 API §8.1, Deserialize JSON-LD to RDF), without the
// node map of §7: blank nodes keep their labels, so nodes need not be brought together first. A
// statement that is said twice within one node's property comes once.
//
// What RDF has no terms for is left out, as the algorithm says: references that are not absolute
// IRIs, blank nodes as predicates, ill-formed language tags.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "io/jsonld/json.h"
#include "io/jsonld/jsonld_options.h"
#include "io/reader.h"
#include "rdf/term.h"

namespace whence::io::jsonld {

class ToRdf {
 public:
  ToRdf(const ReadOptions& options, RdfDirection direction, QuadSink& sink)
      : options_(options), direction_(direction), sink_(sink) {}

  /// Of the default graph. Throws JsonLdProblem, and what the sink throws.
  void add_nodes(const Json::Array& nodes);

 private:
  using MaybeTerm = std::optional<rdf::Term>;

  /// The node's own term. Nothing: it cannot be said in RDF, and what lies inside it still can.
  [[nodiscard]] MaybeTerm add_node(const Json& node);
  void add_types(const MaybeTerm& subject, const Json& types);
  void add_property(const MaybeTerm& subject, const std::string& property, const Json& values);
  void add_reverse(const MaybeTerm& object, const Json& reverse);
  [[nodiscard]] MaybeTerm add_object(const Json& value);
  [[nodiscard]] MaybeTerm add_list(const Json::Array& items);

  [[nodiscard]] MaybeTerm literal_of(const Json& object);
  [[nodiscard]] rdf::Term directed_literal(const std::string& text, const std::string& language,
                                           const std::string& direction);

  [[nodiscard]] MaybeTerm resource(std::string_view id);
  [[nodiscard]] rdf::Term node_of_label(std::string_view label);
  [[nodiscard]] rdf::Term new_blank_node();
  void add(const rdf::TermView& subject, std::string_view predicate, const rdf::TermView& object);

  const ReadOptions& options_;
  RdfDirection direction_;
  QuadSink& sink_;
  MaybeTerm graph_;
  bool drops_graph_ = false;  // Inside a graph whose name cannot be said in RDF.
  std::uint64_t generated_ = 0;
  std::unordered_map<std::string, rdf::Term> odd_labels_;  // That no other syntax could write.
};

}  // namespace whence::io::jsonld
