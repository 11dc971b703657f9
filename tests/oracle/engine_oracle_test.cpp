// The engine's answers are the oracle's: generated queries over generated data, with every pass of
// the planner on, and with each switched off in turn.
//
// The cases are the same in each run. More, or others:
//   RC_PARAMS="max_success=5000 seed=7" test_oracle
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <unistd.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "answers/answer.h"
#include "engine/database.h"
#include "io/byte_sink.h"
#include "oracle/evaluate.h"
#include "oracle/expression.h"
#include "oracle/random_case.h"
#include "oracle/random_terms.h"
#include "plan/pass.h"
#include "sparql/parser.h"

namespace whence::oracle {
namespace {

using answers::Row;
using answers::Rows;

// rapidcheck reads the variable when the first property runs.
[[maybe_unused]] const int kParameters = setenv("RC_PARAMS", "seed=1 max_success=300", 0);

/// A database of `data`, loaded from a file like any other.
std::unique_ptr<Database> database_of(const DataSet& data) {
  const std::string path = std::filesystem::path(testing::TempDir()) /
                           ("whence_oracle_" + std::to_string(getpid()) + ".nq");
  std::ofstream(path) << to_nquads(data);
  auto database = std::make_unique<Database>();
  database->load({{.path = path, .syntax = io::Syntax::kNQuads, .base_iri = {}, .graph = {}}});
  std::filesystem::remove(path);
  return database;
}

answers::Answer ask_engine(const Database& database, const std::string& text,
                           const std::vector<std::string>& without_passes) {
  QueryOptions options;
  options.without_passes = without_passes;
  Query query = database.query(text, options);
  if (query.is_graph()) {
    answers::Answer answer;
    answer.rows = answers::read_graph(io::Syntax::kNTriples, query.to_string("nt"));
    return answer;
  }
  return answers::read_json(query.to_string("json"));
}

Rows rows_of(const Solutions& solutions) {
  Rows rows;
  for (const Solution& solution : solutions) {
    Row& row = rows.emplace_back();
    for (const auto& [variable, term] : solution) {
      if (!variable.is_internal()) {
        row.emplace(variable.name, term);
      }
    }
  }
  return rows;
}

Rows rows_of(const Graph& graph) {
  Rows rows;
  for (const Triple& triple : graph) {
    rows.push_back({{"s", triple[0]}, {"p", triple[1]}, {"o", triple[2]}});
  }
  return rows;
}

/// A literal that stands for every term of the same place in the order, as MIN may give any: one of
/// the generated ones, or what a number is as a double.
rdf::Term representative(const rdf::Term& term) {
  static const std::vector<std::string> kNumeric{"integer", "decimal", "float", "double"};
  for (const std::string& type : kNumeric) {
    if (term.datatype == "http://www.w3.org/2001/XMLSchema#" + type) {
      const auto number =
          evaluate({sparql::Call{"http://www.w3.org/2001/XMLSchema#double", {{term}}, {}}}, {});
      return number.value_or(term);
    }
  }
  const auto same = std::ranges::find_if(literals(), [&](const rdf::Term& other) {
    return !comes_before(term, other) && !comes_before(other, term);
  });
  return same == literals().end() ? term : *same;
}

rdf::Term sorted_parts(const rdf::Term& term) {
  std::vector<std::string> parts;
  std::istringstream text(term.value);
  for (std::string part; std::getline(text, part, kSeparator[0]);) {
    parts.push_back(part);
  }
  std::ranges::sort(parts);
  std::string joined;
  for (const std::string& part : parts) {
    joined += part + kSeparator;
  }
  return rdf::Term::literal(joined);
}

/// Takes out what the specification leaves open.
Rows settled(Rows rows) {
  for (Row& row : rows) {
    for (auto& [name, term] : row) {
      if (name.starts_with(kByValuePrefix)) {
        term = representative(term);
      } else if (name.starts_with(kConcatenatedPrefix)) {
        term = sorted_parts(term);
      }
    }
  }
  return rows;
}

/// The operators around a SELECT's pattern that say which rows come, and in which order.
struct Outside {
  std::optional<sparql::Slice> slice;
  std::vector<sparql::OrderCondition> order;
  sparql::Algebra unsliced;
};

Outside outside_of(sparql::Algebra pattern) {
  Outside outside;
  if (const auto* slice = std::get_if<sparql::Slice>(&pattern.node)) {
    outside.slice = *slice;
    pattern = sparql::Algebra(*outside.slice->child);
  }
  outside.unsliced = pattern;
  const sparql::Algebra* inner = &outside.unsliced;
  if (const auto* distinct = std::get_if<sparql::Distinct>(&inner->node)) {
    inner = &*distinct->child;
  } else if (const auto* reduced = std::get_if<sparql::Reduced>(&inner->node)) {
    inner = &*reduced->child;
  }
  if (const auto* project = std::get_if<sparql::Project>(&inner->node)) {
    if (const auto* order = std::get_if<sparql::OrderBy>(&project->child->node)) {
      outside.order = order->conditions;
    }
  }
  return outside;
}

Solution solution_of(const Row& row) {
  Solution solution;
  for (const auto& [name, term] : row) {
    solution.emplace(sparql::Variable{name}, term);
  }
  return solution;
}

/// Whether rows at one place of two sequences have the same order keys. Blank nodes have labels of
/// their own in the engine, so what they decide is not compared.
bool same_keys(const Row& left, const Row& right,
               const std::vector<sparql::OrderCondition>& conditions) {
  for (const sparql::OrderCondition& condition : conditions) {
    const auto a = evaluate(condition.expression, solution_of(left));
    const auto b = evaluate(condition.expression, solution_of(right));
    if ((a && a->is_blank_node()) || (b && b->is_blank_node())) {
      return true;
    }
    if (comes_before(a, b) || comes_before(b, a)) {
      return false;
    }
  }
  return true;
}

bool mention_blank_nodes(const Rows& rows) {
  return std::ranges::any_of(rows, [](const Row& row) {
    return std::ranges::any_of(row, [](const auto& cell) { return cell.second.is_blank_node(); });
  });
}

/// What is wrong with `found`; empty: nothing.
std::string difference(const sparql::Query& query, const DataSet& data,
                       const answers::Answer& found) {
  if (std::holds_alternative<sparql::AskForm>(query.form)) {
    const bool expected = !evaluate(data, query.pattern).empty();
    return found.boolean == std::optional(expected) ? "" : "the other truth is right";
  }
  if (const auto* form = std::get_if<sparql::ConstructForm>(&query.form)) {
    const Rows expected = rows_of(construct(form->triples, evaluate(data, query.pattern)));
    return answers::same_rows(found.rows, expected)
               ? ""
               : "expected the triples\n" + answers::to_string(expected);
  }
  const Outside outside = outside_of(query.pattern);
  const Rows expected = settled(rows_of(evaluate(data, outside.unsliced)));
  const Rows rows = settled(found.rows);
  const std::size_t offset = outside.slice ? outside.slice->offset : 0;
  std::size_t size = expected.size() - std::min(expected.size(), offset);
  if (outside.slice && outside.slice->limit) {
    size = std::min<std::size_t>(size, *outside.slice->limit);
  }
  if (rows.size() != size || !answers::is_part(rows, expected)) {
    return "expected " + std::to_string(size) + " of\n" + answers::to_string(expected);
  }
  for (std::size_t i = 0; i < size && !mention_blank_nodes(expected); ++i) {
    if (!same_keys(rows[i], expected[offset + i], outside.order)) {
      return "row " + std::to_string(i) + " is out of order; expected\n" +
             answers::to_string({expected[offset + i]});
    }
  }
  return "";
}

void check(const Case& sample) {
  const auto database = database_of(sample.data);
  const sparql::Query query = sparql::parse_query(sample.query);
  const DataSet data = query.dataset ? chosen(sample.data, *query.dataset) : sample.data;
  std::vector<std::vector<std::string>> variants{{}};
  for (const plan::PassInfo& pass : plan::passes()) {
    variants.push_back({std::string(pass.name)});
  }
  for (const auto& without : variants) {
    const answers::Answer found = ask_engine(*database, sample.query, without);
    const std::string wrong = difference(query, data, found);
    if (!wrong.empty()) {
      QueryOptions options;
      options.without_passes = without;
      Query again = database->query(sample.query, options);
      RC_FAIL("wrong answer" + (without.empty() ? "" : " without the pass " + without[0]) +
              "\nalgebra:\n" + again.algebra_text() + "\nplan:\n" + again.plan_text() +
              "\nfound:\n" + answers::to_string(found.rows) + wrong);
    }
  }
}

void check_cases(Flavour flavour) {
  try {
    check(*cases(flavour));
  } catch (const TooManySolutions&) {
    RC_DISCARD("more solutions than the oracle cares to make");
  }
}

RC_GTEST_PROP(EngineAndOracle, AgreeOnPatterns, ()) { check_cases(Flavour::kPatterns); }
RC_GTEST_PROP(EngineAndOracle, AgreeOnPaths, ()) { check_cases(Flavour::kPaths); }
RC_GTEST_PROP(EngineAndOracle, AgreeOnNegation, ()) { check_cases(Flavour::kNegation); }
RC_GTEST_PROP(EngineAndOracle, AgreeOnAggregates, ()) { check_cases(Flavour::kAggregates); }
RC_GTEST_PROP(EngineAndOracle, AgreeOnModifiers, ()) { check_cases(Flavour::kModifiers); }
RC_GTEST_PROP(EngineAndOracle, AgreeOnConstruct, ()) { check_cases(Flavour::kConstruct); }
RC_GTEST_PROP(EngineAndOracle, AgreeOnAsk, ()) { check_cases(Flavour::kAsk); }

}  // namespace
}  // namespace whence::oracle
