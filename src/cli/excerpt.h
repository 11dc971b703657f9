// The line that an error is about, with a caret under the place, for a terminal:
//
//   SELECT * { ?s FILTR ?o }
//                 ^
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace whence::cli {

/// Line `number`, counted from 1, without its end.
[[nodiscard]] std::optional<std::string> line_of(std::string_view text, std::size_t number);

/// The same of a file, which may be compressed. Nothing if it cannot be read a second time.
[[nodiscard]] std::optional<std::string> line_of_file(const std::string& path, std::size_t number);

/// Two lines, each with its end. `column` counts characters from 1. Of a long line a part around
/// the place; characters that a terminal would obey are escaped.
[[nodiscard]] std::string excerpt(std::string_view line, std::size_t column);

}  // namespace whence::cli
