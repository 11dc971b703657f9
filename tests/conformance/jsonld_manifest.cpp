// See jsonld_manifest.h.
#include "conformance/jsonld_manifest.h"

#include <stdexcept>

#include "io/byte_source.h"
#include "io/jsonld/json_parser.h"

namespace whence::conformance {
namespace {

using io::jsonld::Json;

std::string text_of(const Json* object, std::string_view name) {
  const Json* member = object == nullptr ? nullptr : object->find(name);
  return member == nullptr || member->as_string() == nullptr ? "" : *member->as_string();
}

bool flag_of(const Json* object, std::string_view name) {
  const Json* member = object == nullptr ? nullptr : object->find(name);
  return member != nullptr && member->as_boolean() != nullptr && *member->as_boolean();
}

std::string read_file_text(const std::filesystem::path& file) {
  const auto source = io::open_source(file.string());
  return io::jsonld::read_text(*source, file.string());
}

io::jsonld::JsonLdOptions options_of(const Json* option) {
  using io::jsonld::ProcessingMode;
  using io::jsonld::RdfDirection;
  io::jsonld::JsonLdOptions options;
  options.processing_mode = text_of(option, "processingMode") == "json-ld-1.0"
                                ? ProcessingMode::k10
                                : ProcessingMode::k11;
  const std::string direction = text_of(option, "rdfDirection");
  options.rdf_direction = direction == "i18n-datatype"      ? RdfDirection::kI18nDatatype
                          : direction == "compound-literal" ? RdfDirection::kCompoundLiteral
                                                            : RdfDirection::kNone;
  options.use_native_types = flag_of(option, "useNativeTypes");
  options.use_rdf_type = flag_of(option, "useRdfType");
  if (const std::string context = text_of(option, "expandContext"); !context.empty()) {
    options.expand_context = read_file_text(jsonld_folder() / context);
  }
  return options;
}

JsonLdTest test_of(const Json& entry) {
  const Json* option = entry.find("option");
  JsonLdTest test;
  test.id = text_of(&entry, "@id").substr(1);
  test.name = text_of(&entry, "name");
  test.kind = entry.find("@type")->as_array()->front().as_string()->substr(4);  // Behind "jld:".
  const std::string input = text_of(&entry, "input");
  test.input = jsonld_folder() / input;
  if (const std::string expect = text_of(&entry, "expect"); !expect.empty()) {
    test.expect = jsonld_folder() / expect;
  }
  test.expected_error = text_of(&entry, "expectErrorCode");
  test.base_iri = text_of(option, "base");
  if (test.base_iri.empty()) {
    test.base_iri = kJsonLdSuiteIri + input;
  }
  test.spec_version = text_of(option, "specVersion");
  test.needs_generalized_rdf = flag_of(option, "produceGeneralizedRdf");
  test.options = options_of(option);
  return test;
}

}  // namespace

std::filesystem::path jsonld_folder() {
  return std::filesystem::path(WHENCE_W3C_DIR) / "json-ld-api" / "tests";
}

std::vector<JsonLdTest> read_jsonld_manifest(const std::string& name) {
  const std::filesystem::path file = jsonld_folder() / (name + "-manifest.jsonld");
  const Json manifest = io::jsonld::parse_json(read_file_text(file), {.name = file.string()});
  std::vector<JsonLdTest> tests;
  for (const Json& entry : *manifest.find("sequence")->as_array()) {
    tests.push_back(test_of(entry));
  }
  return tests;
}

}  // namespace whence::conformance
