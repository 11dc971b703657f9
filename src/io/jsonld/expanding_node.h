// An object while it is being expanded, and the questions that are asked of expanded values
// (JSON-LD 1.1 API §1.7, "value object" and its kin). Of expander.h's own files.
#pragma once

#include <string>
#include <utility>

#include "io/jsonld/expander.h"

namespace whence::io::jsonld {

[[nodiscard]] inline bool is_value_object(const Json& value) {
  return value.find("@value") != nullptr;
}
[[nodiscard]] inline bool is_list_object(const Json& value) {
  return value.find("@list") != nullptr;
}
[[nodiscard]] inline bool is_graph_object(const Json& value) {
  if (value.find("@graph") == nullptr) {
    return false;
  }
  for (const auto& [key, member] : *value.as_object()) {
    if (key != "@graph" && key != "@id" && key != "@index" && key != "@context") {
      return false;
    }
  }
  return true;
}
[[nodiscard]] inline bool is_node_object(const Json& value) {
  return value.as_object() != nullptr && !is_value_object(value) && !is_list_object(value) &&
         value.find("@set") == nullptr;
}

/// Adds a value, or each element of an array, to the array that is the member `key`.
inline void add_values(Json::Object& object, const std::string& key, Json value) {
  Json::Array& array = *object.try_emplace(key, Json(Json::Array())).first->second.as_array();
  for (Json& item : to_array(std::move(value))) {
    array.push_back(std::move(item));
  }
}

struct Expander::Node {
  ContextPointer active;
  ContextPointer type_scope;  ///< Before the contexts of its types: its types are looked up there.
  Property property;          ///< Whose value it is.
  std::string input_type;     ///< The last of its types, expanded; empty: none.
  Json::Object result;
};

}  // namespace whence::io::jsonld
