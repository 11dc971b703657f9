// Strings and escapes of Turtle and TriG (RDF 1.1 Turtle §6.4): what is checked and rewritten.
#include <algorithm>
#include <string>

#include "io/characters.h"
#include "io/syntax_message.h"
#include "io/turtle_filter.h"
#include "rdf/iri.h"

namespace whence::io {

/// Copies up to the first of the three characters; false at the end of the text.
bool TurtleFilter::copy_until(char a, char b, char c) {
  while (ensure(1)) {
    const std::string_view text = rest();
    std::size_t size = 0;
    while (size < text.size() && text[size] != a && text[size] != b && text[size] != c) {
      ++size;
    }
    copy(size);
    if (size < text.size()) {
      return true;
    }
  }
  return false;
}

void TurtleFilter::string() {
  begin_token(false);
  const char quote = input_[next_];
  (void)ensure(3);
  if (peek(1) != quote) {
    copy(1);
    short_string(quote);
  } else if (peek(2) != quote) {
    copy(2);
  } else {
    copy(3);
    long_string(quote);
  }
  join_ = Join::kAfterString;
}

void TurtleFilter::short_string(char quote) {
  while (copy_until(quote, '\\', '\n')) {
    const char c = input_[next_];
    if (c == quote) {
      copy(1);
      return;
    }
    if (c != '\\') {
      fail("expected the closing quote of a string");
    }
    escape(false);
  }
}

void TurtleFilter::long_string(char quote) {
  while (copy_until(quote, '\\', quote)) {
    if (input_[next_] == '\\') {
      escape(false);
    } else if (ensure(3) && peek(1) == quote && peek(2) == quote) {
      copy(3);
      return;
    } else {
      insert("\\");
      copy(1);
    }
  }
}

/// A backslash and what follows it. Numeric escapes must stand for a character, and in an IRI for
/// one that an IRI may have; the rest is left to Serd.
void TurtleFilter::escape(bool is_in_iri) {
  constexpr std::size_t kEscapeSizeMax = 10;
  (void)ensure(kEscapeSizeMax);
  const NumericEscape numeric = parse_numeric_escape(rest().substr(0, kEscapeSizeMax));
  if (numeric.size == 0) {
    copy(std::min<std::size_t>(2, rest().size()));
    return;
  }
  const char character = static_cast<char>(numeric.code);
  if (!is_scalar_value(numeric.code)) {
    fail(kCodePointExpected);
  }
  if (is_in_iri && numeric.code < 0x80 && !rdf::has_only_iri_characters({&character, 1})) {
    fail(kIriEscapeExpected);
  }
  copy(numeric.size);
}

}  // namespace whence::io
