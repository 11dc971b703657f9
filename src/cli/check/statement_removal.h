// Takes the statement that has an error out of a document, so that what follows can be read.
//
// How far a broken statement reaches is a guess by lines: in Turtle and TriG it ends with the first
// line that ends in a full stop. A document that is laid out otherwise can so show an error that is
// none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "io/syntax.h"

namespace whence::cli {

/// `text` without the statement that stands on line `number` (from 1); its lines stay, empty, so
/// that the others keep their numbers. Nothing if it cannot be told in this syntax, or if all that
/// follows hangs on it, as on a prefix.
[[nodiscard]] std::string without_statement(std::string_view text, std::size_t number,
                                            io::Syntax syntax);

}  // namespace whence::cli
