#include "server/url_encoding.h"

#include <algorithm>
#include <cstddef>

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
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) {
      continue;
    }
    const std::size_t equals = std::min(part.find('='), part.size());
    Parameter parameter{
        .name = decode_part(part.substr(0, equals)),
        .value = decode_part(part.substr(std::min(equals + 1, part.size()))),
    };
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
