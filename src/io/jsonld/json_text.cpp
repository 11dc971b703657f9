// See json_text.h.
#include "io/jsonld/json_text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "io/characters.h"
#include "io/jsonld/json_number.h"
#include "rdf/error.h"

namespace whence::io::jsonld {
namespace {

/// The order of UTF-16 code units, which differs from the order of bytes where a surrogate pair
/// meets a character above the surrogates.
bool is_before(std::string_view a, std::string_view b) {
  const auto [at_a, at_b] = std::ranges::mismatch(a, b);
  if (at_a == a.end() || at_b == b.end()) {
    return at_a == a.end() && at_b != b.end();
  }
  const auto x = static_cast<unsigned char>(*at_a);
  const auto y = static_cast<unsigned char>(*at_b);
  // F0.. leads four bytes (a surrogate pair, D800..), EE and EF lead U+E000..U+FFFF.
  const bool x_is_pair = x >= 0xF0;
  const bool y_is_pair = y >= 0xF0;
  if (x_is_pair != y_is_pair && std::min(x, y) >= 0xEE) {
    return x_is_pair;
  }
  return x < y;
}

void append_canonical(std::string& out, const Json& value) {
  if (const Json::Object* object = value.as_object()) {
    std::vector<const Json::Object::value_type*> members;
    for (const auto& member : *object) {
      members.push_back(&member);
    }
    std::ranges::sort(members, is_before,
                      [](const auto* member) { return std::string_view(member->first); });
    out += '{';
    for (const auto* member : members) {
      out += member == members.front() ? "" : ",";
      append_json_string(out, member->first);
      out += ':';
      append_canonical(out, member->second);
    }
    out += '}';
  } else if (const Json::Array* array = value.as_array()) {
    out += '[';
    for (const Json& item : *array) {
      out += &item == &array->front() ? "" : ",";
      append_canonical(out, item);
    }
    out += ']';
  } else if (const std::string* text = value.as_string()) {
    append_json_string(out, *text);
  } else if (const Json::Number* number = value.as_number()) {
    const std::optional<std::string> written = ecmascript_number(number->text);
    if (!written) {
      throw Error(
          ErrorCode::kBadData,
          fmt::format("expected a number in the range of doubles, found {}", describe(value)));
    }
    out += *written;
  } else {
    out += describe(value);  // null, true, false
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::pair<char, std::string_view> kEscapes[] = {
      {'"', "\\\""}, {'\\', "\\\\"}, {'\b', "\\b"}, {'\f', "\\f"},
      {'\n', "\\n"}, {'\r', "\\r"},  {'\t', "\\t"}};
  out += '"';
  for (const char c : text) {
    if (const auto* escape =
            std::ranges::find(kEscapes, c, &std::pair<char, std::string_view>::first);
        escape != std::end(kEscapes)) {
      out += escape->second;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

std::string canonical_json(const Json& value) {
  std::string out;
  append_canonical(out, value);
  return out;
}

}  // namespace whence::io::jsonld
