// Feeds the SPARQL parser: whatever the bytes are, it gives an algebra that can be printed, or an
// Error with a position that is not of our making.
#include <string_view>

#include "fuzz/target.h"
#include "rdf/error.h"
#include "sparql/parser.h"
#include "sparql/printer.h"

namespace whence::fuzz {

void run(std::string_view text) {
  try {
    const sparql::Query query = sparql::parse_query(text, {.base_iri = "http://base.example/"});
    require(!sparql::to_string(query).empty(), "an algebra that prints as nothing");
  } catch (const Error& error) {
    require(error.code() != ErrorCode::kInternal, error.formatted());
    require(error.position().has_value(), "an error without a position: " + error.formatted());
  }
}

}  // namespace whence::fuzz
