// JSON as text: strings as every JSON text writes them, and the canonical form of a whole tree (RFC
// 8785, JCS), which is the lexical form of an rdf:JSON literal.
#pragma once

#include <string>
#include <string_view>

#include "io/jsonld/json.h"

namespace whence::io::jsonld {

/// With its quotation marks, and with no more escapes than JSON asks for (RFC 8785 §3.2.2.2).
void append_json_string(std::string& out, std::string_view text);

/// Members sorted by UTF-16 code units, numbers as ECMAScript writes them, no spaces. Throws Error
/// (kBadData, without a place) where a number is beyond the range of doubles.
[[nodiscard]] std::string canonical_json(const Json& value);

}  // namespace whence::io::jsonld
