// The table of Serd 0.30's complaints. One that is not here is passed on as it is.
#include "io/syntax_message.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "io/characters.h"

namespace whence::io {
namespace {

struct Entry {
  std::string_view start;  ///< How Serd's message begins.
  std::string_view expected;
  bool is_about_previous = false;
};

constexpr std::string_view kPredicate = "expected a predicate (an IRI or 'a')";
constexpr std::string_view kObject = "expected an object (an IRI, a blank node or a literal)";
constexpr std::string_view kSubject = "expected a subject (an IRI or a blank node)";
constexpr std::string_view kClosingQuote = "expected the closing quote of a string";
constexpr std::string_view kIriEnd = "expected '>' or a character that an IRI may have";
constexpr std::string_view kAbsoluteIri = "expected an absolute IRI, with a scheme";
constexpr std::string_view kGraphName = "expected the name of a graph (an IRI or a blank node)";

constexpr Entry kEntries[] = {
    {"bad verb", kPredicate},
    {"missing predicate object list", kPredicate},
    {"unexpected end of statement", kPredicate, true},
    {"expected object", kObject},
    {"expected prefixed name", kObject},
    {"expected: ':', '<', or '_'", kObject},
    {"missing ';' or '.'", "expected '.', ';' or ','"},
    {"bad subject", kSubject},
    {"subject ends with `.'", kPredicate, true},
    {"unexpected end of file", "the text ends too early"},
    {"end of file in", kClosingQuote},
    {"line end in short string", kClosingQuote},
    {"invalid escaped IRI character", kIriEscapeExpected},
    {"invalid escape",
     "expected one of the escapes \\t \\b \\n \\r \\f \\\" \\' \\\\ \\uXXXX "
     "\\UXXXXXXXX"},
    {"invalid hexadecimal digit", "expected a hexadecimal digit"},
    {"unicode character", kCodePointExpected, true},
    {"invalid IRI character", kIriEnd, true},
    {"invalid IRI escape", "expected \\uXXXX or \\UXXXXXXXX"},
    {"expected IRI scheme", kAbsoluteIri},
    {"bad IRI scheme", kAbsoluteIri},
    {"missing IRI scheme", kAbsoluteIri},
    {"syntax does not support directives", kSubject},
    {"syntax does not support long literals", "expected a short string; long ones are Turtle's"},
    {"syntax does not support", "expected a triple"},
    {"invalid name start", "expected a blank node label"},
    {"invalid character U+", "expected a character that a name may have", true},
    {"unexpected `", "expected a language tag"},
    {"expected digit", kObject, true},  // Numbers are checked before Serd sees them: it is a ".".
    {"`.' inside blank", "expected ']'", true},
    {"graph followed by `.'", "expected no '.' after a graph"},
    {"full stop after SPARQL BASE", "expected no '.' after BASE, only after '@base'"},
    {"invalid graph name", kGraphName},
    {"expected label or subject", kGraphName},
};

bool is_part_of_word(char c) {
  return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view("_-:@^<").find(c) != std::string_view::npos;
}

}  // namespace

Complaint explain(std::string_view message) {
  while (!message.empty() && message.back() == '\n') {
    message.remove_suffix(1);
  }
  constexpr std::string_view kExpectedCharacter = "expected `";
  if (message.starts_with(kExpectedCharacter) && message.size() > kExpectedCharacter.size()) {
    return {fmt::format("expected '{}'", message[kExpectedCharacter.size()]), false};
  }
  const auto* entry = std::ranges::find_if(
      kEntries, [&](const Entry& candidate) { return message.starts_with(candidate.start); });
  if (entry == std::end(kEntries)) {
    return {std::string(message), false};
  }
  return {std::string(entry->expected), entry->is_about_previous};
}

std::string describe_found(std::string_view rest) {
  if (rest.empty()) {
    return "the end of the text";
  }
  if (rest.front() == '\n' || rest.front() == '\r') {
    return "the end of the line";
  }
  if (rest.front() == ' ' || rest.front() == '\t') {
    return "a space";
  }
  std::size_t size = decode_utf8(rest).size;
  if (size == 0 || static_cast<unsigned char>(rest.front()) < 0x20) {
    return fmt::format("the byte 0x{:02X}", static_cast<unsigned char>(rest.front()));
  }
  const std::string_view shown = rest.substr(0, kFoundShownMax);
  size = std::max(size, parse_numeric_escape(shown).size);
  if (rest.front() == '<') {
    size = std::min(shown.find_first_of("> \t\n"), shown.size() - 1) + 1;
  } else if (is_part_of_word(rest.front())) {
    size =
        static_cast<std::size_t>(std::ranges::find_if_not(shown, is_part_of_word) - shown.begin());
  }
  size = valid_utf8_size(rest.substr(0, size));  // Not in the middle of a character.
  return fmt::format("'{}'", rest.substr(0, size));
}

std::string expected_found(std::string_view expected, std::string_view rest) {
  return fmt::format("{}, found {}", expected, describe_found(rest));
}

}  // namespace whence::io
