// The answer of a query as a value: what was found, or what is expected.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/database.h"
#include "rdf/term.h"

namespace whence::cli {

using AnswerRow = std::vector<std::optional<rdf::Term>>;  ///< A term a column, if it is bound.

struct Answer {
  std::optional<bool> boolean;         ///< Of an ASK, which has neither columns nor rows.
  bool is_graph = false;               ///< The rows are triples, each once, in any order.
  std::vector<std::string> variables;  ///< The columns.
  std::vector<AnswerRow> rows;
};

/// Runs `query`. Language tags are in lower case (RDF 1.1 Concepts §3.3), so that terms compare.
[[nodiscard]] Answer collect(Query& query);

/// Reads an expected answer: a graph in Turtle, or results in JSON. Throws Error: kIo, kBadData.
[[nodiscard]] Answer read_answer(const std::string& path, bool is_graph);

}  // namespace whence::cli
