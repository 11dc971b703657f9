// Values by the container of their term (JSON-LD 1.1 API §5.1.2, steps 13.5 to 13.9): language
// maps, maps by index, id and type, JSON literals.
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "io/jsonld/expander.h"
#include "io/jsonld/expanding_node.h"
#include "io/jsonld/jsonld_problem.h"
#include "rdf/iri.h"

namespace whence::io::jsonld {

Json Expander::expand_container(Node& node, const std::string& key, const TermDefinition* term,
                                const Json& value) {
  if (term != nullptr && term->type == "@json") {
    return Json(Json::Object{{"@value", value}, {"@type", Json("@json")}});
  }
  if (term != nullptr && value.as_object() != nullptr) {
    if ((term->containers & kLanguageContainer) != 0) {
      return expand_language_map(*node.active, *term, *value.as_object());
    }
    if ((term->containers & (kIndexContainer | kTypeContainer | kIdContainer)) != 0) {
      return expand_index_map(node.active, key, *term, *value.as_object());
    }
  }
  return expand(node.active, key, value);
}

/// Step 13.7.
Json Expander::expand_language_map(const Context& active, const TermDefinition& term,
                                   const Json::Object& map) {
  const std::optional<std::string>& direction = term.direction ? *term.direction : active.direction;
  Json::Array values;
  for (const auto& [language, texts] : map) {
    for (const Json* text : items_of(texts)) {
      if (text->is_null()) {
        continue;
      }
      if (text->as_string() == nullptr) {
        throw_found("invalid language map value", "a string", *text);
      }
      Json::Object value{{"@value", *text}};
      if (language != "@none" && expand_vocabulary_iri(active, language) != "@none") {
        value.emplace("@language", Json(language));
      }
      if (direction) {
        value.emplace("@direction", Json(*direction));
      }
      values.emplace_back(std::move(value));
    }
  }
  return Json(std::move(values));
}

/// Step 13.8.
Json Expander::expand_index_map(const ContextPointer& active, const std::string& key,
                                const TermDefinition& term, const Json::Object& map) {
  Json::Array values;
  for (const auto& [index, value] : map) {
    ContextPointer inner = active;
    if ((term.containers & (kIdContainer | kTypeContainer)) != 0 && active->previous != nullptr) {
      inner = active->previous;
    }
    const TermDefinition* type = inner->find(index);
    if ((term.containers & kTypeContainer) != 0 && type != nullptr &&
        type->local_context != nullptr) {
      inner = processor_.process_scoped(inner, *type, {});
    }
    Json items = expand(inner, key, value, true);
    for (Json& item : items.is_null() ? Json::Array() : to_array(std::move(items))) {
      if ((term.containers & kGraphContainer) != 0 && !is_graph_object(item)) {
        item = Json(Json::Object{{"@graph", Json(to_array(std::move(item)))}});
      }
      index_item(*active, term, index, item);
      values.push_back(std::move(item));
    }
  }
  return Json(std::move(values));
}

/// Steps 13.8.3.7.2 to 13.8.3.7.5: what the place in the map says of a value.
void Expander::index_item(const Context& active, const TermDefinition& term,
                          const std::string& index, Json& item) const {
  const std::optional<std::string> iri = expand_vocabulary_iri(active, index);
  Json::Object* object = item.as_object();
  if (iri == "@none" || object == nullptr) {
    return;
  }
  if ((term.containers & kIndexContainer) != 0) {
    if (term.index.empty()) {
      object->try_emplace("@index", Json(index));
    } else {
      if (is_value_object(item)) {
        throw JsonLdProblem("invalid value object",
                            fmt::format("expected nodes in a map by {}, found a value", term.index),
                            item.place());
      }
      const std::string property = expand_vocabulary_iri(active, term.index).value_or(term.index);
      Json::Array all;
      all.push_back(expand_value(active, term.index, Json(index)));
      if (const auto old = object->find(property); old != object->end()) {
        for (Json& value : to_array(std::move(old->second))) {
          all.push_back(std::move(value));
        }
      }
      object->insert_or_assign(property, Json(std::move(all)));
    }
  } else if ((term.containers & kIdContainer) != 0) {
    const std::optional<std::string> id = ContextProcessor::expand_iri(active, index, true, false);
    object->try_emplace("@id", id ? Json(*id) : Json());
  } else if ((term.containers & kTypeContainer) != 0 && iri) {
    Json::Array types{Json(*iri)};
    if (const auto old = object->find("@type"); old != object->end()) {
      for (Json& type : to_array(std::move(old->second))) {
        types.push_back(std::move(type));
      }
    }
    object->insert_or_assign("@type", Json(std::move(types)));
  }
}

}  // namespace whence::io::jsonld
