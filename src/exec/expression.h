// A SPARQL expression made ready to run over the columns of an operator's input (SPARQL 1.1 §17).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "exec/query_context.h"
#include "exec/value.h"
#include "sparql/expression.h"
#include "store/batch.h"

namespace whence::exec {

/// A row of a batch, and what its columns are called.
struct Row {
  const store::Batch* batch;
  std::size_t index;
};

/// A node of a compiled expression. `evaluate` never throws for an error of the expression: that
/// is a Value too (§17.2).
class Evaluator {
 public:
  Evaluator() = default;
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;
  virtual ~Evaluator() = default;

  virtual Value evaluate(const Row& row, QueryContext& context) = 0;
};

/// Compiles `expression` for inputs with these columns; a variable that is none of them is never
/// bound. Throws Error kUnsupported, with a position, for a function that cannot be run.
[[nodiscard]] std::unique_ptr<Evaluator> compile(const sparql::Expression& expression,
                                                 const std::vector<sparql::Variable>& columns);

/// Whether every one of `conditions` has the effective boolean value true (§17.2.2); an error is
/// not true.
[[nodiscard]] bool all_true(const std::vector<std::unique_ptr<Evaluator>>& conditions,
                            const Row& row, QueryContext& context);

/// Checks that everything in `expression` can be run, without running it.
[[nodiscard]] std::vector<std::unique_ptr<Evaluator>> compile_all(
    const std::vector<sparql::Expression>& expressions,
    const std::vector<sparql::Variable>& columns);

}  // namespace whence::exec
