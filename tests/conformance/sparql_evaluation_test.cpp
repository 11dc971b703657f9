// The W3C's evaluation tests of SPARQL 1.0 and 1.1 queries: one test case each, named by folder and
// test, made from the manifests when the program starts. None is skipped: there is no list of
// exceptions.
//
// The answer is written in the format of the expected one, and read back with it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "answers/answer.h"
#include "conformance/endpoints.h"
#include "conformance/manifest.h"
#include "conformance/suite_registration.h"
#include "engine/database.h"
#include "rdf/error.h"
#include "sparql/parser.h"
#include "xsd/value.h"

namespace whence::conformance {
namespace {

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The lines of a CSV result, sorted, blank nodes without their labels.
std::vector<std::string> csv_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      lines.push_back(std::exchange(line, {}));
    } else if (text[i] != '\r') {
      line += text[i];
    }
    while (line.ends_with("_:") && i + 1 < text.size() &&
           std::string_view(",\r\n").find(text[i + 1]) == std::string_view::npos) {
      ++i;
    }
  }
  if (!line.empty()) {
    lines.push_back(line);
  }
  std::ranges::sort(lines);
  return lines;
}

/// Terms in one of the forms that stand for the same: the expected answers spell numbers and
/// language tags in more than one way ("6.0" and "6", "1.0E0" and "1"; @en-US and @en-us, which
/// RDF 1.1 Concepts §3.3 lets be written in lower case).
answers::Rows normalised(answers::Rows rows) {
  for (answers::Row& row : rows) {
    for (auto& [name, term] : row) {
      std::ranges::transform(term.language, term.language.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      });
      const xsd::Value value = term.is_literal() ? xsd::parse_value(term) : xsd::Value();
      if (xsd::is_numeric(value)) {
        term.value = xsd::canonical(value);
      }
    }
  }
  return rows;
}

/// As the first, with each row once.
answers::Rows each_once(answers::Rows rows) {
  std::ranges::sort(rows);
  const auto rest = std::ranges::unique(rows);
  rows.erase(rest.begin(), rest.end());
  return rows;
}

class QueryEvaluationTest : public testing::Test {
 public:
  explicit QueryEvaluationTest(TestCase test) : test_(std::move(test)) {}

  void TestBody() override {
    SCOPED_TRACE(test_.action.string() + "\n" + test_.comment);
    ASSERT_TRUE(std::filesystem::exists(test_.action));
    ASSERT_TRUE(std::filesystem::exists(test_.result));
    try {
      run();
    } catch (const Error& error) {
      ADD_FAILURE() << error.formatted() << "\n" << text_of(test_.action);
    }
  }

 private:
  void run() {
    QueryOptions options;
    options.base_iri = test_.base_iri;
    const Endpoints endpoints(test_);
    options.service = endpoints.options();
    Database database;
    const std::string text = text_of(test_.action);
    load(database);
    Query query = database.query(text, options);
    const std::string form = test_.result.extension();
    SCOPED_TRACE(text + "\n" + query.plan_text() + "\nexpected: " + test_.result.string());
    if (query.is_graph()) {
      expect_same_graph(query);
    } else if (form == ".csv") {
      EXPECT_EQ(csv_lines(query.to_string("csv")), csv_lines(text_of(test_.result)));
    } else if (form == ".tsv") {
      expect_same(answers::read_tsv(query.to_string("tsv")),
                  answers::read_tsv(text_of(test_.result)), false);
    } else if (form == ".srj") {
      expect_same(answers::read_json(query.to_string("json")),
                  answers::read_json(text_of(test_.result)), is_ordered(text));
    } else if (form == ".srx") {
      expect_same(answers::read_xml(query.to_string("xml")),
                  answers::read_xml(text_of(test_.result)), is_ordered(text));
    } else {
      expect_same_result_set(query, is_ordered(text));
    }
  }

  void load(Database& database) const {
    std::vector<InputFile> files;
    const auto add = [&](const std::filesystem::path& file, const std::string& graph) {
      files.push_back({.path = file.string(),
                       .syntax = {},
                       .base_iri = test_.address_of(file),
                       .graph = graph});
    };
    for (const auto& file : test_.data) {
      add(file, "");
    }
    for (const auto& file : graph_files()) {
      add(file, test_.address_of(file));
    }
    database.load(files);
  }

  /// qt:graphData, and what FROM and FROM NAMED speak of: files beside the query, which are graphs
  /// by their addresses.
  [[nodiscard]] std::set<std::filesystem::path> graph_files() const {
    std::set<std::filesystem::path> files(test_.graph_data.begin(), test_.graph_data.end());
    const auto dataset =
        sparql::parse_query(text_of(test_.action), {.base_iri = test_.base_iri}).dataset;
    if (dataset) {
      for (const auto* graphs : {&dataset->default_graphs, &dataset->named_graphs}) {
        for (const rdf::Term& name : *graphs) {
          files.insert(test_.action.parent_path() / std::filesystem::path(name.value).filename());
        }
      }
    }
    return files;
  }

  /// The triples of the expected answer.
  [[nodiscard]] answers::Rows expected_triples() const {
    const auto syntax = io::syntax_from_path(test_.result.string());
    return answers::read_graph(syntax.value_or(io::Syntax::kTurtle), text_of(test_.result),
                               test_.base_iri);
  }

  /// Whether the query asks for an order, by its last ORDER BY.
  static bool is_ordered(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    const std::size_t order = text.rfind("ORDER BY");
    return order != std::string::npos && text.find('}', order) == std::string::npos;
  }

  void expect_same_graph(Query& query) const {
    const answers::Rows found = answers::read_graph(io::Syntax::kNTriples, query.to_string("nt"));
    const answers::Rows expected = expected_triples();
    EXPECT_TRUE(answers::same_rows(found, expected)) << "found:\n"
                                                     << answers::to_string(found) << "expected:\n"
                                                     << answers::to_string(expected);
  }

  void expect_same_result_set(Query& query, bool ordered) const {
    const auto expected = answers::read_result_set(expected_triples());
    ASSERT_TRUE(expected) << "no result set";
    expect_same(answers::read_json(query.to_string("json")), *expected, ordered);
  }

  void expect_same(const answers::Answer& found, const answers::Answer& expected,
                   bool ordered) const {
    EXPECT_EQ(found.boolean, expected.boolean);
    const answers::Rows left = normalised(found.rows);
    const answers::Rows right = normalised(expected.rows);
    bool same = false;
    if (test_.has_lax_cardinality) {
      same = answers::is_part(left, right) && answers::same_rows(each_once(left), each_once(right));
    } else {
      same = ordered ? answers::same_sequence(left, right) : answers::same_rows(left, right);
    }
    EXPECT_TRUE(same) << (ordered ? "in this order; " : "") << "found:\n"
                      << answers::to_string(found.rows) << "expected:\n"
                      << answers::to_string(expected.rows);
  }

  TestCase test_;
};

/// Every folder whose manifest holds evaluation tests of queries, but those of entailment regimes.
constexpr std::string_view kFolders[] = {
    "sparql10/basic",         "sparql10/triple-match",
    "sparql10/open-world",    "sparql10/algebra",
    "sparql10/optional",      "sparql10/bnode-coreference",
    "sparql10/graph",         "sparql10/optional-filter",
    "sparql10/dataset",       "sparql10/type-promotion",
    "sparql10/cast",          "sparql10/boolean-effective-value",
    "sparql10/bound",         "sparql10/expr-builtin",
    "sparql10/expr-ops",      "sparql10/expr-equals",
    "sparql10/regex",         "sparql10/i18n",
    "sparql10/construct",     "sparql10/ask",
    "sparql10/distinct",      "sparql10/sort",
    "sparql10/solution-seq",  "sparql10/reduced",
    "sparql11/aggregates",    "sparql11/bind",
    "sparql11/bindings",      "sparql11/cast",
    "sparql11/construct",     "sparql11/csv-tsv-res",
    "sparql11/exists",        "sparql11/functions",
    "sparql11/grouping",      "sparql11/json-res",
    "sparql11/negation",      "sparql11/project-expression",
    "sparql11/property-path", "sparql11/service",
    "sparql11/subquery",
};

bool is_evaluation_test(const TestCase& test) {
  return test.type.ends_with("#QueryEvaluationTest") || test.type.ends_with("#CSVResultFormatTest");
}

bool register_evaluation_suites() {
  for (const std::string_view folder : kFolders) {
    register_suite(std::string("Evaluation_").append(folder), std::string("sparql/").append(folder),
                   [](const TestCase& test) -> SuiteCase {
                     if (!is_evaluation_test(test)) {
                       return {};
                     }
                     return {test.name, [test] { return new QueryEvaluationTest(test); }};
                   });
  }
  return true;
}

// Tests that are registered by a static initialiser are known before main() looks for them.
[[maybe_unused]] const bool kIsRegistered = register_evaluation_suites();

}  // namespace
}  // namespace whence::conformance
