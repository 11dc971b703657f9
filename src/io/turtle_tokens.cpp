// The tokens of Turtle and TriG, one function a kind: how each is checked and rewritten.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "io/characters.h"
#include "io/syntax_message.h"
#include "io/turtle_filter.h"

namespace whence::io {
namespace {

constexpr std::string_view kSubject =
    "expected a subject (an IRI, a blank node or a collection) or a directive";
constexpr std::string_view kTerm = "expected an IRI, a blank node or a literal";
constexpr std::size_t kUtf8SizeMax = 4;

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::ranges::equal(
      text, lower, [](char a, char b) { return (is_ascii_letter(a) ? (a | 0x20) : a) == b; });
}

/// What is put in front of a prefix that Serd would misread. A prefix that begins with it by itself
/// gets it too, so that two different ones never meet.
constexpr std::string_view kShield = "x-";

/// Serd takes "true1:x" for a boolean, and in an object refuses a prefix whose letters are followed
/// by a character above U+007F that is not a letter.
bool needs_shield(std::string_view prefix) {
  return prefix.starts_with("true") || prefix.starts_with("false") || prefix.starts_with(kShield) ||
         std::ranges::any_of(prefix, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

std::string_view TurtleFilter::unshielded_prefix(std::string_view prefix) {
  return prefix.starts_with(kShield) ? prefix.substr(kShield.size()) : prefix;
}

void TurtleFilter::token() {
  const char c = input_[next_];
  if (is_comment_ || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '#') {
    space_or_comment();
    return;
  }
  finish_join();
  switch (c) {
    case '<':
      iri();
      return;
    case '"':
    case '\'':
      string();
      return;
    case '@':
      at_sign();
      return;
    case '+':
    case '-':
      number();
      return;
    case '_':
      label();
      return;
    default:
      break;
  }
  if (is_digit(c) || (c == '.' && ensure(2) && is_digit(peek(1)))) {
    number();
  } else if (is_ascii_letter(c) || c == ':' || static_cast<unsigned char>(c) >= 0x80) {
    word();
  } else {
    punctuation(c);
  }
}

/// A run of white space and comments. Comments are left out, and all of it next to a string, where
/// a language tag or a datatype may follow.
void TurtleFilter::space_or_comment() {
  std::size_t size = 0;
  const std::string_view text = rest();
  if (is_comment_ || text.front() == '#') {
    size = std::min(text.find_first_of("\n\r"), text.size());
    is_comment_ = size == text.size();
    drop(size);
    has_dropped_space_ = true;
    return;
  }
  size = std::min(text.find_first_not_of(" \t\n\r"), text.size());
  if (join_ == Join::kNo) {
    copy(size);
  } else {
    drop(size);
    has_dropped_space_ = true;
  }
}

/// In front of the token after a string: the space that was left out, unless the two belong
/// together. After "^^" none is needed.
void TurtleFilter::finish_join() {
  const char c = input_[next_];
  if (join_ == Join::kAfterString && has_dropped_space_ && c != '@' && c != '^') {
    insert(" ");
  }
  has_dropped_space_ = false;
  if (join_ != Join::kAfterString || (c != '@' && c != '^')) {
    join_ = Join::kNo;
  }
}

/// Keeps the book of where a statement begins.
void TurtleFilter::begin_token(bool can_be_subject) {
  if (directive_parts_ > 0) {
    place_ = --directive_parts_ == 0 ? Place::kStart : Place::kWithin;
    return;
  }
  if (place_ == Place::kStart && !can_be_subject) {
    fail(kSubject);
  }
  if (place_ != Place::kGraphKeyword) {
    place_ = Place::kWithin;
  }
}

void TurtleFilter::iri() {
  const bool is_subject = place_ == Place::kStart && directive_parts_ == 0;
  begin_token(true);
  if (is_subject && ensure(2)) {
    (void)ensure(sizeof("<prefix>") - 1);
    const std::string_view text = rest().substr(1, rest().find('>') - 1);
    if (equals_ignoring_case(text, "base") || equals_ignoring_case(text, "prefix") ||
        equals_ignoring_case(text, "graph")) {
      copy(1);
      insert("./");
    }
  }
  while (copy_until('>', '\\', '\n')) {
    if (input_[next_] != '\\') {
      copy(1);  // The end, or a line's end, which Serd complains about.
      return;
    }
    escape(true);
  }
}

void TurtleFilter::label() {
  begin_token(true);
  if (!ensure(2) || peek(1) != ':') {
    fail(kTerm);
  }
  std::size_t looked_at = 64;
  (void)ensure(looked_at);
  std::size_t size = blank_node_label_size(rest().substr(2));
  while (size + 2 + kUtf8SizeMax >= looked_at && ensure(looked_at *= 2)) {
    size = blank_node_label_size(rest().substr(2));  // Long, or full of dots at the end.
  }
  size = blank_node_label_size(rest().substr(2));
  if (size == 0) {
    fail("expected a blank node label after '_:'");
  }
  copy(2);
  insert("x");
  copy(size);
}

void TurtleFilter::at_sign() {
  std::size_t size = 1;
  while (ensure(size + 1) &&
         (is_ascii_letter(peek(size)) || is_digit(peek(size)) || peek(size) == '-')) {
    ++size;
  }
  const std::string_view text = rest().substr(1, size - 1);
  if (join_ == Join::kAfterString) {
    join_ = Join::kNo;
    if (!is_language_tag(text)) {
      fail("expected a language tag");
    }
  } else if (place_ != Place::kStart || is_in_graph_ || directive_parts_ > 0 ||
             (text != "prefix" && text != "base")) {
    fail(place_ == Place::kStart && !is_in_graph_ ? "expected '@prefix' or '@base'" : kTerm);
  }
  begin_token(true);
  copy(size);
}

/// INTEGER, DECIMAL or DOUBLE ([19] to [21]); a "." at the end is not the number's.
void TurtleFilter::number() {
  begin_token(false);
  const auto digits_from = [this](std::size_t from) {
    while (ensure(from + 1) && is_digit(peek(from))) {
      ++from;
    }
    return from;
  };
  const auto has_exponent_at = [this](std::size_t from) {
    if (!ensure(from + 2) || (peek(from) | 0x20) != 'e') {
      return false;
    }
    const bool has_sign = peek(from + 1) == '+' || peek(from + 1) == '-';
    return is_digit(peek(from + 1)) || (has_sign && ensure(from + 3) && is_digit(peek(from + 2)));
  };
  const std::size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
  std::size_t size = digits_from(sign);
  const bool has_whole = size > sign;
  if (ensure(size + 1) && peek(size) == '.') {
    const std::size_t end = digits_from(size + 1);
    if (end > size + 1 || (has_whole && has_exponent_at(end))) {
      size = end;
    }
  }
  if (size == sign) {
    fail("expected a number");
  }
  if (has_exponent_at(size)) {
    size = digits_from(size + 2);
  }
  copy(size);
  if (ensure(1) && peek() == '.') {
    insert(" ");  // Serd gives "1." no datatype.
  }
}

/// The longest prefixed name ([139s] to [172s]) or bare word at next_; dots at its end are not its.
TurtleFilter::Name TurtleFilter::name() {
  Name found;
  std::size_t size = 0;
  for (;;) {
    (void)ensure(size + kUtf8SizeMax);
    const std::string_view text = rest().substr(size);
    const bool is_local = found.prefix_size != std::string_view::npos;
    if (text.empty()) {
      return found;
    }
    const char c = text.front();
    if (c == '.') {
      ++size;
      continue;
    }
    if (c == ':' && (is_local || found.size == size)) {
      found.prefix_size = is_local ? found.prefix_size : size;
      ++size;
    } else if (is_local && c == '%' && text.size() >= 3) {
      size += 3;
    } else if (is_local && c == '\\' && text.size() >= 2) {
      size += 2;
    } else if (is_ascii_letter(c) || is_digit(c)) {
      ++size;
    } else if (const std::size_t more = pn_chars_size(text); more > 0) {
      size += more;
    } else {
      return found;
    }
    found.size = size;
  }
}

void TurtleFilter::word() {
  const Name found = name();
  if (found.size == 0) {
    fail(place_ == Place::kStart ? kSubject : kTerm);
  }
  if (found.prefix_size == std::string_view::npos) {
    const std::string_view text = rest().substr(0, found.size);
    if (!keyword(text)) {
      fail(place_ == Place::kStart ? kSubject : kTerm);
    }
    copy(found.size);
    return;
  }
  begin_token(true);
  if (needs_shield(rest().substr(0, found.prefix_size))) {
    insert(kShield);
  }
  copy(found.size);
}

/// A word without ":"; false where it is none of the grammar's.
bool TurtleFilter::keyword(std::string_view text) {
  if (place_ == Place::kStart && directive_parts_ == 0) {
    if (is_in_graph_) {
      return false;
    }
    if (equals_ignoring_case(text, "prefix") || equals_ignoring_case(text, "base")) {
      directive_parts_ = text.size() == 4 ? 1 : 2;
      place_ = Place::kWithin;
      return true;
    }
    if (has_graphs_ && equals_ignoring_case(text, "graph")) {
      place_ = Place::kGraphKeyword;
      return true;
    }
    return false;
  }
  const bool is_known = text == "a" || text == "true" || text == "false";
  if (is_known) {
    begin_token(false);
  }
  return is_known;
}

void TurtleFilter::punctuation(char c) {
  switch (c) {
    case '.':
      dot();
      return;
    case '{':
      open_brace();
      return;
    case '}':
      close_brace();
      return;
    case '[':
    case '(':
      if (++depth_ > kNestingDepthMax) {
        fail_with(ErrorCode::kLimit,
                  fmt::format("brackets are nested deeper than {} levels", kNestingDepthMax),
                  next_);
      }
      if (place_ == Place::kStart && c == '[') {
        place_ = Place::kOpenBrackets;
      } else {
        begin_token(true);
      }
      break;
    case ']':
    case ')':
      depth_ -= depth_ > 0 ? 1 : 0;
      if (place_ == Place::kOpenBrackets) {
        place_ = Place::kAnonymous;
      } else {
        begin_token(false);
      }
      break;
    case ';':
    case ',':
      begin_token(false);
      break;
    case '^':
      if (join_ != Join::kAfterString) {
        fail(place_ == Place::kStart ? kSubject : kTerm);
      }
      if (!ensure(2) || peek(1) != '^') {
        fail("expected '^^'");
      }
      copy(2);
      join_ = Join::kAfterCarets;
      return;
    default:
      fail(place_ == Place::kStart ? kSubject : kTerm);
  }
  copy(1);
}

void TurtleFilter::dot() {
  if (depth_ > 0) {
    fail("expected ']' or ')'");
  }
  if (place_ == Place::kAnonymous) {
    fail("expected a predicate after '[]'");
  }
  if (place_ == Place::kGraphKeyword || directive_parts_ > 0) {
    fail(place_ == Place::kGraphKeyword ? "expected '{'" : "expected an IRI");
  }
  begin_token(false);
  place_ = Place::kStart;
  copy(1);
}

void TurtleFilter::open_brace() {
  if (!has_graphs_) {
    fail("expected triples; Turtle has no graphs, TriG has");
  }
  if (is_in_graph_ || depth_ > 0) {
    fail("expected a triple or '}'; graphs do not nest");
  }
  is_in_graph_ = true;
  place_ = Place::kStart;
  copy(1);
}

void TurtleFilter::close_brace() {
  if (!is_in_graph_ || depth_ > 0) {
    fail(depth_ > 0 ? "expected ']' or ')'" : kSubject);
  }
  if (place_ == Place::kAnonymous) {
    fail("expected a predicate after '[]'");
  }
  is_in_graph_ = false;
  place_ = Place::kStart;
  copy(1);
}

}  // namespace whence::io
