#include "unit/exec/evaluating.h"

#include <memory>
#include <utility>
#include <variant>

#include "rdf/vocabulary.h"
#include "sparql/algebra.h"
#include "sparql/parser.h"
#include "store/snapshot.h"

namespace whence::exec {

sparql::Expression parsed(std::string_view text) {
  const std::string query =
      "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX : <http://example.org/>\n"
      "SELECT (" +
      std::string(text) + " AS ?result) {}";
  const sparql::Algebra pattern = sparql::parse_query(query).pattern;
  const sparql::Algebra* node = &pattern;
  while (const auto* project = std::get_if<sparql::Project>(&node->node)) {
    node = &*project->child;
  }
  return std::get<sparql::Extend>(node->node).expression;
}

std::string printed(const Value& value, const QueryContext& context) {
  if (is_error(value)) {
    return "error";
  }
  std::string text = rdf::to_ntriples(to_term(value, context));
  const std::string datatype = "^^<" + std::string(rdf::xsd::kNamespace);
  if (const std::size_t at = text.find(datatype); at != std::string::npos) {
    text.replace(at, datatype.size(), "^^xsd:");
    text.pop_back();
  }
  return text;
}

namespace {

/// `expression` with each constant replaced by a variable that `row` binds to it.
sparql::Expression lifted(const sparql::Expression& expression, TestRow& row) {
  if (const auto* term = std::get_if<rdf::Term>(&expression.node)) {
    return {row.bind(*term)};
  }
  if (const auto* call = std::get_if<sparql::Call>(&expression.node)) {
    sparql::Call result{call->name, {}, call->position};
    for (const sparql::Expression& argument : call->arguments) {
      result.arguments.push_back(lifted(argument, row));
    }
    return {std::move(result)};
  }
  return expression;
}

std::string evaluated_once(const sparql::Expression& expression, const TestRow& row,
                           QueryContext& context) {
  const auto node = compile(expression, row.columns());
  const Value value = node->evaluate(row.row(), context);
  const std::string result = printed(value, context);
  TermScratch scratch;
  const auto view = node->view(row.row(), context, scratch);
  EXPECT_EQ(view ? printed(Value(rdf::Term(*view)), context) : "error", result) << "as a view";
  const auto truth = node->truth(row.row(), context);
  EXPECT_EQ(truth, effective_boolean_value(value, context)) << "as a truth value";
  EXPECT_EQ(node->is_true(row.row(), context), truth == true) << "as a condition";
  EXPECT_EQ(printed(node->evaluate(row.row(), context), context), result) << "a second time";
  return result;
}

}  // namespace

std::string evaluated(const sparql::Expression& expression, QueryContext& context) {
  const TestRow empty(context);
  const std::string result = evaluated_once(expression, empty, context);
  TestRow bound(context);
  const sparql::Expression of_variables = lifted(expression, bound);
  EXPECT_EQ(evaluated_once(of_variables, bound, context), result) << "of variables";
  return result;
}

std::string evaluated(std::string_view text) {
  QueryContext context(std::make_shared<const store::Snapshot>(), {});
  return evaluated(parsed(text), context);
}

}  // namespace whence::exec
