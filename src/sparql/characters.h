// The characters of a query: UTF-8 decoded, \u escapes resolved (SPARQL 1.1 §19.2), with line and
// column; and the classes of characters that the terminals of §19.8 are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "rdf/error.h"

namespace whence::sparql {

[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_hexadecimal(char32_t c);
/// [164] PN_CHARS_BASE
[[nodiscard]] bool is_name_start(char32_t c);
/// What may begin a variable's name, a blank node's label, a local name: [165] PN_CHARS_U, a digit.
[[nodiscard]] bool is_variable_start(char32_t c);
/// [166] VARNAME after the first: digits and combining marks too, but no "-".
[[nodiscard]] bool is_variable_char(char32_t c);
/// [167] PN_CHARS
[[nodiscard]] bool is_name_char(char32_t c);

void append_utf8(std::string& out, char32_t c);

/// Reads one code point at a time. Throws Error kSyntax, with the position, at a byte sequence that
/// is not UTF-8 and at an escape that names no character. The text must outlive it.
class Characters {
 public:
  explicit Characters(std::string_view text);

  static constexpr char32_t kEnd = 0xFFFFFFFF;

  [[nodiscard]] char32_t peek() const { return current_; }
  /// The byte `distance` bytes after the begin of the current character; 0 beyond the end.
  [[nodiscard]] char peek_byte(std::size_t distance) const {
    const std::size_t at = begin_ + distance;
    return at < text_.size() ? text_[at] : '\0';
  }
  [[nodiscard]] Position position() const { return position_; }
  /// Where the current character begins, in bytes.
  [[nodiscard]] std::size_t offset() const { return begin_; }

  char32_t take();
  /// At a backslash: the byte after it, both taken. What stands there is not looked at as an
  /// escape: "C:\\users" has two characters after the colon, then "users".
  char take_escaped_byte();

  struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t columns = 1;
    char32_t current = kEnd;
    Position position;
  };
  [[nodiscard]] Mark mark() const { return {begin_, end_, columns_, current_, position_}; }
  void reset(const Mark& mark);

 private:
  void decode();
  void decode_escape(std::size_t digits);

  std::string_view text_;
  std::size_t begin_ = 0;  ///< Of the current character, in bytes.
  std::size_t end_ = 0;
  std::size_t columns_ = 1;  ///< That the current character fills: an escape has six or ten.
  char32_t current_ = kEnd;
  Position position_;
};

}  // namespace whence::sparql
