// A JSON text as a tree (RFC 8259). Numbers keep their text, so that nothing is rounded; of members
// with one name the last one counts; every value that was read knows its place, for messages.
//
// Trees are at most kJsonDepthMax deep where they were read, so that walking them may recurse.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace whence::io::jsonld {

/// Where a value begins; line 0: it was made, not read.
struct JsonPlace {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t document = 0;  ///< 0: the document itself; else a context, see context_loader.h.
};

class Json {
 public:
  struct Number {
    std::string text;
    friend bool operator==(const Number&, const Number&) = default;
  };
  using Array = std::vector<Json>;
  using Object = std::map<std::string, Json, std::less<>>;

  Json() = default;
  explicit Json(bool value) : value_(value) {}
  explicit Json(std::string value) : value_(std::move(value)) {}
  explicit Json(std::string_view value) : value_(std::string(value)) {}
  explicit Json(const char* value) : value_(std::string(value)) {}
  explicit Json(Number value) : value_(std::move(value)) {}
  explicit Json(Array value) : value_(std::move(value)) {}
  explicit Json(Object value) : value_(std::move(value)) {}

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  [[nodiscard]] bool is_scalar() const {
    return as_boolean() != nullptr || as_number() != nullptr || as_string() != nullptr;
  }
  /// Null where the value is of another kind.
  [[nodiscard]] const bool* as_boolean() const { return std::get_if<bool>(&value_); }
  [[nodiscard]] const Number* as_number() const { return std::get_if<Number>(&value_); }
  [[nodiscard]] const std::string* as_string() const { return std::get_if<std::string>(&value_); }
  [[nodiscard]] const Array* as_array() const { return std::get_if<Array>(&value_); }
  [[nodiscard]] const Object* as_object() const { return std::get_if<Object>(&value_); }
  [[nodiscard]] Array* as_array() { return std::get_if<Array>(&value_); }
  [[nodiscard]] Object* as_object() { return std::get_if<Object>(&value_); }

  [[nodiscard]] bool is_string(std::string_view text) const {
    const std::string* string = as_string();
    return string != nullptr && *string == text;
  }
  /// The member of an object; null where there is none, or this is no object.
  [[nodiscard]] const Json* find(std::string_view name) const;
  [[nodiscard]] Json* find(std::string_view name);

  [[nodiscard]] const JsonPlace& place() const { return place_; }
  void set_place(const JsonPlace& place) { place_ = place; }

  /// The same value; places do not matter.
  friend bool operator==(const Json& a, const Json& b) { return a.value_ == b.value_; }

 private:
  std::variant<std::monostate, bool, Number, std::string, Array, Object> value_;
  JsonPlace place_;
};

/// For messages: `"text"`, `5`, `null`, "an object", "an array"; a long text is cut.
[[nodiscard]] std::string describe(const Json& value);

/// The elements of an array, or the value alone: JSON-LD's "if it is not an array, make it one".
[[nodiscard]] std::vector<const Json*> items_of(const Json& value);
/// An array as it is, anything else as the only element of one.
[[nodiscard]] Json::Array to_array(Json value);

}  // namespace whence::io::jsonld
