// See jsonld_writer.h.
#include "io/jsonld/jsonld_writer.h"

#include <fmt/format.h>

#include "io/characters.h"
#include "io/jsonld/from_rdf.h"
#include "io/jsonld/json_text.h"
#include "io/jsonld/jsonld_options.h"
#include "io/jsonld/keywords.h"
#include "io/writer_support.h"
#include "rdf/error.h"

namespace whence::io::jsonld {

JsonLdWriter::JsonLdWriter(ByteSink& sink, const WriteOptions& options) : sink_(sink) {
  for (const auto& [name, iri] : options.prefixes) {
    names_.add_prefix(name, iri);
  }
}

void JsonLdWriter::prefix(std::string_view name, std::string_view iri) {
  names_.add_prefix(name, iri);
}

void JsonLdWriter::quad(const rdf::QuadView& quad) {
  const auto note = [this](const rdf::TermView& term) {
    if (term.is_iri()) {
      names_.note(term.value);
    } else if (!term.datatype.empty()) {
      names_.note(term.datatype);
    } else if (!term.language.empty() && !is_language_tag(term.language)) {
      throw Error(ErrorCode::kUsage,
                  fmt::format("JSON-LD takes only well-formed language tags, found {}",
                              rdf::to_ntriples(term)));
    }
  };
  note(quad.subject);
  note(quad.predicate);
  note(quad.object);
  if (quad.graph) {
    note(*quad.graph);
  }
  statements_.add(quad);
}

void JsonLdWriter::finish() {
  statements_.sort();
  names_.close();
  const JsonLdOptions options;
  const FromRdf nodes(statements_, options, true);
  buffer_ += "{";
  append_context();
  append_line(1);
  buffer_ += "\"@graph\": ";
  append_nodes(nodes, kDefaultGraph, 2);
  buffer_ += "\n}\n";
  flush();
}

void JsonLdWriter::append_context() {
  if (names_.prefixes().empty()) {
    return;
  }
  append_line(1);
  buffer_ += "\"@context\": {";
  for (const JsonLdNames::Prefix& prefix : names_.prefixes()) {
    buffer_ += &prefix == &names_.prefixes().front() ? "" : ",";
    append_line(2);
    append_json_string(buffer_, prefix.first);
    buffer_ += ": ";
    if (needs_prefix_flag(prefix.second)) {
      buffer_ += "{\"@id\": ";
      append_json_string(buffer_, prefix.second);
      buffer_ += ", \"@prefix\": true}";
    } else {
      append_json_string(buffer_, prefix.second);
    }
  }
  append_line(1);
  buffer_ += "},";
}

void JsonLdWriter::append_nodes(const FromRdf& nodes, TermNumber graph, int indent) {
  buffer_ += '[';
  bool is_first = true;
  for (const TermNumber node : nodes.nodes_of(graph)) {
    buffer_ += is_first ? "" : ",";
    is_first = false;
    append_line(indent);
    append_node(nodes, graph, node, indent);
    if (buffer_.size() >= kWriteSize) {
      flush();
    }
  }
  if (!is_first) {
    append_line(indent - 1);
  }
  buffer_ += ']';
}

void JsonLdWriter::append_node(const FromRdf& nodes, TermNumber graph, TermNumber node,
                               int indent) {
  const Json::Object object = nodes.node(graph, node);
  buffer_ += "{\"@id\": ";
  append_name(*object.at("@id").as_string());
  for (const auto& [key, value] : object) {
    if (key == "@id") {
      continue;
    }
    buffer_ += ',';
    append_line(indent + 1);
    if (key == "@type") {
      buffer_ += "\"@type\": ";
      append_types(value);
    } else {
      append_name(key);
      buffer_ += ": ";
      append_values(*value.as_array(), indent + 1);
    }
  }
  if (graph == kDefaultGraph && nodes.is_graph(node)) {
    buffer_ += ',';
    append_line(indent + 1);
    buffer_ += "\"@graph\": ";
    append_nodes(nodes, node, indent + 2);
  }
  buffer_ += '}';
}

void JsonLdWriter::append_types(const Json& types) {
  const Json::Array& array = *types.as_array();
  buffer_ += array.size() == 1 ? "" : "[";
  for (const Json& type : array) {
    buffer_ += &type == &array.front() ? "" : ", ";
    append_name(*type.as_string());
  }
  buffer_ += array.size() == 1 ? "" : "]";
}

void JsonLdWriter::append_values(const Json::Array& values, int indent) {
  if (values.size() == 1) {
    append_value(values.front());
    return;
  }
  buffer_ += '[';
  for (const Json& value : values) {
    buffer_ += &value == &values.front() ? "" : ",";
    append_line(indent + 1);
    append_value(value);
  }
  append_line(indent);
  buffer_ += ']';
}

/// A value object, a reference to a node, or a list of them, which is at most kListDepthMax deep.
void JsonLdWriter::append_value(const Json& value) {
  if (const Json* id = value.find("@id")) {
    buffer_ += "{\"@id\": ";
    append_name(*id->as_string());
    buffer_ += '}';
    return;
  }
  if (const Json* list = value.find("@list")) {
    buffer_ += "{\"@list\": [";
    for (const Json& item : *list->as_array()) {
      buffer_ += &item == &list->as_array()->front() ? "" : ", ";
      append_value(item);
    }
    buffer_ += "]}";
    return;
  }
  const Json& literal = *value.find("@value");
  if (value.as_object()->size() == 1) {
    append_json_string(buffer_, *literal.as_string());
    return;
  }
  buffer_ += "{\"@value\": ";
  buffer_ += canonical_json(literal);
  if (const Json* language = value.find("@language")) {
    buffer_ += ", \"@language\": ";
    append_json_string(buffer_, *language->as_string());
  } else {
    buffer_ += ", \"@type\": ";
    append_name(*value.find("@type")->as_string());
  }
  buffer_ += '}';
}

void JsonLdWriter::append_name(std::string_view id) {
  const bool is_iri = !is_keyword(id) && !is_blank_node_id(id);
  append_json_string(buffer_, is_iri ? names_.name_of(id) : std::string(id));
}

void JsonLdWriter::append_line(int indent) {
  buffer_ += '\n';
  buffer_.append(2 * static_cast<std::size_t>(indent), ' ');
}

void JsonLdWriter::flush() {
  sink_.write(buffer_);
  buffer_.clear();
}

}  // namespace whence::io::jsonld
