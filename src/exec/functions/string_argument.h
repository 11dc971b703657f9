// String literals as arguments and results (SPARQL 1.1 §17.4.3.1): simple ones, which RDF 1.1 makes
// those of xsd:string, and language-tagged ones, whose tag a result keeps.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "exec/functions/language_tag.h"
#include "exec/value.h"
#include "rdf/error.h"
#include "rdf/term.h"

namespace whence::exec {

[[nodiscard]] inline bool is_string_literal(const rdf::TermView& term) {
  return term.is_literal() && term.datatype.empty();
}

[[nodiscard]] inline bool is_simple_literal(const rdf::TermView& term) {
  return is_string_literal(term) && term.language.empty();
}

/// Argument compatibility (§17.4.3.1.2): the second is simple, or both have the same tag.
[[nodiscard]] inline bool are_compatible(const rdf::TermView& first, const rdf::TermView& second) {
  return is_string_literal(first) && is_string_literal(second) &&
         (second.language.empty() || equal_language_tags(first.language, second.language));
}

/// Of a function's result. A few nested calls of CONCAT or REPLACE could ask for any size.
inline constexpr std::size_t kStringBytesMax = std::size_t{64} << 20;

/// Throws Error kLimit for a size beyond it.
inline void check_string_size(std::size_t bytes) {
  if (bytes > kStringBytesMax) {
    throw Error(ErrorCode::kLimit,
                fmt::format("a function of the query makes a string of more than {} bytes, which "
                            "is the limit",
                            kStringBytesMax));
  }
}

/// `text` as a literal of the kind of `like`.
[[nodiscard]] inline Value string_like(const rdf::TermView& like, std::string_view text) {
  if (like.language.empty()) {
    return string_value(std::string(text));
  }
  return rdf::Term::language_literal(text, like.language);
}

}  // namespace whence::exec
