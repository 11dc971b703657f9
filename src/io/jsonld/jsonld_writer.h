// Writes JSON-LD 1.1, flattened: a context of the prefixes, and in @graph a node object for each
// subject. Reading it gives the very same data set: numbers and booleans stay strings with a
// datatype, and lists that @list cannot say stay statements.
//
// The data set is held in memory until finish(), since a node may come in pieces; what is written
// goes out node by node. IRIs that JSON-LD readers drop are refused: Error (kUsage).
#pragma once

#include <string>
#include <string_view>

#include "io/byte_sink.h"
#include "io/jsonld/jsonld_names.h"
#include "io/jsonld/statements.h"
#include "io/writer.h"

namespace whence::io::jsonld {

class FromRdf;

class JsonLdWriter final : public QuadWriter {
 public:
  JsonLdWriter(ByteSink& sink, const WriteOptions& options);

  void quad(const rdf::QuadView& quad) override;
  void prefix(std::string_view name, std::string_view iri) override;
  void finish() override;

 private:
  void append_context();
  void append_nodes(const FromRdf& nodes, TermNumber graph, int indent);
  void append_node(const FromRdf& nodes, TermNumber graph, TermNumber node, int indent);
  void append_types(const Json& types);
  void append_values(const Json::Array& values, int indent);
  void append_value(const Json& value);
  void append_name(std::string_view id);
  void append_line(int indent);
  void flush();

  ByteSink& sink_;
  JsonLdNames names_;
  Statements statements_;
  std::string buffer_;
};

}  // namespace whence::io::jsonld
