#include "sparql/characters.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace whence::sparql {

namespace {

char32_t hexadecimal_value(char c) {
  return static_cast<char32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

/// [164] PN_CHARS_BASE beyond ASCII.
bool is_base_beyond_ascii(char32_t c) {
  constexpr std::array<std::pair<char32_t, char32_t>, 12> kRanges{{{0xC0, 0xD6},
                                                                   {0xD8, 0xF6},
                                                                   {0xF8, 0x2FF},
                                                                   {0x370, 0x37D},
                                                                   {0x37F, 0x1FFF},
                                                                   {0x200C, 0x200D},
                                                                   {0x2070, 0x218F},
                                                                   {0x2C00, 0x2FEF},
                                                                   {0x3001, 0xD7FF},
                                                                   {0xF900, 0xFDCF},
                                                                   {0xFDF0, 0xFFFD},
                                                                   {0x10000, 0xEFFFF}}};
  return std::ranges::any_of(kRanges, [c](auto r) { return c >= r.first && c <= r.second; });
}

}  // namespace

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool is_hexadecimal(char32_t c) {
  return is_digit(c) || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F');
}

bool is_name_start(char32_t c) { return c < 0x80 ? is_letter(c) : is_base_beyond_ascii(c); }

bool is_variable_start(char32_t c) { return is_name_start(c) || c == U'_' || is_digit(c); }

bool is_variable_char(char32_t c) {
  return is_variable_start(c) || c == 0xB7 || (c >= 0x300 && c <= 0x36F) ||
         (c >= 0x203F && c <= 0x2040);
}

bool is_name_char(char32_t c) { return is_variable_char(c) || c == U'-'; }

void append_utf8(std::string& out, char32_t c) {
  const auto byte = [&out](char32_t b) { out += static_cast<char>(static_cast<unsigned char>(b)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6U));
    byte(0x80 | (c & 0x3FU));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12U));
    byte(0x80 | ((c >> 6U) & 0x3FU));
    byte(0x80 | (c & 0x3FU));
  } else {
    byte(0xF0 | (c >> 18U));
    byte(0x80 | ((c >> 12U) & 0x3FU));
    byte(0x80 | ((c >> 6U) & 0x3FU));
    byte(0x80 | (c & 0x3FU));
  }
}

Characters::Characters(std::string_view text) : text_(text) {
  // A byte order mark, as some editors write it, is no part of the text.
  if (text_.starts_with("\xEF\xBB\xBF")) {
    text_.remove_prefix(3);
  }
  decode();
}

char32_t Characters::take() {
  const char32_t taken = current_;
  if (taken == U'\n') {
    ++position_.line;
    position_.column = 1;
  } else if (taken != kEnd) {
    position_.column += columns_;
  }
  begin_ = end_;
  decode();
  return taken;
}

char Characters::take_escaped_byte() {
  const char escaped = end_ < text_.size() ? text_[end_] : '\0';
  position_.column += columns_ + 1;
  begin_ = std::min(end_ + 1, text_.size());
  decode();
  return escaped;
}

void Characters::reset(const Mark& mark) {
  begin_ = mark.begin;
  end_ = mark.end;
  columns_ = mark.columns;
  current_ = mark.current;
  position_ = mark.position;
}

void Characters::decode() {
  columns_ = 1;
  if (begin_ >= text_.size()) {
    current_ = kEnd;
    end_ = begin_;
    return;
  }
  const auto first = static_cast<unsigned char>(text_[begin_]);
  if (first == '\\' && (peek_byte(1) == 'u' || peek_byte(1) == 'U')) {
    decode_escape(peek_byte(1) == 'u' ? 4 : 8);
    return;
  }
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  bool is_valid = first < 0x80 || (first >= 0xC2 && first <= 0xF4);
  char32_t c = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length && is_valid; ++i) {
    const auto byte = static_cast<unsigned char>(peek_byte(i));
    is_valid = (byte & 0xC0U) == 0x80;
    c = (c << 6U) | (byte & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  if (!is_valid || c < kLeast[length] || c > 0x10FFFF || is_surrogate(c)) {
    throw Error(ErrorCode::kSyntax, "the query is not valid UTF-8 here", position_);
  }
  current_ = c;
  end_ = begin_ + length;
}

void Characters::decode_escape(std::size_t digits) {
  char32_t c = 0;
  for (std::size_t i = 2; i < 2 + digits; ++i) {
    const char digit = peek_byte(i);
    if (!is_hexadecimal(static_cast<unsigned char>(digit))) {
      throw Error(
          ErrorCode::kSyntax,
          fmt::format("expected {} hexadecimal digits after \\{}", digits, digits == 4 ? 'u' : 'U'),
          position_);
    }
    c = c * 16 + hexadecimal_value(digit);
  }
  if (c > 0x10FFFF || is_surrogate(c)) {
    throw Error(ErrorCode::kSyntax,
                fmt::format("U+{:04X} is no character: expected a code point that is not a "
                            "surrogate and at most 10FFFF",
                            static_cast<std::uint32_t>(c)),
                position_);
  }
  current_ = c;
  columns_ = 2 + digits;
  end_ = begin_ + 2 + digits;
}

}  // namespace whence::sparql
