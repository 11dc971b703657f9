// Objects (JSON-LD 1.1 API §5.1.2, steps 7 to 19): which context holds inside, what each member
// means, and whether the whole may stand.
#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "io/jsonld/expander.h"
#include "io/jsonld/expanding_node.h"
#include "io/jsonld/jsonld_problem.h"
#include "io/jsonld/keywords.h"

namespace whence::io::jsonld {
namespace {

/// Step 15. False: the value object stands for nothing.
bool check_value_object(const Json::Object& result, const JsonPlace& place) {
  constexpr std::string_view kInvalid = "invalid value object";
  for (const auto& [key, value] : result) {
    if (key != "@direction" && key != "@index" && key != "@language" && key != "@type" &&
        key != "@value") {
      throw JsonLdProblem(kInvalid, fmt::format("expected no {} beside @value", key), place);
    }
  }
  const auto type = result.find("@type");
  const bool has_type = type != result.end();
  if (has_type && (result.contains("@language") || result.contains("@direction"))) {
    throw JsonLdProblem(kInvalid, "expected @type, or @language and @direction, found both", place);
  }
  const Json& value = result.at("@value");
  const Json* only_type = has_type ? items_of(type->second).front() : nullptr;
  if (has_type && type->second.is_string("@json")) {
    return true;
  }
  if (value.is_null() || (value.as_array() != nullptr && value.as_array()->empty())) {
    return false;
  }
  if (value.as_string() == nullptr && result.contains("@language")) {
    throw JsonLdProblem(
        "invalid language-tagged value",
        fmt::format("expected a string beside @language, found {}", describe(value)), place);
  }
  if (has_type &&
      (type->second.as_string() == nullptr || !is_well_formed_iri(*only_type->as_string()))) {
    throw JsonLdProblem(
        "invalid typed value",
        fmt::format("expected an IRI as the @type of a value, found {}", describe(type->second)),
        place);
  }
  return true;
}

/// Steps 15 to 19: the result, or null where it stands for nothing.
Json finished(Json::Object result, bool is_top, const JsonPlace& place) {
  if (result.contains("@value")) {
    if (!check_value_object(result, place)) {
      return {};
    }
  } else if (const auto type = result.find("@type");
             type != result.end() && type->second.as_array() == nullptr) {
    type->second = Json(Json::Array{std::move(type->second)});
  }
  if (result.contains("@list") || result.contains("@set")) {
    if (result.size() > 2 || (result.size() == 2 && !result.contains("@index"))) {
      throw JsonLdProblem("invalid set or list object",
                          "expected nothing but @index beside @list or @set", place);
    }
    if (const auto set = result.find("@set"); set != result.end()) {
      Json value = std::move(set->second);
      return value;
    }
  }
  if (result.size() == 1 && result.contains("@language")) {
    return {};
  }
  if (is_top && (result.empty() || result.contains("@value") || result.contains("@list") ||
                 (result.size() == 1 && result.contains("@id")))) {
    return {};
  }
  Json object(std::move(result));
  object.set_place(place);
  return object;
}

}  // namespace

/// Steps 3 and 8.
ContextPointer Expander::scoped_by_property(ContextPointer active, Property property) {
  const TermDefinition* term = property ? active->find(*property) : nullptr;
  if (term == nullptr || term->local_context == nullptr) {
    return active;
  }
  return processor_.process_scoped(active, *term, {.overrides_protected = true});
}

/// Step 7.
bool Expander::reverts_context(const Context& active, const Json::Object& element) {
  if (active.previous == nullptr) {
    return false;
  }
  for (const auto& [key, value] : element) {
    const std::optional<std::string> expanded = expand_vocabulary_iri(active, key);
    if (expanded == "@value" || (expanded == "@id" && element.size() == 1)) {
      return false;
    }
  }
  return true;
}

/// Step 11.
ContextPointer Expander::scoped_by_types(ContextPointer active, const Json::Object& element) {
  const ContextPointer type_scope = active;
  for (const auto& [key, value] : element) {
    if (expand_vocabulary_iri(*type_scope, key) != "@type") {
      continue;
    }
    std::vector<std::string_view> types;
    for (const Json* item : items_of(value)) {
      if (const std::string* type = item->as_string()) {
        types.push_back(*type);
      }
    }
    std::ranges::sort(types);
    for (const std::string_view type : types) {
      const TermDefinition* term = type_scope->find(type);
      if (term != nullptr && term->local_context != nullptr) {
        active = processor_.process_scoped(active, *term, {.propagates = false});
      }
    }
  }
  return active;
}

Json Expander::expand_object(ContextPointer active, Property property, const Json& element,
                             bool is_from_map) {
  const Json::Object& members = *element.as_object();
  const TermDefinition* term = property ? active->find(*property) : nullptr;
  const ContextPointer outer = active;  // Keeps `term` alive.
  if (!is_from_map && reverts_context(*active, members)) {
    active = active->previous;
  }
  if (term != nullptr && term->local_context != nullptr) {
    active = processor_.process_scoped(active, *term, {.overrides_protected = true});
  }
  if (const Json* local = element.find("@context")) {
    active = processor_.process(active, *local, base_url_);
  }
  Node node{.active = scoped_by_types(active, members),
            .type_scope = active,
            .property = property,
            .input_type = {},
            .result = {}};
  for (const auto& [key, value] : members) {
    if (expand_vocabulary_iri(*node.active, key) == "@type") {
      const std::vector<const Json*> types = items_of(value);
      if (!types.empty() && types.back()->as_string() != nullptr) {
        node.input_type =
            expand_vocabulary_iri(*node.active, *types.back()->as_string()).value_or("");
      }
      break;
    }
  }
  expand_members(node, members);
  return finished(std::move(node.result), !property || *property == "@graph", element.place());
}

/// Steps 13 and 14.
void Expander::expand_members(Node& node, const Json::Object& element) {
  std::vector<std::string> nests;
  for (const auto& [key, value] : element) {
    if (key == "@context") {
      continue;
    }
    const std::optional<std::string> expanded = expand_vocabulary_iri(*node.active, key);
    if (!expanded) {
      continue;
    }
    if (is_keyword(*expanded)) {
      if (*expanded == "@nest") {
        nests.push_back(key);
      } else {
        expand_keyword(node, *expanded, value);
      }
    } else if (expanded->find(':') != std::string::npos) {
      expand_property(node, key, *expanded, value);
    }
  }
  expand_nests(node, element, nests);
}

void Expander::expand_nests(Node& node, const Json::Object& element,
                            const std::vector<std::string>& nests) {
  for (const std::string& key : nests) {
    for (const Json* nested : items_of(element.find(key)->second)) {
      const Json::Object* members = nested->as_object();
      const bool is_allowed =
          members != nullptr && std::ranges::none_of(*members, [&node](const auto& member) {
            return expand_vocabulary_iri(*node.active, member.first) == "@value";
          });
      if (!is_allowed) {
        throw_found("invalid @nest value", "an object without @value", *nested);
      }
      const ContextPointer outer = node.active;
      node.active = scoped_by_property(node.active, key);
      expand_members(node, *members);
      node.active = outer;
    }
  }
}

/// Steps 13.5 to 13.14.
void Expander::expand_property(Node& node, const std::string& key, const std::string& iri,
                               const Json& value) {
  const TermDefinition* term = node.active->find(key);
  const unsigned containers = term == nullptr ? unsigned{kNoContainer} : term->containers;
  Json expanded = expand_container(node, key, term, value);
  if (expanded.is_null()) {
    return;
  }
  if ((containers & kListContainer) != 0 && !is_list_object(expanded)) {
    expanded = Json(Json::Object{{"@list", Json(to_array(std::move(expanded)))}});
  }
  if ((containers & kGraphContainer) != 0 && (containers & (kIdContainer | kIndexContainer)) == 0) {
    Json::Array graphs;
    for (Json& item : to_array(std::move(expanded))) {
      graphs.emplace_back(Json::Object{{"@graph", Json(to_array(std::move(item)))}});
    }
    expanded = Json(std::move(graphs));
  }
  if (term == nullptr || !term->is_reverse) {
    add_values(node.result, iri, std::move(expanded));
    return;
  }
  Json::Object& reverse =
      *node.result.try_emplace("@reverse", Json(Json::Object())).first->second.as_object();
  for (Json& item : to_array(std::move(expanded))) {
    if (is_value_object(item) || is_list_object(item)) {
      throw_found("invalid reverse property value", "a node", value);
    }
    add_values(reverse, iri, std::move(item));
  }
}

}  // namespace whence::io::jsonld
