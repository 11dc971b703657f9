// Regular expressions of XPath (XPath Functions §7.6.1: those of XML Schema Part 2 appendix F, with
// ^, $, reluctant quantifiers and flags), put into RE2's words. Classes of characters, with
// subtraction, blocks and \i \c, become plain ranges by ICU. RE2 runs in linear time and has
// therefore no back-references.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include <re2/re2.h>

namespace whence::exec {

struct PatternError {
  enum class Kind : std::uint8_t {
    kMalformed,    ///< No regular expression of XPath: an error of the SPARQL expression.
    kUnsupported,  ///< One that cannot be run here.
  };
  Kind kind;
  std::string message;  ///< For a person: what, and where in the pattern.
};

/// A pattern's length is limited, and so is what RE2 makes of it.
inline constexpr std::size_t kPatternBytesMax = 64 << 10;
inline constexpr std::int64_t kPatternMemoryBytesMax = 16 << 20;

/// The pattern in RE2's syntax. `flags` are any of "smixq" (§7.6.1.1).
[[nodiscard]] std::expected<std::string, PatternError> to_re2_syntax(std::string_view pattern,
                                                                     std::string_view flags);

/// The pattern ready to match.
[[nodiscard]] std::expected<std::unique_ptr<const re2::RE2>, PatternError> compile_pattern(
    std::string_view pattern, std::string_view flags);

}  // namespace whence::exec
