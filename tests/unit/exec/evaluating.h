// SPARQL expressions from their text, and rows to run them over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exec/expression.h"
#include "exec/query_context.h"
#include "exec/value.h"
#include "rdf/term.h"
#include "sparql/algebra.h"  // Without it an Expression cannot be destroyed.
#include "store/batch.h"
#include "unit/exec/example.h"

namespace whence::exec {

/// The expression that `text` is, with the prefixes xsd: and : (http://example.org/).
sparql::Expression parsed(std::string_view text);

/// N-Triples with "xsd:" for its namespace; "error".
std::string printed(const Value& value, const QueryContext& context);

/// As evaluated(text) of example.h, in a context of the test's own.
std::string evaluated(const sparql::Expression& expression, QueryContext& context);

/// A row in which variables are bound.
class TestRow {
 public:
  explicit TestRow(QueryContext& context) : context_(context) { batch_.row_count = 1; }

  sparql::Variable bind(const rdf::Term& term) {
    columns_.push_back({"c" + std::to_string(columns_.size())});
    batch_.columns.push_back({context_.id(term)});
    return columns_.back();
  }
  [[nodiscard]] const std::vector<sparql::Variable>& columns() const { return columns_; }
  [[nodiscard]] Row row() const { return {&batch_, 0}; }

 private:
  QueryContext& context_;
  store::Batch batch_;
  std::vector<sparql::Variable> columns_;
};

}  // namespace whence::exec
