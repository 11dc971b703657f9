// What a caller may choose for JSON-LD (JSON-LD 1.1 API §9.3, JsonLdOptions): the defaults are
// those of the specification.
#pragma once

#include <cstdint>
#include <string>

namespace whence::io::jsonld {

enum class ProcessingMode : std::uint8_t { k10, k11 };

/// How the base direction of a string is said in RDF (§9.3, rdfDirection).
enum class RdfDirection : std::uint8_t { kNone, kI18nDatatype, kCompoundLiteral };

struct JsonLdOptions {
  ProcessingMode processing_mode = ProcessingMode::k11;
  RdfDirection rdf_direction = RdfDirection::kNone;
  std::string expand_context{};   ///< A JSON text whose context holds before the document's own.
  bool use_native_types = false;  ///< Out: true and 5 for xsd:boolean, xsd:integer, xsd:double.
  bool use_rdf_type = false;      ///< Out: rdf:type as any other property, not as @type.
};

}  // namespace whence::io::jsonld
