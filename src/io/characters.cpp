// See characters.h. Nearly all text is ASCII, so each function takes that way first.
#include "io/characters.h"

#include <algorithm>
#include <cstring>

namespace whence::io {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// [163s] above U+007F.
constexpr Range kPnCharsBase[] = {{0x00C0, 0x00D6}, {0x00D8, 0x00F6}, {0x00F8, 0x02FF},
                                  {0x0370, 0x037D}, {0x037F, 0x1FFF}, {0x200C, 0x200D},
                                  {0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF},
                                  {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};

unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

bool is_continuation(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

std::size_t sequence_size(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

}  // namespace

DecodedCharacter decode_utf8(std::string_view text) {
  if (text.empty()) {
    return {};
  }
  const unsigned lead = byte_at(text, 0);
  const std::size_t size = sequence_size(lead);
  if (size == 1) {
    return {static_cast<char32_t>(lead), 1};
  }
  if (size == 0 || text.size() < size) {
    return {};
  }
  std::uint32_t code = lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned byte = byte_at(text, i);
    if (!is_continuation(byte)) {
      return {};
    }
    code = (code << 6U) | (byte & 0x3FU);
  }
  constexpr std::uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < kSmallest[size] || !is_scalar_value(code)) {
    return {};
  }
  return {static_cast<char32_t>(code), size};
}

std::size_t valid_utf8_size(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::size_t i = 0;
  while (i < text.size()) {
    std::uint64_t word = 0;
    while (i + sizeof word <= text.size()) {
      std::memcpy(&word, text.data() + i, sizeof word);
      if ((word & kHighBits) != 0) {
        break;
      }
      i += sizeof word;
    }
    const std::size_t stop = std::min(i + sizeof word, text.size());
    while (i < stop) {
      const std::size_t size = decode_utf8(text.substr(i)).size;
      if (size == 0) {
        return i;
      }
      i += size;
    }
  }
  return text.size();
}

std::size_t cut_off_utf8_size(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const unsigned byte = byte_at(text, text.size() - back);
    if (!is_continuation(byte)) {
      return sequence_size(byte) > back ? back : 0;
    }
  }
  return 0;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

bool is_pn_chars_base(char32_t c) {
  if (c < 0x80) {
    return is_ascii_letter(static_cast<char>(c));
  }
  return std::ranges::any_of(kPnCharsBase,
                             [c](const Range& r) { return c >= r.first && c <= r.last; });
}

bool is_pn_chars(char32_t c) {
  if (c < 0x80) {
    const char ascii = static_cast<char>(c);
    return is_ascii_letter(ascii) || is_digit(ascii) || ascii == '_' || ascii == '-';
  }
  return c == 0xB7 || (c >= 0x0300 && c <= 0x036F) || (c >= 0x203F && c <= 0x2040) ||
         is_pn_chars_base(c);
}

std::size_t pn_chars_size(std::string_view text) {
  const DecodedCharacter next = decode_utf8(text);
  return next.size > 0 && is_pn_chars(next.code) ? next.size : 0;
}

std::size_t blank_node_label_size(std::string_view text) {
  const DecodedCharacter first = decode_utf8(text);
  if (first.size == 0 || !is_label_start(first.code)) {
    return 0;
  }
  std::size_t size = first.size;
  std::size_t end = size;  // Without dots at the end, which are not the label's.
  while (size < text.size()) {
    if (text[size] == '.') {
      ++size;
    } else if (const std::size_t more = pn_chars_size(text.substr(size)); more > 0) {
      size += more;
      end = size;
    } else {
      break;
    }
  }
  return end;
}

bool is_language_tag(std::string_view tag) {
  bool is_first = true;
  for (;;) {
    const std::size_t size = std::min(tag.find('-'), tag.size());
    const std::string_view part = tag.substr(0, size);
    const bool is_good = std::ranges::all_of(
        part, [is_first](char c) { return is_ascii_letter(c) || (!is_first && is_digit(c)); });
    if (part.empty() || !is_good) {
      return false;
    }
    if (size == tag.size()) {
      return true;
    }
    tag.remove_prefix(size + 1);
    is_first = false;
  }
}

NumericEscape parse_numeric_escape(std::string_view escape) {
  if (escape.size() < 2 || escape[0] != '\\' || (escape[1] != 'u' && escape[1] != 'U')) {
    return {};
  }
  const std::size_t size = escape[1] == 'u' ? 6 : 10;
  if (escape.size() < size) {
    return {};
  }
  std::uint32_t code = 0;
  for (const char c : escape.substr(2, size - 2)) {
    if (!is_hexadecimal_digit(c)) {
      return {};
    }
    const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    code = (code << 4U) | static_cast<std::uint32_t>(digit);
  }
  return {code, size};
}

}  // namespace whence::io
