// Members whose key is a keyword (JSON-LD 1.1 API §5.1.2, step 13.4).
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "io/jsonld/expander.h"
#include "io/jsonld/expanding_node.h"
#include "io/jsonld/jsonld_problem.h"

namespace whence::io::jsonld {
namespace {

const std::string& string_of(const Json& value, std::string_view code, std::string_view expected) {
  if (value.as_string() == nullptr) {
    throw_found(code, expected, value);
  }
  return *value.as_string();
}

}  // namespace

void Expander::expand_keyword(Node& node, std::string_view keyword, const Json& value) {
  Json::Object& result = node.result;
  if (node.property == "@reverse") {
    throw JsonLdProblem("invalid reverse property map",
                        fmt::format("expected properties, found the keyword {}", keyword),
                        value.place());
  }
  const bool may_repeat = keyword == "@included" || keyword == "@type";
  if (result.contains(keyword) && (!may_repeat || processor_.is_10())) {
    throw JsonLdProblem("colliding keywords", fmt::format("{} stands here twice", keyword),
                        value.place());
  }
  const std::string name(keyword);
  if (keyword == "@id") {
    const std::optional<std::string> iri = ContextProcessor::expand_iri(
        *node.active, string_of(value, "invalid @id value", "a string"), true, false);
    result.emplace(name, iri ? Json(*iri) : Json());
  } else if (keyword == "@type") {
    expand_type(node, value);
  } else if (keyword == "@graph") {
    Json graph = expand(node.active, "@graph", value);
    result.emplace(name, Json(graph.is_null() ? Json::Array() : to_array(std::move(graph))));
  } else if (keyword == "@included") {
    expand_included(node, value);
  } else if (keyword == "@value") {
    expand_literal_value(node, value);
    if (node.input_type == "@json" && processor_.is_10()) {
      throw_found("invalid value object value", "a value of JSON-LD 1.0", value);
    }
  } else if (keyword == "@language") {
    result.emplace(name, Json(string_of(value, "invalid language-tagged string", "a string")));
  } else if (keyword == "@direction") {
    if (!processor_.is_10()) {
      if (!value.is_string("ltr") && !value.is_string("rtl")) {
        throw_found("invalid base direction", "\"ltr\" or \"rtl\"", value);
      }
      result.emplace(name, value);
    }
  } else if (keyword == "@index") {
    result.emplace(name, Json(string_of(value, "invalid @index value", "a string")));
  } else if (keyword == "@list") {
    if (node.property && *node.property != "@graph") {
      Json list = expand(node.active, node.property, value);
      result.emplace(name, Json(list.is_null() ? Json::Array() : to_array(std::move(list))));
    }
  } else if (keyword == "@set") {
    Json set = expand(node.active, node.property, value);
    result.emplace(name, std::move(set));
  } else if (keyword == "@reverse") {
    expand_reverse(node, value);
  }
}

/// Step 13.4.4.
void Expander::expand_type(Node& node, const Json& value) {
  Json::Array types;
  for (const Json* item : items_of(value)) {
    const std::string& type =
        string_of(*item, "invalid type value", "a string, or an array of strings");
    if (const std::optional<std::string> iri =
            ContextProcessor::expand_iri(*node.type_scope, type, true, true)) {
      types.emplace_back(*iri);
    }
  }
  const auto [member, is_new] = node.result.try_emplace("@type");
  if (is_new && value.as_array() == nullptr) {
    member->second = types.empty() ? Json(Json::Array()) : std::move(types.front());
    return;
  }
  if (!is_new) {
    Json::Array all = to_array(std::move(member->second));
    std::ranges::move(types, std::back_inserter(all));
    types = std::move(all);
  }
  member->second = Json(std::move(types));
}

/// Step 13.4.6.
void Expander::expand_included(Node& node, const Json& value) {
  if (processor_.is_10()) {
    return;
  }
  Json included = expand(node.active, std::nullopt, value);
  Json::Array nodes = included.is_null() ? Json::Array() : to_array(std::move(included));
  if (nodes.empty() || !std::ranges::all_of(nodes, is_node_object)) {
    throw_found("invalid @included value", "nodes", value);
  }
  add_values(node.result, "@included", Json(std::move(nodes)));
}

/// Step 13.4.7.
void Expander::expand_literal_value(Node& node, const Json& value) {
  if (node.input_type != "@json" && !value.is_scalar() && !value.is_null()) {
    throw_found("invalid value object value", "a string, a number, a boolean or null", value);
  }
  node.result.emplace("@value", value);
}

/// Step 13.4.13.
void Expander::expand_reverse(Node& node, const Json& value) {
  if (value.as_object() == nullptr) {
    throw_found("invalid @reverse value", "an object", value);
  }
  Json expanded = expand(node.active, "@reverse", value);
  if (expanded.as_object() == nullptr) {
    return;
  }
  Json::Object& members = *expanded.as_object();
  if (const auto twice = members.find("@reverse"); twice != members.end()) {
    for (auto& [property, items] : *twice->second.as_object()) {
      add_values(node.result, property, std::move(items));
    }
    members.erase(twice);
  }
  if (members.empty()) {
    return;
  }
  Json::Object& reverse =
      *node.result.try_emplace("@reverse", Json(Json::Object())).first->second.as_object();
  for (auto& [property, items] : members) {
    for (Json& item : to_array(std::move(items))) {
      if (is_value_object(item) || is_list_object(item)) {
        throw_found("invalid reverse property value", "a node", value);
      }
      add_values(reverse, property, std::move(item));
    }
  }
}

}  // namespace whence::io::jsonld
