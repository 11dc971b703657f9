// See shape_check.h.
#include "cli/check/shape_check.h"

#include "cli/check/answer.h"

namespace whence::cli {
namespace {

// SHACL §2.1: a node shape is a shape without sh:path; what has a target is a shape. §2.1.3.2 and
// §2.1.3.3: the instances of a class are targets by sh:targetClass, or of a shape that is the
// class.
constexpr const char* kClasses = R"(
PREFIX owl:  <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh:   <http://www.w3.org/ns/shacl#>
SELECT ?class (COUNT(?shape) AS ?shapes) WHERE {
  ?class a owl:Class ; rdfs:isDefinedBy ?module .
  ?module a owl:Ontology .
  FILTER(isIRI(?class))
  OPTIONAL {
    { ?shape sh:targetClass ?class . OPTIONAL { ?shape sh:path ?path } FILTER(!BOUND(?path)) }
    UNION
    { ?class a sh:NodeShape . BIND(?class AS ?shape) }
  }
}
GROUP BY ?class
ORDER BY ?class
)";

}  // namespace

ShapeCoverage shape_coverage(const Database& ontology) {
  Query query = ontology.query(kClasses);
  const Answer answer = collect(query);
  ShapeCoverage coverage{.class_count = answer.rows.size(), .missing = {}};
  for (const AnswerRow& row : answer.rows) {
    if (row[1] && row[1]->value == "0") {
      coverage.missing.push_back(row[0]->value);
    }
  }
  return coverage;
}

}  // namespace whence::cli
