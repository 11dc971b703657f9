// Sets of characters as XML Schema's regular expressions name them (Part 2 §F.1): class expressions
// in brackets and the escapes \d \s \w \i \c \p{...}. Unicode's data comes from ICU.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <unicode/uniset.h>

namespace whence::exec {

/// The set of `letter`, one of "sSdDwWiIcC"; nothing for another letter.
[[nodiscard]] std::optional<icu::UnicodeSet> multi_character_escape(char letter);

/// The set of \p{name}: a general category ("Lu") or a block ("IsBasicLatin"); nothing for
/// another name.
[[nodiscard]] std::optional<icu::UnicodeSet> unicode_property(std::string_view name);

/// The set as a class in RE2's syntax. Surrogates, which no text has, are left out.
[[nodiscard]] std::string to_re2_class(const icu::UnicodeSet& set);

}  // namespace whence::exec
