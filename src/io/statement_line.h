// A line of N-Triples or N-Quads looked at as text: only for lines that are wrong, or that Serd
// would misread. Offsets are in bytes; nothing is checked that Serd checks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whence::io {

/// The line with a space in front of its final ".", without which Serd refuses "_:graph.", without
/// its comment, and with NUL escaped.
[[nodiscard]] std::string rewrite_for_serd(std::string_view line);

/// The first character that follows the final "." and is no space.
[[nodiscard]] std::size_t end_of_statement(std::string_view line);

/// Where the fourth term begins.
[[nodiscard]] std::size_t start_of_graph(std::string_view line);

/// Where an escape begins that stands for no character; 0 where there is none.
[[nodiscard]] std::size_t start_of_bad_escape(std::string_view line);

}  // namespace whence::io
