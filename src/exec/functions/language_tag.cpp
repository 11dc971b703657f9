#include "exec/functions/language_tag.h"

#include <algorithm>

namespace whence::exec {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool equal_language_tags(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

bool language_matches(std::string_view tag, std::string_view range) {
  if (range == "*") {
    return !tag.empty();
  }
  if (tag.size() < range.size()) {
    return false;
  }
  return equal_language_tags(tag.substr(0, range.size()), range) &&
         (tag.size() == range.size() || tag[range.size()] == '-');
}

}  // namespace whence::exec
