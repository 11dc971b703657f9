// The words of SPARQL (SPARQL 1.1 §19.8, terminals), with where they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rdf/error.h"

namespace whence::sparql {

enum class TokenKind : std::uint8_t {
  kEnd,
  kIri,           ///< text: what stands between < and >, escapes decoded.
  kPrefixedName,  ///< text: as written, "ex:a\-b"; split at the first colon.
  kBlankNode,     ///< text: the label.
  kVariable,      ///< text: the name without ? or $.
  kLanguageTag,   ///< text: without @.
  kInteger,
  kDecimal,
  kDouble,
  kString,       ///< text: the string, escapes decoded.
  kWord,         ///< A keyword, `a`, true or false; text as written.
  kPunctuation,  ///< text: "{", "<=", "^^", "&&" ...
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text;
  Position position;
};

/// All tokens of `text`, kEnd last. Throws Error kSyntax with a position.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

/// Whether `token` is the keyword `keyword` (given in upper case), in any case.
[[nodiscard]] bool is_word(const Token& token, std::string_view keyword);
/// What a message has room for: the beginning, on one line, cut between characters.
[[nodiscard]] std::string shortened(std::string_view text);
/// The token as a message names it: "'FILTR'", "the end of the query".
[[nodiscard]] std::string described(const Token& token);

}  // namespace whence::sparql
