// The manifests of the JSON-LD test suites, which are JSON-LD themselves: read with our own JSON.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "io/jsonld/jsonld_options.h"

namespace whence::conformance {

struct JsonLdTest {
  std::string id;    ///< "t0001"
  std::string name;  ///< For people.
  std::string kind;  ///< "PositiveEvaluationTest" and its kin.
  std::filesystem::path input;
  std::filesystem::path expect;  ///< Empty where nothing is compared.
  std::string expected_error;    ///< The specification's code; empty: no error.
  std::string base_iri;          ///< The option, or the input's address in the suite.
  std::string spec_version;      ///< Empty: any.
  bool needs_generalized_rdf = false;
  io::jsonld::JsonLdOptions options{};
};

/// Where the suite is, and which address its folder has.
[[nodiscard]] std::filesystem::path jsonld_folder();
inline constexpr const char* kJsonLdSuiteIri = "https://w3c.github.io/json-ld-api/tests/";

/// `name` is "toRdf" or "fromRdf". Throws what reading does.
[[nodiscard]] std::vector<JsonLdTest> read_jsonld_manifest(const std::string& name);

}  // namespace whence::conformance
