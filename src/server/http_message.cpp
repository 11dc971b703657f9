#include "server/http_message.h"

#include <algorithm>

namespace whence::server {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_token_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

}  // namespace

std::string Request::field(std::string_view name) const {
  std::string joined;
  for (const HeaderField& field : fields) {
    if (equal_ignoring_case(field.name, name)) {
      if (!joined.empty()) {
        joined += ", ";
      }
      joined += field.value;
    }
  }
  return joined;
}

bool Request::has_field(std::string_view name) const {
  return std::ranges::any_of(
      fields, [&](const HeaderField& field) { return equal_ignoring_case(field.name, name); });
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view without_outer_spaces(std::string_view text) {
  constexpr std::string_view kSpaces = " \t";
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_character);
}

}  // namespace whence::server
