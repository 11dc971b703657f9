// The W3C's tests of RDF to JSON-LD 1.1 (fromRdf): one test case each. Results are compared as
// JSON, with the names of blank nodes that the input has; the order of arrays counts in lists
// alone.
//
// Left out: tests of JSON-LD 1.0 alone (specVersion). There is no other list of exceptions.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "conformance/data_set.h"
#include "conformance/jsonld_manifest.h"
#include "conformance/suite_registration.h"
#include "io/byte_source.h"
#include "io/jsonld/from_rdf.h"
#include "io/jsonld/json_parser.h"
#include "io/jsonld/json_text.h"
#include "rdf/error.h"

namespace whence::conformance {
namespace {

using io::jsonld::Json;

Json sorted(const Json& value, bool keeps_order = false) {
  if (const Json::Array* array = value.as_array()) {
    Json::Array items;
    for (const Json& item : *array) {
      items.push_back(sorted(item));
    }
    if (!keeps_order) {
      std::ranges::sort(items, {}, io::jsonld::canonical_json);
    }
    return Json(std::move(items));
  }
  if (const Json::Object* object = value.as_object()) {
    Json::Object members;
    for (const auto& [key, member] : *object) {
      // What is inside a JSON literal is a value, and keeps its order.
      members.emplace(key, key == "@value" ? member : sorted(member, key == "@list"));
    }
    return Json(std::move(members));
  }
  return value;
}

Json::Array from_rdf(const JsonLdTest& test) {
  io::jsonld::Statements statements;
  for (const rdf::Quad& quad : read_file(test.input, {}).quads) {
    statements.add(quad.view());
  }
  statements.sort();
  return io::jsonld::FromRdf(statements, test.options, false).expanded();
}

void run_negative(const JsonLdTest& test) {
  try {
    (void)from_rdf(test);
    ADD_FAILURE() << "written without an error, expected: " << test.expected_error;
  } catch (const Error& error) {
    EXPECT_TRUE(std::string_view(error.what()).starts_with(test.expected_error + ": "))
        << error.formatted() << "\nexpected: " << test.expected_error;
  }
}

void run_positive(const JsonLdTest& test) {
  try {
    const auto source = io::open_source(test.expect.string());
    const Json expected = io::jsonld::parse_json(
        io::jsonld::read_text(*source, test.expect.string()), {.name = test.expect.string()});
    EXPECT_EQ(io::jsonld::canonical_json(sorted(Json(from_rdf(test)))),
              io::jsonld::canonical_json(sorted(expected)));
  } catch (const Error& error) {
    ADD_FAILURE() << error.formatted();
  }
}

class JsonLdFromRdfTest : public testing::Test {
 public:
  explicit JsonLdFromRdfTest(JsonLdTest test) : test_(std::move(test)) {}
  void TestBody() override {
    SCOPED_TRACE(test_.name + ": " + test_.input.string());
    test_.expected_error.empty() ? run_positive(test_) : run_negative(test_);
  }

 private:
  JsonLdTest test_;
};

bool register_tests() {
  if (!std::filesystem::exists(jsonld_folder())) {
    register_missing_suite("JsonLdFromRdf", "json-ld-api", jsonld_folder());
    return true;
  }
  for (const JsonLdTest& test : read_jsonld_manifest("fromRdf")) {
    if (test.spec_version != "json-ld-1.0") {
      register_case("JsonLdFromRdf", test.id + "_" + test.name,
                    noting_iri(kJsonLdSuiteIri + ("fromRdf-manifest#" + test.id),
                               [test] { return new JsonLdFromRdfTest(test); }));
    }
  }
  return true;
}

[[maybe_unused]] const bool kIsRegistered = register_tests();

}  // namespace
}  // namespace whence::conformance
