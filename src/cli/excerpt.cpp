// See excerpt.h.
#include "cli/excerpt.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "io/byte_source.h"
#include "io/characters.h"
#include "rdf/error.h"
#include "results/display_text.h"

namespace whence::cli {
namespace {

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kCut = "…";
// How much is shown before and behind the place, in bytes of the line.
constexpr std::size_t kBeforeMax = 60;
constexpr std::size_t kBehindMax = 60;
constexpr std::size_t kLineMax = std::size_t{1} << 20;  // Of a line without end no more is kept.

/// The offset of the character that is `column` - 1 characters into the line.
std::size_t offset_of(std::string_view line, std::size_t column) {
  std::size_t offset = 0;
  for (; column > 1 && offset < line.size(); --column) {
    offset += std::max<std::size_t>(io::decode_utf8(line.substr(offset)).size, 1);
  }
  return std::min(offset, line.size());
}

/// The first byte at or before `offset` that begins a character.
std::size_t start_of_character(std::string_view line, std::size_t offset) {
  while (offset > 0 && offset < line.size() &&
         (static_cast<unsigned char>(line[offset]) & 0xC0U) == 0x80U) {
    --offset;
  }
  return offset;
}

std::size_t append_with_tabs_as_spaces(std::string& out, std::string_view text) {
  std::string spaced(text);
  std::ranges::replace(spaced, '\t', ' ');
  return results::append_visible(out, spaced);
}

}  // namespace

std::optional<std::string> line_of(std::string_view text, std::size_t number) {
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    text.remove_prefix(end + 1);
  }
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return std::string(line);
}

std::optional<std::string> line_of_file(const std::string& path, std::size_t number) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {
    return std::nullopt;
  }
  try {
    const auto source = io::open_source(path);
    std::array<char, 1 << 16> block{};
    std::string line;
    for (;;) {
      std::string_view bytes(block.data(), source->read(block));
      if (bytes.empty()) {
        return number == 1 && !line.empty() ? line_of(line, 1) : std::nullopt;
      }
      for (; number > 1 && !bytes.empty(); --number) {
        const std::size_t end = bytes.find('\n');
        if (end == std::string_view::npos) {
          break;
        }
        bytes.remove_prefix(end + 1);
      }
      if (number == 1) {
        line += bytes;
        if (line.find('\n') != std::string::npos || line.size() > kLineMax) {
          return line_of(line, 1);
        }
      }
    }
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::string excerpt(std::string_view line, std::size_t column) {
  const std::size_t place = offset_of(line, column);
  const std::size_t first = place > kBeforeMax ? start_of_character(line, place - kBeforeMax) : 0;
  const std::size_t last =
      line.size() - place > kBehindMax ? start_of_character(line, place + kBehindMax) : line.size();
  std::string text(kIndent);
  std::size_t columns = kIndent.size();
  if (first > 0) {
    text += kCut;
    ++columns;
  }
  columns += append_with_tabs_as_spaces(text, line.substr(first, place - first));
  append_with_tabs_as_spaces(text, line.substr(place, last - place));
  if (last < line.size()) {
    text += kCut;
  }
  return text + "\n" + std::string(columns, ' ') + "^\n";
}

}  // namespace whence::cli
