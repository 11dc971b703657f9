// The W3C's syntax tests of SPARQL 1.0 and 1.1 queries: one test case each, named by folder and
// test, made from the manifests when the program starts. There is no list of exceptions.
//
// Tests of updates are left to the day when there are updates.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "conformance/manifest.h"
#include "conformance/suite_registration.h"
#include "rdf/error.h"
#include "sparql/parser.h"
#include "sparql/printer.h"

namespace whence::conformance {
namespace {

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class QuerySyntaxTest : public testing::Test {
 public:
  explicit QuerySyntaxTest(TestCase test) : test_(std::move(test)) {}

  void TestBody() override {
    SCOPED_TRACE(test_.action.string() + "\n" + test_.comment);
    ASSERT_TRUE(std::filesystem::exists(test_.action));
    const std::string text = text_of(test_.action);
    sparql::ParserOptions options;
    options.base_iri = test_.base_iri;
    try {
      const sparql::Query query = sparql::parse_query(text, options);
      EXPECT_FALSE(is_negative()) << "read without an error:\n" << text << to_string(query);
    } catch (const Error& error) {
      EXPECT_TRUE(error.position().has_value()) << error.formatted();
      EXPECT_TRUE(is_negative()) << error.formatted() << "\n" << text;
      EXPECT_EQ(error.code(), ErrorCode::kSyntax) << error.formatted() << "\n" << text;
    }
  }

 private:
  [[nodiscard]] bool is_negative() const {
    return test_.type.find("Negative") != std::string::npos;
  }

  TestCase test_;
};

/// Every folder whose manifest holds syntax tests of queries.
constexpr std::string_view kFolders[] = {
    "sparql10/syntax-sparql1", "sparql10/syntax-sparql2", "sparql10/syntax-sparql3",
    "sparql10/syntax-sparql4", "sparql10/syntax-sparql5", "sparql11/syntax-query",
    "sparql11/syntax-fed",     "sparql11/aggregates",     "sparql11/construct",
    "sparql11/grouping",
};

bool is_query_syntax_test(const TestCase& test) {
  constexpr std::string_view kVocabulary =
      "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  constexpr std::string_view kTypes[] = {"PositiveSyntaxTest", "NegativeSyntaxTest",
                                         "PositiveSyntaxTest11", "NegativeSyntaxTest11"};
  return std::ranges::any_of(kTypes, [&](std::string_view type) {
    return test.type == std::string(kVocabulary).append(type);
  });
}

bool register_query_suites() {
  for (const std::string_view folder : kFolders) {
    register_suite(std::string("Query_").append(folder), std::string("sparql/").append(folder),
                   [](const TestCase& test) -> SuiteCase {
                     if (!is_query_syntax_test(test)) {
                       return {};
                     }
                     return {test.action.filename().string(),
                             [test] { return new QuerySyntaxTest(test); }};
                   });
  }
  return true;
}

// Tests that are registered by a static initialiser are known before main() looks for them.
[[maybe_unused]] const bool kIsRegistered = register_query_suites();

}  // namespace
}  // namespace whence::conformance
