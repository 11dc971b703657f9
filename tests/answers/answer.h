// The answer of a query as a value, read back from a format of results: what tests compare.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/syntax.h"
#include "rdf/term.h"

namespace whence::answers {

/// A solution: the terms of the variables that it binds, by name.
using Row = std::map<std::string, rdf::Term>;
using Rows = std::vector<Row>;

struct Answer {
  std::vector<std::string> variables;
  Rows rows;
  std::optional<bool> boolean;  ///< Of an ASK.
};

/// SPARQL 1.1 Query Results JSON Format, XML Format (2nd edition), TSV Format.
/// They throw std::runtime_error for what is not in the format.
[[nodiscard]] Answer read_json(std::string_view text);
[[nodiscard]] Answer read_xml(std::string_view text);
[[nodiscard]] Answer read_tsv(std::string_view text);

/// The triples of a document as rows of ?s, ?p and ?o, each once. Throws Error kBadData.
[[nodiscard]] Rows read_graph(io::Syntax syntax, std::string_view text,
                              const std::string& base_iri = {});

/// An answer written as a graph in the vocabulary of the DAWG's result sets, its solutions in the
/// order of rs:index where they have one; nothing if `triples` hold none.
[[nodiscard]] std::optional<Answer> read_result_set(const Rows& triples);

/// The same rows, each as often, up to the names of blank nodes.
[[nodiscard]] bool same_rows(const Rows& left, const Rows& right);
/// The same rows in the same order, up to the names of blank nodes.
[[nodiscard]] bool same_sequence(const Rows& left, const Rows& right);
/// Whether each row of `part` is in `whole` at least as often, up to the names of blank nodes.
[[nodiscard]] bool is_part(const Rows& part, const Rows& whole);

/// A row a line, sorted: for messages.
[[nodiscard]] std::string to_string(const Rows& rows);

}  // namespace whence::answers
