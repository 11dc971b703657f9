// Runs a planned query and hands its rows or triples to a writer as they come.
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/query_state.h"
#include "exec/construct.h"
#include "exec/describe.h"
#include "exec/operator.h"
#include "io/writer.h"
#include "plan/printer.h"
#include "rdf/error.h"
#include "results/writer.h"
#include "sparql/printer.h"

namespace whence {

Query::Query(std::unique_ptr<State> state) : state_(std::move(state)) {}
Query::Query(Query&&) noexcept = default;
Query& Query::operator=(Query&&) noexcept = default;
Query::~Query() = default;

QueryForm Query::form() const {
  if (std::holds_alternative<sparql::SelectForm>(state_->query.form)) {
    return QueryForm::kSelect;
  }
  if (std::holds_alternative<sparql::AskForm>(state_->query.form)) {
    return QueryForm::kAsk;
  }
  return std::holds_alternative<sparql::DescribeForm>(state_->query.form) ? QueryForm::kDescribe
                                                                          : QueryForm::kConstruct;
}

const std::vector<std::string>& Query::variables() const { return state_->variables; }

const std::vector<std::pair<std::string, std::string>>& Query::prefixes() const {
  return state_->query.prefixes;
}

namespace {

/// The operator below `tree` if that is a `Node`, else `tree` itself.
template <typename Node>
const sparql::Algebra& below(const sparql::Algebra& tree) {
  const auto* node = std::get_if<Node>(&tree.node);
  return node == nullptr ? tree : *node->child;
}

}  // namespace

bool Query::is_ordered() const {
  // §18.2.5: Slice over Distinct or Reduced over Project over OrderBy, as far as they are there.
  const auto& rows = below<sparql::Project>(
      below<sparql::Reduced>(below<sparql::Distinct>(below<sparql::Slice>(state_->query.pattern))));
  return form() == QueryForm::kSelect && std::holds_alternative<sparql::OrderBy>(rows.node);
}

namespace {

/// The rows of a SELECT as terms.
class RowWriter {
 public:
  RowWriter(const std::vector<std::size_t>& columns, exec::QueryContext& context,
            results::ResultSink& sink)
      : columns_(columns),
        context_(context),
        sink_(sink),
        cells_(columns.size()),
        scratch_(columns.size()) {}

  void write(const store::Batch& batch) {
    for (std::size_t row = 0; row < batch.row_count; ++row) {
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        const store::Id id = batch.columns[columns_[i]][row];
        cells_[i] = id.is_bound() ? std::optional(context_.term(id, scratch_[i])) : std::nullopt;
      }
      for (std::uint64_t n = batch.multiplicity(row); n > 0; --n) {
        sink_.row(cells_);
      }
    }
  }

 private:
  const std::vector<std::size_t>& columns_;
  exec::QueryContext& context_;
  results::ResultSink& sink_;
  std::vector<std::optional<rdf::TermView>> cells_;
  std::vector<std::string> scratch_;
};

}  // namespace

bool Query::write_results(results::Format format, io::ByteSink& sink,
                          const results::WriterOptions& options) {
  const auto writer = results::make_result_writer(format, sink, options);
  const bool has_rows = write_results(*writer);
  writer->finish();
  return has_rows;
}

bool Query::write_results(results::ResultSink& sink) {
  if (is_graph()) {
    throw Error(ErrorCode::kUsage,
                "the answer of a CONSTRUCT or DESCRIBE is a graph, not a table of results");
  }
  const auto root = exec::make_operator(state_->plan, state_->context);
  store::Batch batch;
  if (form() == QueryForm::kAsk) {
    const bool has_rows = root->next(batch);
    sink.boolean(has_rows);
    return has_rows;
  }
  std::vector<std::size_t> columns;
  for (const std::string& name : state_->variables) {
    columns.push_back(*state_->plan.column_of(sparql::Variable{name}));
  }
  RowWriter rows(columns, state_->context, sink);
  const bool has_rows = root->next(batch);  // What fails at once fails before the first byte.
  sink.begin(state_->variables);
  for (bool more = has_rows; more; more = root->next(batch)) {
    rows.write(batch);
  }
  return has_rows;
}

void Query::write_graph(io::Syntax syntax, io::ByteSink& sink) {
  const auto writer = io::make_writer(syntax, sink, {.prefixes = state_->query.prefixes});
  write_graph(*writer);
  writer->finish();
}

namespace {

/// The resources of a DESCRIBE: those that it names, and what its variables are bound to (§16.4.2).
void write_description(const sparql::DescribeForm& form, const plan::Plan& plan,
                       exec::Description& description, exec::QueryContext& context,
                       io::QuadSink& sink) {
  for (const rdf::Term& resource : form.resources) {
    description.add(context.id(resource));
  }
  std::vector<std::size_t> columns;
  for (const sparql::Variable& variable : form.variables) {
    if (const auto column = plan.column_of(variable)) {
      columns.push_back(*column);
    }
  }
  const auto root = exec::make_operator(plan, context);
  store::Batch batch;
  while (!columns.empty() && root->next(batch)) {
    for (const std::size_t column : columns) {
      for (const store::Id id : batch.columns[column]) {
        if (id.is_bound()) {
          description.add(id);
        }
      }
    }
  }
  description.write(sink);
}

}  // namespace

void Query::write_graph(io::QuadSink& sink) {
  if (const auto* describe = std::get_if<sparql::DescribeForm>(&state_->query.form)) {
    exec::Description description(state_->description, state_->description_triples_max,
                                  state_->context);
    write_description(*describe, state_->plan, description, state_->context, sink);
    return;
  }
  const auto* construct = std::get_if<sparql::ConstructForm>(&state_->query.form);
  if (construct == nullptr) {
    throw Error(ErrorCode::kUsage, "the answer of a SELECT or ASK is no graph");
  }
  const auto root = exec::make_operator(state_->plan, state_->context);
  exec::TripleTemplate triples(construct->triples, state_->plan.columns, state_->context);
  store::Batch batch;
  while (root->next(batch)) {
    triples.write(batch, sink);
  }
}

std::string Query::to_string(std::string_view format_name) {
  io::StringSink sink;
  if (is_graph()) {
    const auto syntax = io::syntax_from_name(format_name);
    if (!syntax) {
      throw Error(ErrorCode::kUsage, fmt::format("'{}' is no RDF syntax", format_name));
    }
    write_graph(*syntax, sink);
  } else {
    const auto format = results::format_from_name(format_name);
    if (!format) {
      throw Error(ErrorCode::kUsage, fmt::format("'{}' is no format of results", format_name));
    }
    write_results(*format, sink);
  }
  return sink.text();
}

std::string Query::algebra_text() const { return sparql::to_string(state_->query); }

std::string Query::plan_text() const { return plan::to_string(state_->plan); }

}  // namespace whence
