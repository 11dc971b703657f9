#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "sparql/token.h"

namespace whence::sparql {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// [164] PN_CHARS_BASE beyond ASCII, from the code point.
bool is_base_beyond_ascii(char32_t c) {
  constexpr std::array<std::pair<char32_t, char32_t>, 11> kRanges{{{0xC0, 0xD6},
                                                                   {0xD8, 0xF6},
                                                                   {0xF8, 0x2FF},
                                                                   {0x370, 0x37D},
                                                                   {0x37F, 0x1FFF},
                                                                   {0x200C, 0x200D},
                                                                   {0x2070, 0x218F},
                                                                   {0x2C00, 0x2FEF},
                                                                   {0x3001, 0xD7FF},
                                                                   {0xF900, 0xFFFD},
                                                                   {0x10000, 0xEFFFF}}};
  // 0xFDD0 to 0xFDEF are non-characters, left out of the production.
  return std::ranges::any_of(kRanges, [c](auto r) { return c >= r.first && c <= r.second; }) &&
         !(c >= 0xFDD0 && c <= 0xFDEF);
}

bool is_name_start(char32_t c) {
  return c < 0x80 ? is_letter(static_cast<char>(c)) : is_base_beyond_ascii(c);
}

/// [166] VARNAME after the first: PN_CHARS_U, digits and the combining marks; "-" is not in it.
bool is_variable_char(char32_t c) {
  return is_name_start(c) || c == '_' || (c < 0x80 && is_digit(static_cast<char>(c))) ||
         c == 0xB7 || (c >= 0x300 && c <= 0x36F) || (c >= 0x203F && c <= 0x2040);
}

bool is_name_char(char32_t c) { return is_variable_char(c) || c == '-'; }  // [167] PN_CHARS

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

/// One code point at a time, with \u and \U escapes decoded wherever they stand (§19.2).
class Characters {
 public:
  explicit Characters(std::string_view text) : text_(text) { decode(); }

  static constexpr char32_t kEnd = 0xFFFFFFFF;

  [[nodiscard]] char32_t peek() const { return current_; }
  /// The character `distance` bytes after the current one, if both are plain ASCII.
  [[nodiscard]] char peek_ascii(std::size_t distance) const {
    const std::size_t at = begin_ + distance;
    return at < text_.size() ? text_[at] : '\0';
  }
  [[nodiscard]] Position position() const { return position_; }

  char32_t take() {
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

  struct Mark {
    std::size_t begin, end, columns;
    char32_t current;
    Position position;
  };
  [[nodiscard]] Mark mark() const { return {begin_, end_, columns_, current_, position_}; }
  void reset(const Mark& m) {
    begin_ = m.begin;
    end_ = m.end;
    columns_ = m.columns;
    current_ = m.current;
    position_ = m.position;
  }

 private:
  void decode() {
    columns_ = 1;
    if (begin_ >= text_.size()) {
      current_ = kEnd;
      end_ = begin_;
      return;
    }
    const auto first = static_cast<unsigned char>(text_[begin_]);
    if (first == '\\' && (peek_ascii(1) == 'u' || peek_ascii(1) == 'U')) {
      decode_escape(peek_ascii(1) == 'u' ? 4 : 8);
      return;
    }
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    bool valid = first < 0x80 || (first >= 0xC2 && first <= 0xF4);
    char32_t c = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length && valid; ++i) {
      const auto byte = static_cast<unsigned char>(peek_ascii(i));
      valid = (byte & 0xC0U) == 0x80;
      c = (c << 6U) | (byte & 0x3FU);
    }
    constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    if (!valid || c < kLeast[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
      throw Error(ErrorCode::kSyntax, "the query is not valid UTF-8 here", position_);
    }
    current_ = c;
    end_ = begin_ + length;
  }

  void decode_escape(std::size_t digits) {
    char32_t c = 0;
    for (std::size_t i = 2; i < 2 + digits; ++i) {
      const char digit = peek_ascii(i);
      if (std::isxdigit(static_cast<unsigned char>(digit)) == 0 || c > 0xFFFFFF) {
        throw Error(ErrorCode::kSyntax,
                    fmt::format("expected {} hexadecimal digits after \\{}", digits,
                                digits == 4 ? 'u' : 'U'),
                    position_);
      }
      c = c * 16 + static_cast<char32_t>(is_digit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
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

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t columns_ = 1;
  char32_t current_ = kEnd;
  Position position_;
};

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
  [[noreturn]] void fail(const std::string& message) const {
    throw Error(ErrorCode::kSyntax, message, in_.position());
  }

  void skip_space() {
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

  Token next() {
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
    if (c == U'_' && in_.peek_ascii(1) == ':') {
      return blank_node();
    }
    const bool digit = c < 0x80 && is_digit(static_cast<char>(c));
    if (digit || (c == U'.' && is_digit(in_.peek_ascii(1)))) {
      return number();
    }
    if (is_name_start(c) || c == U':') {
      return name();
    }
    return punctuation();
  }

  /// [139] IRIREF, or one of the operators < and <=.
  Token iri_or_less() {
    const auto start = in_.mark();
    in_.take();
    std::string iri;
    while (true) {
      const char32_t c = in_.peek();
      if (c == U'>') {
        in_.take();
        return {TokenKind::kIri, std::move(iri), {}};
      }
      if (c == Characters::kEnd || c <= 0x20 || (c < 0x80 && is_forbidden(static_cast<char>(c)))) {
        break;
      }
      append_utf8(iri, in_.take());
    }
    in_.reset(start);
    return punctuation();
  }

  static bool is_forbidden(char c) {
    return std::string_view("<>\"{}|^`\\").find(c) != std::string_view::npos;
  }

  Token variable_or_question() {
    const char mark = static_cast<char>(in_.take());
    std::string name;
    while (is_variable_char(in_.peek()) && !(name.empty() && !is_first_of_variable(in_.peek()))) {
      append_utf8(name, in_.take());
    }
    if (name.empty()) {
      if (mark == '$') {
        fail("expected the name of a variable after '$'");
      }
      return {TokenKind::kPunctuation, "?", {}};
    }
    return {TokenKind::kVariable, std::move(name), {}};
  }

  static bool is_first_of_variable(char32_t c) {
    return is_name_start(c) || c == U'_' || (c < 0x80 && is_digit(static_cast<char>(c)));
  }

  Token language_tag() {
    in_.take();
    std::string tag;
    while (in_.peek() < 0x80) {
      const char c = static_cast<char>(in_.peek());
      const bool in_subtag = tag.find('-') != std::string::npos;
      const bool dash = c == '-' && !tag.empty() && !tag.ends_with('-');
      if (!is_letter(c) && !(in_subtag && is_digit(c)) && !dash) {
        break;
      }
      tag += static_cast<char>(in_.take());
    }
    if (tag.empty() || tag.ends_with('-')) {
      fail("expected a language tag after '@', such as @en or @en-GB");
    }
    return {TokenKind::kLanguageTag, std::move(tag), {}};
  }

  /// Dots may stand inside a name but not end it: they are given back.
  void take_name_with_dots(std::string& name) {
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
        dots += static_cast<char>(in_.take());
      }
      if (!is_name_char(in_.peek())) {
        in_.reset(before);
        return;
      }
      name += dots;
    }
  }

  /// [142] BLANK_NODE_LABEL
  Token blank_node() {
    in_.take();
    in_.take();
    std::string label;
    if (!is_first_of_variable(in_.peek())) {
      fail("expected the label of a blank node after '_:'");
    }
    take_name_with_dots(label);
    return {TokenKind::kBlankNode, std::move(label), {}};
  }

  /// [146] to [148]; a sign is a token of its own, and the parser puts the two together.
  Token number() {
    std::string text;
    const auto digits = [&] {
      while (in_.peek() < 0x80 && is_digit(static_cast<char>(in_.peek()))) {
        text += static_cast<char>(in_.take());
      }
    };
    TokenKind kind = TokenKind::kInteger;
    digits();
    if (in_.peek() == U'.' && (is_digit(in_.peek_ascii(1)) || is_exponent_at(1))) {
      kind = TokenKind::kDecimal;
      text += static_cast<char>(in_.take());
      digits();
    }
    if (is_exponent_at(0)) {
      kind = TokenKind::kDouble;
      text += static_cast<char>(in_.take());
      if (in_.peek() == U'+' || in_.peek() == U'-') {
        text += static_cast<char>(in_.take());
      }
      digits();
    }
    return {kind, std::move(text), {}};
  }

  [[nodiscard]] bool is_exponent_at(std::size_t at) const {
    const char e = in_.peek_ascii(at);
    const char next = in_.peek_ascii(at + 1);
    const bool sign = next == '+' || next == '-';
    return (e == 'e' || e == 'E') && is_digit(sign ? in_.peek_ascii(at + 2) : next);
  }

  /// [140] PNAME_NS and [141] PNAME_LN, or a word without a colon: a keyword.
  Token name() {
    const auto start = in_.mark();
    std::string text;
    take_name_with_dots(text);
    if (in_.peek() == U':') {
      text += static_cast<char>(in_.take());
      local_name(text);
      return {TokenKind::kPrefixedName, std::move(text), {}};
    }
    // A keyword has letters, digits and underscores alone: "a.", "count-1" end before.
    in_.reset(start);
    text.clear();
    while (in_.peek() < 0x80 && (is_letter(static_cast<char>(in_.peek())) ||
                                 is_digit(static_cast<char>(in_.peek())) || in_.peek() == U'_')) {
      text += static_cast<char>(in_.take());
    }
    if (text.empty()) {
      append_utf8(text, in_.take());
    }
    return {TokenKind::kWord, std::move(text), {}};
  }

  /// [169] PN_LOCAL: escapes lose their backslash, percent-encodings stay.
  void local_name(std::string& text) {
    bool first = true;
    while (true) {
      const char32_t c = in_.peek();
      if (c == U'%') {
        take_percent(text);
      } else if (c == U'\\') {
        take_escape(text);
      } else if (c == U':' || (first ? is_first_of_variable(c) : is_name_char(c))) {
        append_utf8(text, in_.take());
      } else if (c == U'.' && !first && dots_go_on()) {
        text += static_cast<char>(in_.take());
      } else {
        return;
      }
      first = false;
    }
  }

  bool dots_go_on() {
    const auto before = in_.mark();
    while (in_.peek() == U'.') {
      in_.take();
    }
    const char32_t c = in_.peek();
    const bool on = is_name_char(c) || c == U':' || c == U'%' || c == U'\\';
    in_.reset(before);
    return on;
  }

  void take_percent(std::string& text) {
    for (std::size_t i = 1; i <= 2; ++i) {
      if (std::isxdigit(static_cast<unsigned char>(in_.peek_ascii(i))) == 0) {
        fail("expected two hexadecimal digits after '%' in a prefixed name");
      }
    }
    for (int i = 0; i < 3; ++i) {
      text += static_cast<char>(in_.take());
    }
  }

  void take_escape(std::string& text) {
    in_.take();
    constexpr std::string_view kEscapable = "_~.-!$&'()*+,;=/?#@%";
    if (in_.peek() >= 0x80 ||
        kEscapable.find(static_cast<char>(in_.peek())) == std::string_view::npos) {
      fail("expected one of _~.-!$&'()*+,;=/?#@% after '\\' in a prefixed name");
    }
    text += static_cast<char>(in_.take());
  }

  /// [156] to [159]
  Token string() {
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
            fmt::format("expected {} before the end of the {}: the string that begins at {}:{} "
                        "is not closed",
                        is_long ? "three quotes" : "a quote",
                        c == Characters::kEnd ? "query" : "line", start_.line, start_.column));
      }
      if (c == U'\\') {
        string_escape(text);
      } else if (c != quote) {
        append_utf8(text, in_.take());
      } else if (close(quote, is_long)) {
        return {TokenKind::kString, std::move(text), {}};
      } else {
        append_utf8(text, in_.take());
      }
    }
  }

  bool close(char32_t quote, bool is_long) {
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
  void string_escape(std::string& text) {
    in_.take();
    constexpr std::string_view kFrom = "tbnrf\\\"'";
    constexpr std::string_view kTo = "\t\b\n\r\f\\\"'";
    const std::size_t at =
        in_.peek() < 0x80 ? kFrom.find(static_cast<char>(in_.peek())) : std::string_view::npos;
    if (at == std::string_view::npos) {
      fail("expected one of t b n r f \\ \" ' after '\\' in a string");
    }
    text += kTo[at];
    in_.take();
  }

  Token punctuation() {
    constexpr std::array<std::string_view, 6> kPairs{"<=", ">=", "!=", "&&", "||", "^^"};
    const std::string two{in_.peek_ascii(0), in_.peek_ascii(1)};
    for (const std::string_view pair : kPairs) {
      if (two == pair) {
        in_.take();
        in_.take();
        return {TokenKind::kPunctuation, two, {}};
      }
    }
    constexpr std::string_view kSingle = "{}()[].,;=<>!+-*/^|?";
    if (in_.peek() >= 0x80 ||
        kSingle.find(static_cast<char>(in_.peek())) == std::string_view::npos) {
      std::string found;
      append_utf8(found, in_.peek());
      fail(fmt::format("'{}' has no meaning here", found));
    }
    return {TokenKind::kPunctuation, std::string(1, static_cast<char>(in_.take())), {}};
  }

  Characters in_;
  Position start_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Lexer(text).run(); }

bool is_word(const Token& token, std::string_view keyword) {
  return token.kind == TokenKind::kWord && std::ranges::equal(token.text, keyword, {}, [](char c) {
           return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
         });
}

std::string described(const Token& token) {
  switch (token.kind) {
    case TokenKind::kEnd:
      return "the end of the query";
    case TokenKind::kIri:
      return fmt::format("<{}>", token.text);
    case TokenKind::kVariable:
      return fmt::format("?{}", token.text);
    case TokenKind::kString:
      return fmt::format("the string \"{}\"", token.text.substr(0, 40));
    case TokenKind::kBlankNode:
      return fmt::format("_:{}", token.text);
    case TokenKind::kLanguageTag:
      return fmt::format("@{}", token.text);
    default:
      return fmt::format("'{}'", token.text);
  }
}

}  // namespace whence::sparql
