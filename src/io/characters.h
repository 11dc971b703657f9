// Characters as the RDF syntaxes class them (RDF 1.1 Turtle §6.5: PN_CHARS_BASE and its kin), and
// UTF-8 checked strictly (RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace whence::io {

/// What decode() found at the front of a text.
struct DecodedCharacter {
  char32_t code = 0;
  std::size_t size = 0;  ///< In bytes; 0 where the text does not begin with a whole character.
};

[[nodiscard]] DecodedCharacter decode_utf8(std::string_view text);

/// The offset of the first byte that does not belong to a valid character, or `text.size()`. A
/// character that `text` cuts off counts as invalid.
[[nodiscard]] std::size_t valid_utf8_size(std::string_view text);

/// The number of bytes at the end of `text` that begin a character and do not end it.
[[nodiscard]] std::size_t cut_off_utf8_size(std::string_view text);

/// The number of code points in valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_hexadecimal_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

[[nodiscard]] bool is_pn_chars_base(char32_t c);  ///< [163s]
[[nodiscard]] bool is_pn_chars(char32_t c);       ///< [166s]
/// Whether a blank node label may begin with it: PN_CHARS_U or a digit ([141s]).
[[nodiscard]] inline bool is_label_start(char32_t c) {
  return is_pn_chars_base(c) || c == U'_' || (c >= U'0' && c <= U'9');
}

/// The size in bytes of the PN_CHARS character at the front of `text`; 0 where there is none.
[[nodiscard]] std::size_t pn_chars_size(std::string_view text);

/// The size of BLANK_NODE_LABEL's label at the front of `text` ([141s], without "_:"); 0: none.
[[nodiscard]] std::size_t blank_node_label_size(std::string_view text);

/// Whether `tag` is a LANGTAG without its "@": [a-zA-Z]+ ('-' [a-zA-Z0-9]+)*.
[[nodiscard]] bool is_language_tag(std::string_view tag);

/// The code point that `escape` stands for, which is "\uXXXX" or "\UXXXXXXXX" (UCHAR); nothing
/// that fits is cut off, so a surrogate or a number above U+10FFFF comes back as it is.
struct NumericEscape {
  std::uint32_t code = 0;
  std::size_t size = 0;  ///< 0 where `escape` does not begin with a complete UCHAR.
};
[[nodiscard]] NumericEscape parse_numeric_escape(std::string_view escape);

/// Whether a code point can stand in UTF-8 text at all.
[[nodiscard]] constexpr bool is_scalar_value(std::uint32_t code) {
  return code < 0xD800 || (code > 0xDFFF && code <= 0x10FFFF);
}

}  // namespace whence::io
