// What the parser complains about, said for a person: "expected a predicate, found 'x'".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "rdf/error.h"

namespace whence::io {

/// What is said of an escape that stands for no character: a surrogate, or above U+10FFFF.
inline constexpr std::string_view kCodePointExpected = "expected an escape of a Unicode character";

/// What is said of one in an IRI that stands for a character no IRI may have.
inline constexpr std::string_view kIriEscapeExpected =
    "expected an escape of a character that an IRI may have";

/// A complaint of Serd in our words.
struct Complaint {
  std::string expected;            ///< "expected '.'", or a whole sentence.
  bool is_about_previous = false;  ///< The offending character has been passed already.
};

/// `message` as Serd formats it, with its variable parts.
[[nodiscard]] Complaint explain(std::string_view message);

/// How many bytes of what was found a message shows at most.
inline constexpr std::size_t kFoundShownMax = 40;

/// The word, character or end at the front of `rest`, quoted: "'ex:thing'", "the end of the line".
[[nodiscard]] std::string describe_found(std::string_view rest);

/// "expected ..., found ...".
[[nodiscard]] std::string expected_found(std::string_view expected, std::string_view rest);

}  // namespace whence::io
