#include "sparql/token.h"

#include <algorithm>

#include <fmt/format.h>

namespace whence::sparql {

namespace {

constexpr std::size_t kShownBytesMax = 60;

}  // namespace

std::string shortened(std::string_view text) {
  const std::size_t line = std::min(text.find_first_of("\r\n"), text.size());
  std::size_t end = std::min(line, kShownBytesMax);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
    --end;
  }
  return std::string(text.substr(0, end)) + (end == text.size() ? "" : "...");
}

bool is_word(const Token& token, std::string_view keyword) {
  return token.kind == TokenKind::kWord && std::ranges::equal(token.text, keyword, {}, [](char c) {
           return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
         });
}

std::string described(const Token& token) {
  const std::string text = shortened(token.text);
  switch (token.kind) {
    case TokenKind::kEnd:
      return "the end of the query";
    case TokenKind::kIri:
      return fmt::format("<{}>", text);
    case TokenKind::kVariable:
      return fmt::format("?{}", text);
    case TokenKind::kString:
      return fmt::format("the string \"{}\"", text);
    case TokenKind::kBlankNode:
      return fmt::format("_:{}", text);
    case TokenKind::kLanguageTag:
      return fmt::format("@{}", text);
    default:
      return fmt::format("'{}'", text);
  }
}

}  // namespace whence::sparql
