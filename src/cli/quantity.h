// Times, sizes and counts as people write them: "500ms", "30s", "5m", "2h"; "512M", "4G"; "64". A
// time or a size that is zero needs no unit; everything else does, since a forgotten unit is a
// mistake that nobody notices.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace whence::cli {

/// Throws Error (kUsage) that names `option`, what was found and what was expected.
[[nodiscard]] std::chrono::milliseconds parse_duration(std::string_view text,
                                                       std::string_view option);

/// In bytes. K, M, G and T are powers of 1024; "B" or "iB" may follow.
[[nodiscard]] std::size_t parse_size(std::string_view text, std::string_view option);

/// Without a sign: a count below zero is no count, and must not become a very large one.
[[nodiscard]] std::size_t parse_count(std::string_view text, std::string_view option);

}  // namespace whence::cli
