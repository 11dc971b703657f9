// Language tags: without regard to case (RFC 5646 §2.1.1), and basic filtering (RFC 4647 §3.3.1).
#pragma once

#include <string_view>

namespace whence::exec {

[[nodiscard]] bool equal_language_tags(std::string_view a, std::string_view b);

/// Whether `tag` is `range` or begins with it and "-"; every tag but the empty one matches "*".
[[nodiscard]] bool language_matches(std::string_view tag, std::string_view range);

}  // namespace whence::exec
