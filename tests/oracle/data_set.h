// Data as the oracle holds it: sets of triples of terms (SPARQL 1.1 §13.1).
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>

#include "rdf/term.h"
#include "sparql/algebra.h"

namespace whence::oracle {

using Triple = std::array<rdf::Term, 3>;
using Graph = std::set<Triple>;

struct DataSet {
  Graph default_graph;
  std::map<rdf::Term, Graph> named_graphs;  ///< None is empty.
};

/// What FROM and FROM NAMED leave (§13.2). Of a graph that is not there, nothing.
[[nodiscard]] DataSet chosen(const DataSet& data, const sparql::Dataset& dataset);

/// As N-Quads.
[[nodiscard]] std::string to_nquads(const DataSet& data);

}  // namespace whence::oracle
