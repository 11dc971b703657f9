// See expander.h. Steps are those of JSON-LD 1.1 API §5.1.2.
#include "io/jsonld/expander.h"

#include <utility>

#include "io/jsonld/expanding_node.h"
#include "io/jsonld/jsonld_problem.h"

namespace whence::io::jsonld {

Json::Array Expander::expand_document(const ContextPointer& active, const Json& document) {
  Json expanded = expand(active, std::nullopt, document);
  if (expanded.as_object() != nullptr && expanded.as_object()->size() == 1) {
    if (Json* graph = expanded.find("@graph")) {
      return to_array(std::move(*graph));
    }
  }
  return expanded.is_null() ? Json::Array() : to_array(std::move(expanded));
}

Json Expander::expand(const ContextPointer& active, Property property, const Json& element,
                      bool is_from_map) {
  if (element.is_null()) {
    return {};
  }
  if (const Json::Array* array = element.as_array()) {
    return expand_array(active, property, *array, is_from_map);
  }
  if (element.as_object() != nullptr) {
    return expand_object(active, property, element, is_from_map);
  }
  if (!property || *property == "@graph") {
    return {};  // Free-floating: it belongs to nothing.
  }
  return expand_value(*scoped_by_property(active, property), *property, element);
}

/// Step 5.
Json Expander::expand_array(const ContextPointer& active, Property property,
                            const Json::Array& array, bool is_from_map) {
  const TermDefinition* term = property ? active->find(*property) : nullptr;
  const bool is_list = term != nullptr && (term->containers & kListContainer) != 0;
  Json::Array result;
  for (const Json& item : array) {
    Json expanded = expand(active, property, item, is_from_map);
    if (is_list && expanded.as_array() != nullptr) {
      result.emplace_back(Json::Object{{"@list", std::move(expanded)}});
      continue;
    }
    if (!expanded.is_null()) {
      for (Json& value : to_array(std::move(expanded))) {
        result.push_back(std::move(value));
      }
    }
  }
  return Json(std::move(result));
}

/// §5.3.2.
Json Expander::expand_value(const Context& active, std::string_view property, const Json& value) {
  const TermDefinition* term = active.find(property);
  const std::string_view type = term == nullptr ? std::string_view() : term->type;
  const std::string* text = value.as_string();
  Json::Object result;
  if (text != nullptr && (type == "@id" || type == "@vocab")) {
    const std::optional<std::string> iri =
        ContextProcessor::expand_iri(active, *text, true, type == "@vocab");
    result.emplace("@id", iri ? Json(*iri) : Json());
    return Json(std::move(result));
  }
  result.emplace("@value", value);
  if (!type.empty() && type != "@id" && type != "@vocab" && type != "@none") {
    result.emplace("@type", Json(type));
  } else if (text != nullptr) {
    const Override* language = term == nullptr ? nullptr : &term->language;
    const Override* direction = term == nullptr ? nullptr : &term->direction;
    const std::optional<std::string>& chosen_language =
        language != nullptr && *language ? **language : active.language;
    const std::optional<std::string>& chosen_direction =
        direction != nullptr && *direction ? **direction : active.direction;
    if (chosen_language) {
      result.emplace("@language", Json(*chosen_language));
    }
    if (chosen_direction) {
      result.emplace("@direction", Json(*chosen_direction));
    }
  }
  Json object(std::move(result));
  object.set_place(value.place());
  return object;
}

}  // namespace whence::io::jsonld
