#include "server/url_encoding.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "io/characters.h"
#include "server/http_error.h"

namespace whence::server {
namespace {

unsigned digit_value(char c) {
  if (c <= '9') {
    return static_cast<unsigned>(c - '0');
  }
  return static_cast<unsigned>((c | 0x20) - 'a') + 10;
}

/// What stands before and after the first `separator`; all of it and nothing where there is none.
std::pair<std::string_view, std::string_view> cut(std::string_view text, char separator) {
  const std::size_t at = text.find(separator);
  if (at == std::string_view::npos) {
    return {text, {}};
  }
  return {text.substr(0, at), text.substr(at + 1)};
}

/// One name or value of a form.
std::string decode_part(std::string_view part) {
  std::string spaced(part);
  std::ranges::replace(spaced, '+', ' ');
  return percent_decode(spaced);
}

}  // namespace

std::string percent_decode(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    if (text.size() - i < 3 || !io::is_hexadecimal_digit(text[i + 1]) ||
        !io::is_hexadecimal_digit(text[i + 2])) {
      throw HttpError(Status::kBadRequest,
                      fmt::format("error: expected two hexadecimal digits after '%', found '{}'",
                                  text.substr(i, 3)));
    }
    decoded += static_cast<char>(digit_value(text[i + 1]) * 16 + digit_value(text[i + 2]));
    i += 2;
  }
  return decoded;
}

std::vector<Parameter> parse_form(std::string_view text) {
  std::vector<Parameter> parameters;
  while (!text.empty()) {
    const auto [part, rest] = cut(text, '&');
    text = rest;
    if (part.empty()) {
      continue;
    }
    const auto [name, value] = cut(part, '=');
    Parameter parameter{.name = decode_part(name), .value = decode_part(value)};
    require_utf8(parameter.name, "the name of a parameter");
    require_utf8(parameter.value, fmt::format("the parameter '{}'", parameter.name));
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

void require_utf8(std::string_view text, std::string_view what) {
  const std::size_t valid = io::valid_utf8_size(text);
  if (valid < text.size()) {
    throw HttpError(Status::kBadRequest,
                    fmt::format("error: {} is not UTF-8: byte {} is 0x{:02X}", what, valid + 1,
                                static_cast<unsigned>(static_cast<unsigned char>(text[valid]))));
  }
}

}  // namespace whence::server
