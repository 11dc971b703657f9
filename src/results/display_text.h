// Text as a terminal shows it: how many columns it takes, and what of it is safe to print. A value
// from a stranger's data can hold escape sequences that move the cursor or turn the writing
// direction; here they become visible escapes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whence::results {

/// Appends `text`, which is UTF-8, with all control and invisible format characters as \uXXXX, and
/// returns the columns that it takes on a terminal.
std::size_t append_visible(std::string& out, std::string_view text);

/// The size in bytes of the longest front of `text` that takes at most `columns`.
[[nodiscard]] std::size_t size_of_columns(std::string_view text, std::size_t columns);

/// The columns that visible text takes: wide characters two (UAX #11), combining ones none.
[[nodiscard]] std::size_t count_columns(std::string_view text);

}  // namespace whence::results
