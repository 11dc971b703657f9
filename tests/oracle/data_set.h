// Data as the oracle holds it: sets of triples of terms (SPARQL 1.1 §13.1).
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>

#include "rdf/term.h"

namespace whence::oracle {

using Triple = std::array<rdf::Term, 3>;
using Graph = std::set<Triple>;

struct DataSet {
  Graph default_graph;
  std::map<rdf::Term, Graph> named_graphs;  ///< None is empty.
};

/// As N-Quads.
[[nodiscard]] std::string to_nquads(const DataSet& data);

}  // namespace whence::oracle
