// The W3C's tests of N-Triples, N-Quads, Turtle, TriG and RDF/XML 1.1: one test case each, named by
// suite and test, made from the manifests when the program starts. A test's type decides what is
// done with it (the table kHandlers); a type that is not in the table fails. There is no list of
// exceptions.
//
// Every input that is good is also written in each syntax and read again, but for graphs that
// RDF/XML has no words for, and IRIs that no reader of JSON-LD keeps: then the writer must say so.
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "conformance/data_set.h"
#include "conformance/isomorphism.h"
#include "conformance/manifest.h"
#include "conformance/suite_registration.h"
#include "io/syntax.h"
#include "rdf/error.h"

namespace whence::conformance {
namespace {

void expect_round_trips(const DataSet& data) {
  const bool has_graphs =
      std::ranges::any_of(data.quads, [](const rdf::Quad& q) { return q.graph.has_value(); });
  for (const io::SyntaxInfo& syntax : io::syntaxes()) {
    if (has_graphs && !syntax.has_graphs) {
      continue;
    }
    std::string text;
    try {
      text = write_text(syntax.syntax, data);
    } catch (const Error& error) {
      EXPECT_TRUE(syntax.syntax == io::Syntax::kRdfXml || syntax.syntax == io::Syntax::kJsonLd)
          << error.formatted();
      EXPECT_EQ(error.code(), ErrorCode::kUsage) << error.formatted();
      continue;
    }
    try {
      const DataSet again = read_text(syntax.syntax, text);
      EXPECT_TRUE(are_isomorphic(data.quads, again.quads))
          << "not the same when written and read as " << syntax.name << ":\n"
          << text;
    } catch (const Error& error) {
      ADD_FAILURE() << "what was written cannot be read: " << error.formatted() << "\n" << text;
    }
  }
}

void run_positive_syntax(const TestCase& test) {
  expect_round_trips(read_file(test.action, test.base_iri));
}

void run_negative_syntax(const TestCase& test) {
  try {
    (void)read_file(test.action, test.base_iri);
    ADD_FAILURE() << "read without an error: " << test.action;
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kBadData) << error.formatted();
    EXPECT_TRUE(error.position().has_value()) << error.formatted();
    EXPECT_EQ(error.source(), test.action.string());
    EXPECT_NE(std::string_view(error.what()), "");
  }
}

void run_evaluation(const TestCase& test) {
  const DataSet found = read_file(test.action, test.base_iri);
  const DataSet expected = read_file(test.result, {});
  EXPECT_TRUE(are_isomorphic(found.quads, expected.quads))
      << "found:\n"
      << write_text(io::Syntax::kNQuads, found) << "expected:\n"
      << write_text(io::Syntax::kNQuads, expected);
  expect_round_trips(found);
}

using Handler = void (*)(const TestCase&);

constexpr std::string_view kTestVocabulary = "http://www.w3.org/ns/rdftest#";

constexpr std::array<std::pair<std::string_view, Handler>, 14> kHandlers = {{
    {"TestNTriplesPositiveSyntax", run_positive_syntax},
    {"TestNTriplesNegativeSyntax", run_negative_syntax},
    {"TestNQuadsPositiveSyntax", run_positive_syntax},
    {"TestNQuadsNegativeSyntax", run_negative_syntax},
    {"TestTurtlePositiveSyntax", run_positive_syntax},
    {"TestTurtleNegativeSyntax", run_negative_syntax},
    {"TestTurtleNegativeEval", run_negative_syntax},
    {"TestTurtleEval", run_evaluation},
    {"TestTrigPositiveSyntax", run_positive_syntax},
    {"TestTrigNegativeSyntax", run_negative_syntax},
    {"TestTrigNegativeEval", run_negative_syntax},
    {"TestTrigEval", run_evaluation},
    {"TestXMLEval", run_evaluation},
    {"TestXMLNegativeSyntax", run_negative_syntax},
}};

class SuiteTest : public testing::Test {
 public:
  explicit SuiteTest(TestCase test) : test_(std::move(test)) {}

  void TestBody() override {
    SCOPED_TRACE(test_.comment);
    for (const auto& [type, handler] : kHandlers) {
      if (test_.type == std::string(kTestVocabulary).append(type)) {
        try {
          handler(test_);
        } catch (const Error& error) {
          ADD_FAILURE() << error.formatted();
        }
        return;
      }
    }
    FAIL() << "no handler for tests of the type " << test_.type;
  }

 private:
  TestCase test_;
};

struct Suite {
  const char* name;
  const char* folder;
};

constexpr Suite kSuites[] = {{"NTriples", "rdf/rdf11/rdf-n-triples"},
                             {"NQuads", "rdf/rdf11/rdf-n-quads"},
                             {"Turtle", "rdf/rdf11/rdf-turtle"},
                             {"TriG", "rdf/rdf11/rdf-trig"},
                             {"RdfXml", "rdf/rdf11/rdf-xml"}};

bool register_suites() {
  for (const Suite& suite : kSuites) {
    register_suite(suite.name, suite.folder, [](const TestCase& test) -> SuiteCase {
      return {test.name, [test] { return new SuiteTest(test); }};
    });
  }
  return true;
}

// Tests that are registered by a static initialiser are known before main() looks for them.
[[maybe_unused]] const bool kIsRegistered = register_suites();

}  // namespace
}  // namespace whence::conformance
