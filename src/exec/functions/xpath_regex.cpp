#include "exec/functions/xpath_regex.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "exec/functions/character_class.h"

namespace whence::exec {

namespace {

using Kind = PatternError::Kind;

struct Flags {
  bool dot_all = false;       ///< s
  bool multi_line = false;    ///< m
  bool ignore_case = false;   ///< i
  bool ignore_space = false;  ///< x
  bool literal = false;       ///< q (XPath Functions 3.0 §5.6.2)
};

std::expected<Flags, PatternError> parse_flags(std::string_view text) {
  Flags flags;
  for (const char flag : text) {
    switch (flag) {
      case 's':
        flags.dot_all = true;
        break;
      case 'm':
        flags.multi_line = true;
        break;
      case 'i':
        flags.ignore_case = true;
        break;
      case 'x':
        flags.ignore_space = true;
        break;
      case 'q':
        flags.literal = true;
        break;
      default:
        return std::unexpected(
            PatternError{Kind::kMalformed,
                         fmt::format("expected flags of s, m, i, x and q, found \"{}\"", text)});
    }
  }
  return flags;
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Reads a pattern from left to right and writes RE2's; the first error is thrown as PatternError
/// to the door, to_re2_syntax, and goes no further.
class Translator {
 public:
  Translator(std::string_view pattern, Flags flags) : pattern_(pattern), flags_(flags) {}

  std::string translated() {
    std::string prefix = flags_.ignore_case ? "i" : "";
    prefix += flags_.dot_all ? "s" : "";
    prefix += flags_.multi_line ? "m" : "";
    out_ = prefix.empty() ? "" : "(?" + prefix + ")";
    while (!at_end()) {
      if (flags_.ignore_space && !flags_.literal && is_space(peek())) {
        take();
      } else {
        piece();
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool at_end() const { return next_ >= pattern_.size(); }

  [[nodiscard]] char32_t peek() const {
    std::size_t at = next_;
    return decode(at);
  }

  char32_t take() {
    if (at_end()) {
      fail(Kind::kMalformed, "the pattern ends too early");
    }
    return decode(next_);
  }

  bool accept(char32_t c) {
    const bool found = !at_end() && peek() == c;
    if (found) {
      take();
    }
    return found;
  }

  /// The character of UTF-8 at `at`, which goes behind it.
  char32_t decode(std::size_t& at) const {
    const auto byte = [&](std::size_t i) {
      return i < pattern_.size() ? static_cast<unsigned char>(pattern_[i]) : 0U;
    };
    const unsigned lead = byte(at);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
      c = c << 6U | (byte(at + i) & 0x3FU);
    }
    at = std::min(at + length, pattern_.size());
    return c;
  }

  [[noreturn]] void fail(Kind kind, std::string_view message) const {
    throw PatternError{kind,
                       fmt::format("{}, at byte {} of the pattern {}", message, next_, pattern_)};
  }

  void literal(char32_t c) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == ' ' || c == '/' || c == '_';
    if (is_plain) {
      out_ += static_cast<char>(c);
    } else {
      fmt::format_to(std::back_inserter(out_), "\\x{{{:X}}}", static_cast<std::uint32_t>(c));
    }
  }

  void piece() {
    const char32_t c = take();
    if (flags_.literal) {
      literal(c);
      return;
    }
    switch (c) {
      case '\\':
        escape();
        break;
      case '[':
        out_ += to_re2_class(class_expression(0));
        break;
      case ']':
        fail(Kind::kMalformed, "']' without a '['");
      case '(':
        group();
        break;
      case '{':
        quantity();
        break;
      case '.':
      case '^':
      case '$':
      case '|':
      case ')':
      case '*':
      case '+':
      case '?':
        out_ += static_cast<char>(c);
        break;
      default:
        literal(c);
    }
  }

  /// Capturing, or (?: ) of XPath Functions 3.0.
  void group() {
    out_ += '(';
    if (!accept('?')) {
      return;
    }
    if (!accept(':')) {
      fail(Kind::kUnsupported,
           "look-ahead, look-behind and other groups that begin with '(?' are "
           "not part of XPath's regular expressions, but for '(?:'");
    }
    out_ += "?:";
  }

  /// {n}, {n,} or {n,m}; '{' is an ordinary character elsewhere (Part 2 §F [10] in its first
  /// edition).
  void quantity() {
    const std::string_view rest = pattern_.substr(next_);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t end = rest.find('}');
    const std::string_view inside = rest.substr(0, std::min(end, rest.size()));
    const std::size_t comma = std::min(inside.find(','), inside.size());
    const std::string_view most = comma < inside.size() ? inside.substr(comma + 1) : "";
    if (end == std::string_view::npos || comma == 0 ||
        !std::ranges::all_of(inside.substr(0, comma), is_digit) ||
        !std::ranges::all_of(most, is_digit)) {
      literal('{');
      return;
    }
    out_ += fmt::format("{{{}}}", inside);
    next_ += end + 1;
  }

  /// After a backslash outside of brackets.
  void escape() {
    const char32_t c = take();
    if (c >= '1' && c <= '9') {
      fail(Kind::kUnsupported,
           "back-references cannot be matched in linear time and are not "
           "supported");
    }
    if (const auto set = class_escape(c)) {
      out_ += to_re2_class(*set);
    } else {
      literal(single_character(c));
    }
  }

  /// The set of \d, \p{Lu} and the like, `c` being the letter; nothing for another escape.
  std::optional<icu::UnicodeSet> class_escape(char32_t c) {
    if (c != 'p' && c != 'P') {
      return c < 0x80 ? multi_character_escape(static_cast<char>(c)) : std::nullopt;
    }
    const std::size_t end = pattern_.find('}', next_);
    if (!accept('{') || end == std::string_view::npos) {
      fail(Kind::kMalformed, "expected '{' and the name of a property after '\\p'");
    }
    const std::string_view name = pattern_.substr(next_, end - next_);
    auto set = unicode_property(name);
    if (!set) {
      fail(Kind::kMalformed, fmt::format("'{}' is no category of Unicode, and no block", name));
    }
    next_ = end + 1;
    if (c == 'P') {
      set->complement();
    }
    return set;
  }

  /// [XSD Part 2 §F.1.1 [24] SingleCharEsc, and '$' of XPath.
  char32_t single_character(char32_t c) const {
    constexpr std::u32string_view kThemselves = U"\\|.?*+(){}-[]^$";
    switch (c) {
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      default:
        if (kThemselves.find(c) == std::u32string_view::npos) {
          fail(Kind::kMalformed, "this character is not escaped by a backslash");
        }
        return c;
    }
  }

  /// [11] charClassExpr, after its '['; `depth` counts subtractions.
  icu::UnicodeSet class_expression(int depth) {
    constexpr int kSubtractionsMax = 64;
    if (depth > kSubtractionsMax) {
      fail(Kind::kUnsupported, "classes of characters are nested too deeply");
    }
    const bool negated = accept('^');
    icu::UnicodeSet set;
    std::optional<icu::UnicodeSet> subtracted;
    for (bool first = true; first || !accept(']'); first = false) {
      if (!first && at_subtraction()) {
        take();
        take();
        subtracted = class_expression(depth + 1);
        if (!accept(']')) {
          fail(Kind::kMalformed, "expected ']' after a subtracted class");
        }
        break;
      }
      class_member(set);
    }
    if (flags_.ignore_case) {
      // Before a negation: [^Q] leaves out "q" too (XPath Functions §7.6.1.1).
      set.closeOver(USET_CASE_INSENSITIVE);
      set.removeAllStrings();
    }
    if (negated) {
      set.complement();
    }
    if (subtracted) {
      set.removeAll(*subtracted);
    }
    return set;
  }

  [[nodiscard]] bool at_subtraction() const { return pattern_.substr(next_).starts_with("-["); }

  /// A character, a range of them, or an escape that stands for many.
  void class_member(icu::UnicodeSet& set) {
    char32_t first = take();
    if (first == '\\') {
      const char32_t escaped = take();
      if (const auto found = class_escape(escaped)) {
        set.addAll(*found);
        return;
      }
      first = single_character(escaped);
    } else if (first == '[' || first == ']') {
      fail(Kind::kMalformed, "'[' and ']' are escaped inside of brackets");
    }
    const std::string_view rest = pattern_.substr(next_);
    if (!rest.starts_with('-') || rest.starts_with("-]") || rest.starts_with("-[")) {
      set.add(static_cast<UChar32>(first));
      return;
    }
    take();
    char32_t last = take();
    if (last == '\\') {
      last = single_character(take());
    }
    if (last < first) {
      fail(Kind::kMalformed, "the end of a range comes before its begin");
    }
    set.add(static_cast<UChar32>(first), static_cast<UChar32>(last));
  }

  std::string_view pattern_;
  Flags flags_;
  std::size_t next_ = 0;
  std::string out_;
};

}  // namespace

std::expected<std::string, PatternError> to_re2_syntax(std::string_view pattern,
                                                       std::string_view flags) {
  const auto parsed = parse_flags(flags);
  if (!parsed) {
    return std::unexpected(parsed.error());
  }
  if (pattern.size() > kPatternBytesMax) {
    return std::unexpected(PatternError{
        Kind::kUnsupported, fmt::format("the pattern has {} bytes, more than the limit of {}",
                                        pattern.size(), kPatternBytesMax)});
  }
  try {
    return Translator(pattern, *parsed).translated();
  } catch (const PatternError& error) {
    return std::unexpected(error);
  }
}

std::expected<std::unique_ptr<const re2::RE2>, PatternError> compile_pattern(
    std::string_view pattern, std::string_view flags) {
  const auto translated = to_re2_syntax(pattern, flags);
  if (!translated) {
    return std::unexpected(translated.error());
  }
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_max_mem(kPatternMemoryBytesMax);
  auto compiled = std::make_unique<const re2::RE2>(*translated, options);
  if (compiled->ok()) {
    return compiled;
  }
  const bool too_large = compiled->error_code() == re2::RE2::ErrorPatternTooLarge ||
                         compiled->error_code() == re2::RE2::ErrorRepeatSize;
  return std::unexpected(
      PatternError{too_large ? Kind::kUnsupported : Kind::kMalformed,
                   fmt::format("{}, in the pattern {}", compiled->error(), pattern)});
}

}  // namespace whence::exec
