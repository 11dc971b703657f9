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

std::string to_nquads(const DataSet& data) {
  std::string text;
  write(data.default_graph, "", text);
  for (const auto& [name, graph] : data.named_graphs) {
    write(graph, rdf::to_ntriples(name) + ' ', text);
  }
  return text;
}

}  // namespace whence::oracle
