// See display_text.h.
#include "results/display_text.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "io/characters.h"

namespace whence::results {
namespace {

/// Printable ASCII, by far the most: one column, no look-up.
bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }

uint32_t general_category(char32_t code) { return U_GET_GC_MASK(static_cast<UChar32>(code)); }

std::size_t columns_of(char32_t code) {
  constexpr uint32_t kNoColumn = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if ((general_category(code) & kNoColumn) != 0) {
    return 0;
  }
  const int width = u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Whether a character is better named than sent to a terminal. The joiners of scripts and emoji
/// (U+200C, U+200D) and emoji's tags do no harm.
bool is_hidden(char32_t code) {
  if (code == 0x200C || code == 0x200D || (code >= 0xE0020 && code <= 0xE007F)) {
    return false;
  }
  constexpr uint32_t kHidden = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  return (general_category(code) & kHidden) != 0;
}

}  // namespace

std::size_t append_visible(std::string& out, std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (is_plain(text[i])) {
      out += text[i++];
      ++columns;
      continue;
    }
    const auto [code, size] = io::decode_utf8(text.substr(i));
    if (size == 0) {
      out += "\uFFFD";  // Not UTF-8, which no reader lets in.
      ++columns;
      ++i;
      continue;
    }
    if (is_hidden(code)) {
      const std::size_t before = out.size();
      fmt::format_to(std::back_inserter(out), "\\{}{:0{}X}", code > 0xFFFF ? 'U' : 'u',
                     static_cast<uint32_t>(code), code > 0xFFFF ? 8 : 4);
      columns += out.size() - before;
    } else {
      out.append(text, i, size);
      columns += columns_of(code);
    }
    i += size;
  }
  return columns;
}

std::size_t size_of_columns(std::string_view text, std::size_t columns) {
  std::size_t end = 0;
  while (end < text.size()) {
    const auto [code, size] = io::decode_utf8(text.substr(end));
    const std::size_t width = size == 0 ? 1 : columns_of(code);
    if (width > columns) {
      break;
    }
    columns -= width;
    end += std::max<std::size_t>(size, 1);
  }
  return end;
}

std::size_t count_columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto [code, size] = io::decode_utf8(text.substr(i));
    columns += size == 0 ? 1 : columns_of(code);
    i += std::max<std::size_t>(size, 1);
  }
  return columns;
}

}  // namespace whence::results
