// Text to a tree of JSON (RFC 8259), by RapidJSON's iterative parser: nesting costs no stack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "io/byte_source.h"
#include "io/jsonld/json.h"

namespace whence::io::jsonld {

/// How deep arrays and objects may be nested.
inline constexpr std::size_t kJsonDepthMax = 500;
/// How long a text may be: RapidJSON counts a string's bytes with 32 bits.
inline constexpr std::size_t kJsonBytesMax = std::size_t{1} << 30;

struct JsonSource {
  std::string name{};          ///< For messages.
  std::uint32_t document = 0;  ///< What the places of values are given.
  std::size_t first_line = 1;
};

/// Throws Error with the place: kBadData where it is not JSON or not UTF-8, kLimit.
[[nodiscard]] Json parse_json(std::string_view text, const JsonSource& source = {});

/// All that `source` has. Throws Error (kLimit) above kJsonBytesMax, and whatever it throws.
[[nodiscard]] std::string read_text(ByteSource& source, const std::string& name);

}  // namespace whence::io::jsonld
