// The vocabulary of generated data and queries, and how to draw from it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "oracle/data_set.h"

namespace whence::oracle {

/// A number in [0, count). Only inside a generator.
[[nodiscard]] int draw(int count);
/// True once in `count` times.
[[nodiscard]] bool one_in(int count);

[[nodiscard]] const std::vector<rdf::Term>& literals();
[[nodiscard]] rdf::Term random_subject();
[[nodiscard]] rdf::Term random_predicate();
/// A subject, a literal, or, only in data, a blank node.
[[nodiscard]] rdf::Term random_object(bool with_blank_nodes);
[[nodiscard]] rdf::Term random_graph_name();

[[nodiscard]] DataSet random_data();

}  // namespace whence::oracle
