// A SPARQL expression made ready to run over the columns of an operator's input (SPARQL 1.1 §17).
//
// A node can be asked in four ways, so that no more is made than is needed: for its value, for its
// term as a view, for its effective boolean value, and for whether that is true. All agree with
// each other. Nodes hold running state: an expression belongs to one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
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

/// Where the text of a view is kept that is in no dictionary.
struct TermScratch {
  std::string text;
  rdf::Term term;
};

/// A node of a compiled expression. No member throws for an error of the expression: that is a
/// Value too (§17.2).
class Evaluator {
 public:
  Evaluator() = default;
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;
  virtual ~Evaluator() = default;

  virtual Value evaluate(const Row& row, QueryContext& context) = 0;
  /// The term of evaluate(), without a copy where that can be; nothing: an error. The view lives
  /// until `scratch` changes.
  virtual std::optional<rdf::TermView> view(const Row& row, QueryContext& context,
                                            TermScratch& scratch);
  /// The effective boolean value (§17.2.2); nothing: a type error.
  virtual std::optional<bool> truth(const Row& row, QueryContext& context);
  /// Whether truth() is true: what FILTER asks, for which an error is as good as false.
  virtual bool is_true(const Row& row, QueryContext& context);
  /// The term, if it is the same for every row and known without running.
  [[nodiscard]] virtual const rdf::Term* constant() const { return nullptr; }
};

/// Compiles `expression` for inputs with these columns; a variable that is none of them is never
/// bound. Throws Error, with a position: kUnsupported for a function that cannot be run, or for a
/// constant pattern of a regular expression that cannot; kSyntax for a cast of more or fewer than
/// one argument.
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
