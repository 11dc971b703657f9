#include "oracle/data_set.h"

namespace whence::oracle {

namespace {

void write(const Graph& graph, const std::string& name, std::string& out) {
  for (const Triple& triple : graph) {
    for (const rdf::Term& term : triple) {
      out += rdf::to_ntriples(term) + ' ';
    }
    out += name + ".\n";
  }
}

}  // namespace

DataSet chosen(const DataSet& data, const sparql::Dataset& dataset) {
  DataSet result;
  for (const rdf::Term& name : dataset.default_graphs) {
    if (const auto graph = data.named_graphs.find(name); graph != data.named_graphs.end()) {
      result.default_graph.insert(graph->second.begin(), graph->second.end());
    }
  }
  for (const rdf::Term& name : dataset.named_graphs) {
    if (const auto graph = data.named_graphs.find(name); graph != data.named_graphs.end()) {
      result.named_graphs.insert(*graph);
    }
  }
  return result;
}

std::string to_nquads(const DataSet& data) {
  std::string text;
  write(data.default_graph, "", text);
  for (const auto& [name, graph] : data.named_graphs) {
    write(graph, rdf::to_ntriples(name) + ' ', text);
  }
  return text;
}

}  // namespace whence::oracle
