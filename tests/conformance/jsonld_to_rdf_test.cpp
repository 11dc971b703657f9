// The W3C's tests of JSON-LD 1.1 to RDF (toRdf): one test case each. Contexts of the suite come
// from its own folder.
//
// Left out, by reason: tests of JSON-LD 1.0 alone (specVersion), and tests that need generalised
// RDF (blank nodes as predicates), which RDF 1.1 does not have. There is no other list of
// exceptions.
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "conformance/data_set.h"
#include "conformance/isomorphism.h"
#include "conformance/jsonld_manifest.h"
#include "conformance/suite_registration.h"
#include "io/byte_source.h"
#include "io/jsonld/jsonld_reader.h"
#include "rdf/error.h"

namespace whence::conformance {
namespace {

class Collector final : public io::QuadSink {
 public:
  void quad(const rdf::QuadView& quad) override { quads.emplace_back(quad); }
  std::vector<rdf::Quad> quads;
};

std::vector<rdf::Quad> read_jsonld(const JsonLdTest& test) {
  const io::ReadOptions options{.base_iri = test.base_iri,
                                .source_name = test.input.string(),
                                .contexts = {{kJsonLdSuiteIri, jsonld_folder().string()}}};
  const auto source = io::open_source(test.input.string());
  Collector collector;
  io::jsonld::JsonLdReader(options, collector, test.options).read_all(*source);
  return std::move(collector.quads);
}

void run_negative(const JsonLdTest& test) {
  try {
    (void)read_jsonld(test);
    ADD_FAILURE() << "read without an error, expected: " << test.expected_error;
  } catch (const Error& error) {
    EXPECT_TRUE(std::string_view(error.what()).starts_with(test.expected_error + ": "))
        << error.formatted() << "\nexpected: " << test.expected_error;
    EXPECT_EQ(error.code(), ErrorCode::kBadData) << error.formatted();
    EXPECT_TRUE(error.position().has_value()) << error.formatted();
    EXPECT_NE(error.source(), "");
  }
}

void run_positive(const JsonLdTest& test) {
  try {
    const std::vector<rdf::Quad> found = read_jsonld(test);
    if (test.expect.empty()) {
      return;
    }
    const DataSet expected = read_file(test.expect, {});
    EXPECT_TRUE(are_isomorphic(found, expected.quads))
        << "found:\n"
        << write_text(io::Syntax::kNQuads, {.quads = found, .prefixes = {}}) << "expected:\n"
        << write_text(io::Syntax::kNQuads, expected);
  } catch (const Error& error) {
    ADD_FAILURE() << error.formatted();
  }
}

class JsonLdToRdfTest : public testing::Test {
 public:
  explicit JsonLdToRdfTest(JsonLdTest test) : test_(std::move(test)) {}
  void TestBody() override {
    SCOPED_TRACE(test_.name + ": " + test_.input.string());
    if (!std::filesystem::exists(test_.input)) {
      GTEST_SKIP() << "the suite names an input that it does not have: " << test_.input;
    }
    test_.expected_error.empty() ? run_positive(test_) : run_negative(test_);
  }

 private:
  JsonLdTest test_;
};

bool register_tests() {
  if (!std::filesystem::exists(jsonld_folder())) {
    register_missing_suite("JsonLdToRdf", "json-ld-api", jsonld_folder());
    return true;
  }
  for (const JsonLdTest& test : read_jsonld_manifest("toRdf")) {
    if (test.spec_version != "json-ld-1.0" && !test.needs_generalized_rdf) {
      register_case("JsonLdToRdf", test.id + "_" + test.name,
                    noting_iri(kJsonLdSuiteIri + ("toRdf-manifest#" + test.id),
                               [test] { return new JsonLdToRdfTest(test); }));
    }
  }
  return true;
}

[[maybe_unused]] const bool kIsRegistered = register_tests();

}  // namespace
}  // namespace whence::conformance
