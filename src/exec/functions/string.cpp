// Functions on strings (SPARQL 1.1 §17.4.3), REGEX and REPLACE apart. Lengths and positions count
// code points; a search for bytes finds code points, since no character of UTF-8 begins in another.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include "exec/functions/function.h"
#include "exec/functions/string_argument.h"

namespace whence::exec {

namespace {

using Terms = std::span<const rdf::TermView>;

bool is_code_point_start(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// §17.4.3.2
Value strlen(Terms arguments, QueryContext& /*context*/) {
  if (!is_string_literal(arguments[0])) {
    return ExpressionError{};
  }
  return xsd::Value(xsd::Integer(std::ranges::count_if(arguments[0].value, is_code_point_start)));
}

/// The offset of the first of `parts` in `text`, or npos.
std::size_t find(std::string_view text, std::string_view part) {
  if (part.empty()) {
    return 0;
  }
  const void* found = ::memmem(text.data(), text.size(), part.data(), part.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// §17.4.3.6
std::optional<bool> strstarts(Terms arguments) {
  return are_compatible(arguments[0], arguments[1])
             ? std::optional(arguments[0].value.starts_with(arguments[1].value))
             : std::nullopt;
}

/// §17.4.3.7
std::optional<bool> strends(Terms arguments) {
  return are_compatible(arguments[0], arguments[1])
             ? std::optional(arguments[0].value.ends_with(arguments[1].value))
             : std::nullopt;
}

/// §17.4.3.8
std::optional<bool> contains(Terms arguments) {
  return are_compatible(arguments[0], arguments[1])
             ? std::optional(find(arguments[0].value, arguments[1].value) != std::string_view::npos)
             : std::nullopt;
}

/// §17.4.3.9: without a match the result is a simple literal, with one it is like the first.
Value strbefore(Terms arguments, QueryContext& /*context*/) {
  if (!are_compatible(arguments[0], arguments[1])) {
    return ExpressionError{};
  }
  const std::size_t at = find(arguments[0].value, arguments[1].value);
  return at == std::string_view::npos ? string_value({})
                                      : string_like(arguments[0], arguments[0].value.substr(0, at));
}

/// §17.4.3.10
Value strafter(Terms arguments, QueryContext& /*context*/) {
  if (!are_compatible(arguments[0], arguments[1])) {
    return ExpressionError{};
  }
  const std::size_t at = find(arguments[0].value, arguments[1].value);
  return at == std::string_view::npos
             ? string_value({})
             : string_like(arguments[0], arguments[0].value.substr(at + arguments[1].value.size()));
}

/// §17.4.3.11: everything but the unreserved characters of RFC 3986 §2.3, byte by byte.
Value encode_for_uri(Terms arguments, QueryContext& /*context*/) {
  if (!is_string_literal(arguments[0])) {
    return ExpressionError{};
  }
  check_string_size(3 * arguments[0].value.size());
  std::string encoded;
  for (const char c : arguments[0].value) {
    const bool is_unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
                               c == '~';
    if (is_unreserved) {
      encoded += c;
    } else {
      fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return string_value(std::move(encoded));
}

/// §17.4.3.12: the result has a language tag if all arguments have the same.
Value concat(Terms arguments, QueryContext& /*context*/) {
  std::string text;
  bool same_language = !arguments.empty();
  for (const rdf::TermView& argument : arguments) {
    if (!is_string_literal(argument)) {
      return ExpressionError{};
    }
    check_string_size(text.size() + argument.value.size());
    text += argument.value;
    same_language =
        same_language && equal_language_tags(argument.language, arguments.front().language);
  }
  return same_language ? string_like(arguments.front(), text) : string_value(std::move(text));
}

/// §17.4.3.13
std::optional<bool> langmatches(Terms arguments) {
  return is_simple_literal(arguments[0]) && is_simple_literal(arguments[1])
             ? std::optional(language_matches(arguments[0].value, arguments[1].value))
             : std::nullopt;
}

using CaseMapping = void (*)(const char* locale, std::uint32_t options, icu::StringPiece source,
                             icu::ByteSink& sink, icu::Edits* edits, UErrorCode& error);

/// §17.4.3.4 and §17.4.3.5: Unicode's full mappings, of no language (XPath Functions §7.4.7).
template <CaseMapping kMapping, char kFirst, char kLast>
Value change_case(Terms arguments, QueryContext& /*context*/) {
  if (!is_string_literal(arguments[0])) {
    return ExpressionError{};
  }
  std::string text(arguments[0].value);
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    for (char& c : text) {
      c = static_cast<char>(c >= kFirst && c <= kLast ? c ^ 0x20 : c);
    }
    return string_like(arguments[0], text);
  }
  std::string mapped;
  icu::StringByteSink<std::string> sink(&mapped);
  UErrorCode error = U_ZERO_ERROR;
  kMapping("", 0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink,
           nullptr, error);
  return U_SUCCESS(error) ? string_like(arguments[0], mapped) : Value(ExpressionError{});
}

/// §17.4.3.3, by fn:substring (XPath Functions §7.4.3): the characters at the positions p, from 1,
/// for which round(start) <= p < round(start) + round(length).
class SubstrNode final : public Evaluator {
 public:
  explicit SubstrNode(Arguments arguments) : arguments_(std::move(arguments)) {}

  Value evaluate(const Row& row, QueryContext& context) override {
    const auto part = view(row, context, scratch_);
    return part ? string_like(*part, part->value) : Value(ExpressionError{});
  }

  std::optional<rdf::TermView> view(const Row& row, QueryContext& context,
                                    TermScratch& scratch) override {
    auto term = arguments_[0]->view(row, context, scratch);
    const auto start = number(1, row, context);
    const bool has_length = arguments_.size() > 2;
    const auto length = has_length ? number(2, row, context) : std::optional(kNoEnd);
    if (!term || !is_string_literal(*term) || !start || !length) {
      return std::nullopt;
    }
    // Without a length there is no end to work out: -INF + INF would be none.
    term->value = substring(term->value, *start, has_length ? *start + *length : kNoEnd);
    return term;
  }

 private:
  static constexpr double kNoEnd = std::numeric_limits<double>::infinity();

  /// Argument `index`, rounded.
  std::optional<double> number(std::size_t index, const Row& row, QueryContext& context) {
    const auto rounded = xsd::round(to_xsd(arguments_[index]->evaluate(row, context), context));
    return rounded ? xsd::to_double(*rounded) : std::nullopt;
  }

  static std::string_view substring(std::string_view text, double first, double end) {
    std::size_t from = text.size();
    double position = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (!is_code_point_start(text[i])) {
        continue;
      }
      position += 1;
      if (position >= end) {
        return text.substr(std::min(from, i), i - std::min(from, i));
      }
      if (from == text.size() && position >= first) {
        from = i;
        if (end == kNoEnd) {
          break;
        }
      }
    }
    // Not a number: no position fits.
    return std::isnan(end) ? std::string_view() : text.substr(from);
  }

  Arguments arguments_;
  TermScratch scratch_;
};

std::unique_ptr<Evaluator> make_substr(const sparql::Call& /*call*/, Arguments arguments) {
  return std::make_unique<SubstrNode>(std::move(arguments));
}

constexpr std::array kFunctions{
    Function{"strlen", strlen},
    Function{"substr", make_substr},
    Function{"ucase", change_case<icu::CaseMap::utf8ToUpper, 'a', 'z'>},
    Function{"lcase", change_case<icu::CaseMap::utf8ToLower, 'A', 'Z'>},
    Function{"strstarts", strstarts},
    Function{"strends", strends},
    Function{"contains", contains},
    Function{"strbefore", strbefore},
    Function{"strafter", strafter},
    Function{"encode_for_uri", encode_for_uri},
    Function{"concat", concat},
    Function{"langmatches", langmatches},
};

}  // namespace

std::span<const Function> string_functions() { return kFunctions; }

}  // namespace whence::exec
