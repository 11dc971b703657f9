// The triples of a CONSTRUCT (SPARQL 1.1 §16.2): the template filled in with each solution, each
// triple once, ill-formed ones and those with an unbound variable left out.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "exec/row_buffer.h"
#include "io/reader.h"
#include "sparql/algebra.h"

namespace whence::exec {

class TripleTemplate {
 public:
  TripleTemplate(const std::vector<sparql::TemplateTriple>& triples,
                 const std::vector<plan::Variable>& columns, QueryContext& context);

  /// The triples of the solutions in `batch` that were not written before.
  void write(const Batch& batch, io::QuadSink& sink);

 private:
  /// A column of the solutions, a constant, or a blank node of the template by its number.
  struct Column {
    std::optional<std::size_t> index;
  };
  struct TemplateBlankNode {
    std::size_t number;
  };
  using Part = std::variant<Column, Id, TemplateBlankNode>;

  [[nodiscard]] Part part(const sparql::PatternTerm& term,
                          const std::vector<plan::Variable>& columns);
  [[nodiscard]] Id fill(const Part& part, const Batch& batch, std::size_t row);
  void write_solution(const Batch& batch, std::size_t row, io::QuadSink& sink);

  QueryContext& context_;
  std::vector<std::array<Part, 3>> triples_;
  std::vector<std::string> blank_labels_;
  std::vector<Id> blank_nodes_;  ///< Of the current solution.
  KeyTable written_;
};

}  // namespace whence::exec
