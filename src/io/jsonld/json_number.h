// JSON numbers as the canonical lexical forms of RDF (JSON-LD 1.1 API §8.6) and as ECMAScript
// writes them (RFC 8785 §3.2.2.3).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace whence::io::jsonld {

/// The digits of an integral number below 10^21; nothing for other numbers, which are doubles in
/// RDF. Exact: nothing is rounded on the way.
[[nodiscard]] std::optional<std::string> canonical_integer(std::string_view number);

/// As printf's "%1.15E", without zeros that say nothing: "5.5E0".
[[nodiscard]] std::string canonical_double(std::string_view number);

/// The shortest form that is the same double: "1e+21", "0.000001". Nothing where the number is
/// beyond the range of doubles.
[[nodiscard]] std::optional<std::string> ecmascript_number(std::string_view number);

}  // namespace whence::io::jsonld
