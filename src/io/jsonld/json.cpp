// See json.h.
#include "io/jsonld/json.h"

#include "io/characters.h"

namespace whence::io::jsonld {

const Json* Json::find(std::string_view name) const {
  const Object* object = as_object();
  if (object == nullptr) {
    return nullptr;
  }
  const auto member = object->find(name);
  return member == object->end() ? nullptr : &member->second;
}

Json* Json::find(std::string_view name) {
  Object* object = as_object();
  if (object == nullptr) {
    return nullptr;
  }
  const auto member = object->find(name);
  return member == object->end() ? nullptr : &member->second;
}

std::string describe(const Json& value) {
  constexpr std::size_t kTextSizeMax = 80;
  if (const std::string* text = value.as_string()) {
    if (text->size() <= kTextSizeMax) {
      return '"' + *text + '"';
    }
    const std::string_view front = std::string_view(*text).substr(0, kTextSizeMax);
    return '"' + text->substr(0, front.size() - cut_off_utf8_size(front)) + "...\"";
  }
  if (const Json::Number* number = value.as_number()) {
    return number->text.substr(0, kTextSizeMax);
  }
  if (const bool* boolean = value.as_boolean()) {
    return *boolean ? "true" : "false";
  }
  if (const Json::Array* array = value.as_array()) {
    return array->empty() ? "an empty array" : "an array";
  }
  return value.is_null() ? "null" : "an object";
}

std::vector<const Json*> items_of(const Json& value) {
  std::vector<const Json*> items;
  if (const Json::Array* array = value.as_array()) {
    items.reserve(array->size());
    for (const Json& item : *array) {
      items.push_back(&item);
    }
  } else {
    items.push_back(&value);
  }
  return items;
}

Json::Array to_array(Json value) {
  if (Json::Array* array = value.as_array()) {
    return std::move(*array);
  }
  Json::Array array;
  array.push_back(std::move(value));
  return array;
}

}  // namespace whence::io::jsonld
