// Serialize RDF as JSON-LD (JSON-LD 1.1 API §8.4): the statements of a data set as expanded node
// objects, one at a time.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "io/jsonld/json.h"
#include "io/jsonld/jsonld_options.h"
#include "io/jsonld/list_finder.h"
#include "io/jsonld/statements.h"

namespace whence::io::jsonld {

class FromRdf {
 public:
  /// `is_lossless`: what the algorithm drops or changes (types of list cells, the spelling of JSON
  /// literals) is said otherwise. `statements` is sorted, and outlives this.
  FromRdf(const Statements& statements, const JsonLdOptions& options, bool is_lossless);

  /// The whole data set in expanded form. Throws Error (kBadData, "invalid JSON literal").
  [[nodiscard]] Json::Array expanded() const;

  /// Numbers of the nodes that `graph` describes, those that stand inside others aside; for the
  /// default graph with the names of all graphs.
  [[nodiscard]] std::vector<TermNumber> nodes_of(TermNumber graph) const;
  /// A node without its @graph.
  [[nodiscard]] Json::Object node(TermNumber graph, TermNumber subject) const;
  [[nodiscard]] bool is_graph(TermNumber name) const { return !statements_.of_graph(name).empty(); }

 private:
  [[nodiscard]] Json value(TermNumber graph, TermNumber object) const;
  [[nodiscard]] Json literal(const rdf::Term& term) const;
  [[nodiscard]] std::optional<Json> native(const rdf::Term& term) const;
  [[nodiscard]] std::optional<Json> json_literal(const rdf::Term& term) const;
  [[nodiscard]] std::optional<Json> compound_literal(TermNumber graph, TermNumber node) const;
  void find_compound_literals();

  const Statements& statements_;
  const JsonLdOptions& options_;
  bool is_lossless_;
  ListFinder lists_;
  std::vector<bool> is_compound_;  // By number: a node that is written as a value.
};

/// "_:label" or the IRI.
[[nodiscard]] std::string id_of(const rdf::Term& resource);

}  // namespace whence::io::jsonld
