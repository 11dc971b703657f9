// Text to tokens: the terminals of SPARQL 1.1 §19.8. The longest match counts. No input takes more
// than time linear in its length: what was looked ahead over in vain is not looked over again.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "sparql/characters.h"
#include "sparql/token.h"

namespace whence::sparql {

namespace {

class Lexer {
 public:
  explicit Lexer(std::string_view text) : in_(text) {}

  std::vector<Token> run() {
    std::vector<Token> tokens;
    do {
      skip_space();
      start_ = in_.position();
      tokens.push_back(next());
      tokens.back().position = start_;
    } while (tokens.back().kind != TokenKind::kEnd);
    return tokens;
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { fail(message, in_.position()); }
  [[noreturn]] static void fail(const std::string& message, Position position) {
    throw Error(ErrorCode::kSyntax, message, position);
  }

  void skip_space();
  Token next();
  Token iri_or_less();
  Token variable_or_question();
  Token language_tag();
  void take_name_with_dots(std::string& name);
  Token blank_node();
  Token number();
  Token name();
  Token word();
  void local_name(std::string& text);
  bool take_dots_inside(std::string& text);
  void take_percent(std::string& text);
  Token string();
  void string_escape(std::string& text);
  bool close(char32_t quote, bool is_long);
  Token punctuation();

  /// Takes the current character, which is one of ASCII.
  void take_into(std::string& text) { text += static_cast<char>(in_.take()); }
  [[nodiscard]] bool is_digit_at(std::size_t distance) const {
    return is_digit(static_cast<unsigned char>(in_.peek_byte(distance)));
  }
  [[nodiscard]] bool is_exponent_at(std::size_t distance) const;

  Characters in_;
  Position start_;                ///< Of the token that is being read.
  std::size_t no_colon_end_ = 0;  ///< Up to here no name ends with a colon.
};

void Lexer::skip_space() {
  while (true) {
    const char32_t c = in_.peek();
    if (c == U' ' || c == U'\t' || c == U'\r' || c == U'\n') {
      in_.take();
    } else if (c == U'#') {
      while (in_.peek() != U'\n' && in_.peek() != U'\r' && in_.peek() != Characters::kEnd) {
        in_.take();
      }
    } else {
      return;
    }
  }
}

Token Lexer::next() {
  const char32_t c = in_.peek();
  if (c == Characters::kEnd) {
    return {};
  }
  if (c == U'<') {
    return iri_or_less();
  }
  if (c == U'?' || c == U'$') {
    return variable_or_question();
  }
  if (c == U'"' || c == U'\'') {
    return string();
  }
  if (c == U'@') {
    return language_tag();
  }
  if (c == U'_' && in_.peek_byte(1) == ':') {
    return blank_node();
  }
  if (is_digit(c) || (c == U'.' && is_digit_at(1))) {
    return number();
  }
  if (is_name_start(c) || c == U':') {
    return name();
  }
  return punctuation();
}

/// [139] IRIREF, or one of the operators < and <=.
Token Lexer::iri_or_less() {
  constexpr std::u32string_view kForbidden = U"<\"{}|^`\\";
  const auto start = in_.mark();
  in_.take();
  std::string iri;
  while (in_.peek() != U'>') {
    const char32_t c = in_.peek();
    if (c == Characters::kEnd || c <= 0x20 || kForbidden.contains(c)) {
      in_.reset(start);
      return punctuation();
    }
    append_utf8(iri, in_.take());
  }
  in_.take();
  return {TokenKind::kIri, std::move(iri), {}};
}

/// [143] and [144], or the "?" of property paths.
Token Lexer::variable_or_question() {
  const char32_t mark = in_.take();
  std::string name;
  while (name.empty() ? is_variable_start(in_.peek()) : is_variable_char(in_.peek())) {
    append_utf8(name, in_.take());
  }
  if (!name.empty()) {
    return {TokenKind::kVariable, std::move(name), {}};
  }
  if (mark == U'$') {
    fail("expected the name of a variable after '$'");
  }
  return {TokenKind::kPunctuation, "?", {}};
}

/// [145] LANGTAG
Token Lexer::language_tag() {
  in_.take();
  std::string tag;
  bool in_subtag = false;
  while (true) {
    const char32_t c = in_.peek();
    if (c == U'-' && !tag.empty() && !tag.ends_with('-')) {
      in_subtag = true;
    } else if (!is_letter(c) && !(in_subtag && is_digit(c))) {
      break;
    }
    take_into(tag);
  }
  if (tag.empty() || tag.ends_with('-')) {
    fail("expected a language tag after '@', such as @en or @en-GB");
  }
  return {TokenKind::kLanguageTag, std::move(tag), {}};
}

/// Dots may stand inside a name but not end it: they are given back.
void Lexer::take_name_with_dots(std::string& name) {
  while (true) {
    if (is_name_char(in_.peek())) {
      append_utf8(name, in_.take());
      continue;
    }
    if (in_.peek() != U'.') {
      return;
    }
    const auto before = in_.mark();
    std::string dots;
    while (in_.peek() == U'.') {
      take_into(dots);
    }
    if (!is_name_char(in_.peek())) {
      in_.reset(before);
      return;
    }
    name += dots;
  }
}

/// [142] BLANK_NODE_LABEL
Token Lexer::blank_node() {
  in_.take();
  in_.take();
  std::string label;
  if (!is_variable_start(in_.peek())) {
    fail("expected the label of a blank node after '_:'");
  }
  take_name_with_dots(label);
  return {TokenKind::kBlankNode, std::move(label), {}};
}

/// [146] to [148]; a sign is a token of its own, and the parser puts the two together.
Token Lexer::number() {
  std::string text;
  const auto digits = [&] {
    while (is_digit(in_.peek())) {
      take_into(text);
    }
  };
  TokenKind kind = TokenKind::kInteger;
  digits();
  if (in_.peek() == U'.' && (is_digit_at(1) || is_exponent_at(1))) {
    kind = TokenKind::kDecimal;
    take_into(text);
    digits();
  }
  if (is_exponent_at(0)) {
    kind = TokenKind::kDouble;
    take_into(text);
    if (in_.peek() == U'+' || in_.peek() == U'-') {
      take_into(text);
    }
    digits();
  }
  return {kind, std::move(text), {}};
}

bool Lexer::is_exponent_at(std::size_t distance) const {
  const char e = in_.peek_byte(distance);
  const char next = in_.peek_byte(distance + 1);
  return (e == 'e' || e == 'E') && is_digit_at(distance + (next == '+' || next == '-' ? 2 : 1));
}

/// [140] PNAME_NS and [141] PNAME_LN, or a word without a colon: a keyword.
Token Lexer::name() {
  if (in_.offset() < no_colon_end_) {
    return word();
  }
  const auto start = in_.mark();
  std::string text;
  take_name_with_dots(text);
  if (in_.peek() == U':') {
    take_into(text);
    local_name(text);
    return {TokenKind::kPrefixedName, std::move(text), {}};
  }
  no_colon_end_ = in_.offset();
  in_.reset(start);
  return word();
}

/// A keyword has letters, digits and underscores alone: "a.", "true-1" end before. What is no
/// keyword is told by the parser, which knows what was expected.
Token Lexer::word() {
  std::string text;
  while (is_letter(in_.peek()) || is_digit(in_.peek()) || in_.peek() == U'_') {
    take_into(text);
  }
  if (text.empty()) {
    append_utf8(text, in_.take());
  }
  return {TokenKind::kWord, std::move(text), {}};
}

/// [169] PN_LOCAL: escapes lose their backslash, percent-encodings stay.
void Lexer::local_name(std::string& text) {
  constexpr std::string_view kEscapable = "_~.-!$&'()*+,;=/?#@%";
  bool is_first = true;
  while (true) {
    const char32_t c = in_.peek();
    if (c == U'%') {
      take_percent(text);
    } else if (c == U'\\') {
      const Position position = in_.position();
      const char escaped = in_.take_escaped_byte();
      if (escaped == '\0' || !kEscapable.contains(escaped)) {
        fail("expected one of _~.-!$&'()*+,;=/?#@% after '\\' in a prefixed name", position);
      }
      text += escaped;
    } else if (c == U':' || (is_first ? is_variable_start(c) : is_name_char(c))) {
      append_utf8(text, in_.take());
    } else if (is_first || c != U'.' || !take_dots_inside(text)) {
      return;
    }
    is_first = false;
  }
}

/// Takes dots after which the local name goes on, or nothing.
bool Lexer::take_dots_inside(std::string& text) {
  const auto before = in_.mark();
  std::string dots;
  while (in_.peek() == U'.') {
    take_into(dots);
  }
  const char32_t c = in_.peek();
  if (is_name_char(c) || c == U':' || c == U'%' || c == U'\\') {
    text += dots;
    return true;
  }
  in_.reset(before);
  return false;
}

void Lexer::take_percent(std::string& text) {
  take_into(text);
  for (int i = 0; i < 2; ++i) {
    if (!is_hexadecimal(in_.peek())) {
      fail("expected two hexadecimal digits after '%' in a prefixed name");
    }
    take_into(text);
  }
}

/// [156] to [159]
Token Lexer::string() {
  const char32_t quote = in_.take();
  bool is_long = false;
  if (in_.peek() == quote) {
    in_.take();
    if (in_.peek() != quote) {
      return {TokenKind::kString, "", {}};
    }
    in_.take();
    is_long = true;
  }
  std::string text;
  while (true) {
    const char32_t c = in_.peek();
    if (c == Characters::kEnd || (!is_long && (c == U'\n' || c == U'\r'))) {
      fail(
          fmt::format("expected {} before the end of the {}: the string that begins at {}:{} is "
                      "not closed",
                      is_long ? "three quotes" : "a quote",
                      c == Characters::kEnd ? "query" : "line", start_.line, start_.column));
    }
    if (c == U'\\') {
      string_escape(text);
    } else if (c == quote && close(quote, is_long)) {
      return {TokenKind::kString, std::move(text), {}};
    } else {
      append_utf8(text, in_.take());
    }
  }
}

bool Lexer::close(char32_t quote, bool is_long) {
  if (!is_long) {
    in_.take();
    return true;
  }
  const auto before = in_.mark();
  for (int i = 0; i < 3; ++i) {
    if (in_.peek() != quote) {
      in_.reset(before);
      return false;
    }
    in_.take();
  }
  return true;
}

/// [160] ECHAR
void Lexer::string_escape(std::string& text) {
  constexpr std::string_view kFrom = "tbnrf\\\"'";
  constexpr std::string_view kTo = "\t\b\n\r\f\\\"'";
  const Position position = in_.position();
  const char escaped = in_.take_escaped_byte();
  const std::size_t found = kFrom.find(escaped);
  if (found == std::string_view::npos) {
    fail(R"(expected one of t b n r f \ " ' after '\' in a string)", position);
  }
  text += kTo[found];
}

Token Lexer::punctuation() {
  constexpr std::array<std::string_view, 6> kPairs{"<=", ">=", "!=", "&&", "||", "^^"};
  constexpr std::u32string_view kSingle = U"{}()[].,;=<>!+-*/^|?";
  std::string pair{in_.peek_byte(0), in_.peek_byte(1)};
  if (std::ranges::find(kPairs, pair) != kPairs.end()) {
    in_.take();
    in_.take();
    return {TokenKind::kPunctuation, std::move(pair), {}};
  }
  std::string found;
  append_utf8(found, in_.peek());
  if (!kSingle.contains(in_.peek())) {
    const bool is_control = in_.peek() < 0x20 || in_.peek() == 0x7F;
    fail(fmt::format(
        "{} has no meaning here",
        is_control ? fmt::format("the character U+{:04X}", static_cast<std::uint32_t>(in_.peek()))
                   : fmt::format("'{}'", found)));
  }
  in_.take();
  return {TokenKind::kPunctuation, std::move(found), {}};
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Lexer(text).run(); }

}  // namespace whence::sparql
