#include "server/negotiation.h"

#include <algorithm>
#include <utility>

#include "server/http_message.h"

namespace whence::server {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

/// The part of `text` up to `separator`, which is taken off with it. Quoted strings are one whole.
std::string_view next_part(std::string_view& text, char separator) {
  bool is_quoted = false;
  std::size_t i = 0;
  for (; i < text.size() && (is_quoted || text[i] != separator); ++i) {
    if (text[i] == '"') {
      is_quoted = !is_quoted;
    } else if (is_quoted && text[i] == '\\' && i + 1 < text.size()) {
      ++i;
    }
  }
  const std::string_view part = text.substr(0, i);
  text.remove_prefix(std::min(i + 1, text.size()));
  return without_outer_spaces(part);
}

/// Splits "name=value"; quotation marks around the value are taken off.
std::pair<std::string, std::string_view> split_parameter(std::string_view parameter) {
  const std::size_t equals = std::min(parameter.find('='), parameter.size());
  std::string_view value =
      without_outer_spaces(parameter.substr(std::min(equals + 1, parameter.size())));
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  }
  return {lower_case(without_outer_spaces(parameter.substr(0, equals))), value};
}

/// A weight in thousandths (RFC 9110 §12.4.2); ".2", which Java sends, is taken as well.
std::optional<unsigned> parse_quality(std::string_view text) {
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, dot);
  const std::string_view fraction = text.substr(std::min(dot + 1, text.size()));
  const bool is_number =
      std::ranges::all_of(fraction, [](char c) { return c >= '0' && c <= '9'; }) &&
      (whole == "0" || whole == "1" || (whole.empty() && !fraction.empty()));
  if (!is_number) {
    return std::nullopt;
  }
  unsigned quality = whole == "1" ? 1 : 0;
  for (std::size_t i = 0; i < 3; ++i) {
    quality = quality * 10 + (i < fraction.size() ? static_cast<unsigned>(fraction[i] - '0') : 0);
  }
  return std::min(quality, 1000U);
}

std::optional<MediaRange> parse_range(std::string_view element) {
  const std::string_view name = next_part(element, ';');
  MediaRange range;
  if (name == "*") {  // Java's HttpURLConnection writes this for "*/*".
    range.type = range.subtype = "*";
  } else {
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos) {
      return std::nullopt;
    }
    range.type = lower_case(name.substr(0, slash));
    range.subtype = lower_case(name.substr(slash + 1));
  }
  if (!is_token(range.type) || !is_token(range.subtype) ||
      (range.type == "*" && range.subtype != "*")) {
    return std::nullopt;
  }
  while (!element.empty()) {
    const auto [parameter, value] = split_parameter(next_part(element, ';'));
    if (parameter == "q") {
      const auto quality = parse_quality(value);
      if (!quality) {
        return std::nullopt;
      }
      range.quality = *quality;
      break;  // What follows the weight is an extension that nobody uses any more.
    }
    if (!parameter.empty() && !(parameter == "charset" && equal_ignoring_case(value, "utf-8"))) {
      range.has_parameters = true;
    }
  }
  return range;
}

/// How specific the match is; 0: `range` does not match. Our types have no parameters, so a range
/// that asks for one matches none.
unsigned specificity(const MediaRange& range, std::string_view type, std::string_view subtype) {
  if (range.has_parameters) {
    return 0;
  }
  if (range.type == "*") {
    return 1;
  }
  if (range.type != type) {
    return 0;
  }
  if (range.subtype == "*") {
    return 2;
  }
  return range.subtype == subtype ? 3 : 0;
}

}  // namespace

std::vector<MediaRange> parse_accept(std::string_view field) {
  std::vector<MediaRange> ranges;
  while (!field.empty()) {
    if (auto range = parse_range(next_part(field, ','))) {
      ranges.push_back(std::move(*range));
    }
  }
  return ranges;
}

unsigned quality_of(std::string_view media_type, std::span<const MediaRange> ranges) {
  if (ranges.empty()) {
    return 1000;
  }
  const std::size_t slash = media_type.find('/');
  const std::string_view type = media_type.substr(0, slash);
  const std::string_view subtype = media_type.substr(slash + 1);
  std::pair<unsigned, unsigned> best{0, 0};  // Specificity, then quality.
  for (const MediaRange& range : ranges) {
    if (const unsigned specific = specificity(range, type, subtype); specific > 0) {
      best = std::max(best, {specific, range.quality});
    }
  }
  return best.second;
}

std::optional<std::size_t> choose(std::span<const std::string_view> media_types,
                                  std::string_view accept) {
  const std::vector<MediaRange> ranges = parse_accept(accept);
  std::optional<std::size_t> chosen;
  unsigned best = 0;
  for (std::size_t i = 0; i < media_types.size(); ++i) {
    if (const unsigned quality = quality_of(media_types[i], ranges); quality > best) {
      best = quality;
      chosen = i;
    }
  }
  return chosen;
}

std::optional<ContentType> parse_content_type(std::string_view field) {
  const std::string_view name = next_part(field, ';');
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos || !is_token(name.substr(0, slash)) ||
      !is_token(name.substr(slash + 1))) {
    return std::nullopt;
  }
  ContentType type{.media_type = lower_case(name), .charset = {}};
  while (!field.empty()) {
    const auto [parameter, value] = split_parameter(next_part(field, ';'));
    if (parameter == "charset") {
      type.charset = lower_case(value);
    }
  }
  return type;
}

}  // namespace whence::server
