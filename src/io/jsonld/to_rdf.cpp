// See to_rdf.h.
#include "io/jsonld/to_rdf.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "io/blank_node_labels.h"
#include "io/characters.h"
#include "io/jsonld/json_number.h"
#include "io/jsonld/json_text.h"
#include "io/jsonld/jsonld_problem.h"
#include "io/jsonld/jsonld_vocabulary.h"
#include "io/jsonld/keywords.h"
#include "rdf/vocabulary.h"

namespace whence::io::jsonld {
namespace {

/// The lexical form and, where the value object names no datatype, the one of its kind (§8.2.2,
/// steps 8 to 11).
struct Lexical {
  std::string text;
  std::string_view datatype;
};

Lexical lexical_of(const Json& value, std::string_view datatype) {
  if (const std::string* text = value.as_string()) {
    return {.text = *text, .datatype = rdf::xsd::kString};
  }
  if (value.as_boolean() != nullptr) {
    return {.text = describe(value), .datatype = rdf::xsd::kBoolean};
  }
  const Json::Number* number = value.as_number();
  if (number == nullptr) {
    return {.text = canonical_json(value), .datatype = kRdfJson};
  }
  if (datatype != rdf::xsd::kDouble) {
    if (std::optional<std::string> integer = canonical_integer(number->text)) {
      return {.text = std::move(*integer), .datatype = rdf::xsd::kInteger};
    }
  }
  return {.text = canonical_double(number->text), .datatype = rdf::xsd::kDouble};
}

std::string string_member(const Json& object, std::string_view name) {
  const Json* member = object.find(name);
  return member == nullptr || member->as_string() == nullptr ? std::string() : *member->as_string();
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

}  // namespace

void ToRdf::add_nodes(const Json::Array& nodes) {
  for (const Json& node : nodes) {
    // A set may be empty at the top, and values that are free-floating say nothing.
    if (node.as_object() != nullptr && node.find("@value") == nullptr) {
      (void)add_node(node);
    }
  }
}

ToRdf::MaybeTerm ToRdf::add_node(const Json& node) {
  const Json* id = node.find("@id");
  const MaybeTerm subject = id == nullptr                ? MaybeTerm(new_blank_node())
                            : id->as_string() == nullptr ? std::nullopt
                                                         : resource(*id->as_string());
  for (const auto& [key, value] : *node.as_object()) {
    if (key == "@type") {
      add_types(subject, value);
    } else if (key == "@reverse") {
      add_reverse(subject, value);
    } else if (key == "@included") {
      add_nodes(*value.as_array());
    } else if (key == "@graph") {
      MaybeTerm outer = std::exchange(graph_, subject);
      const bool outer_drops = std::exchange(drops_graph_, !subject);
      add_nodes(*value.as_array());
      graph_ = std::move(outer);
      drops_graph_ = outer_drops;
    } else if (!is_keyword(key)) {
      add_property(subject, key, value);
    }
  }
  return subject;
}

void ToRdf::add_types(const MaybeTerm& subject, const Json& types) {
  for (const Json* type : items_of(types)) {
    const MaybeTerm object = resource(*type->as_string());
    if (subject && object) {
      add(*subject, rdf::vocabulary::kType, *object);
    }
  }
}

void ToRdf::add_property(const MaybeTerm& subject, const std::string& property,
                         const Json& values) {
  const bool can_say = subject && is_well_formed_iri(property);
  std::vector<rdf::Term> said;
  for (const Json* value : items_of(values)) {
    MaybeTerm object = add_object(*value);
    if (!can_say || !object || (said.size() == 1 && said.front() == *object)) {
      continue;
    }
    add(*subject, property, *object);
    said.clear();
    said.push_back(std::move(*object));
  }
}

void ToRdf::add_reverse(const MaybeTerm& object, const Json& reverse) {
  for (const auto& [property, values] : *reverse.as_object()) {
    for (const Json* value : items_of(values)) {
      const MaybeTerm subject = add_node(*value);
      if (subject && object && is_well_formed_iri(property)) {
        add(*subject, property, *object);
      }
    }
  }
}

/// §8.2.2, with the nodes inside.
ToRdf::MaybeTerm ToRdf::add_object(const Json& value) {
  if (value.find("@value") != nullptr) {
    return literal_of(value);
  }
  if (const Json* list = value.find("@list")) {
    return add_list(*list->as_array());
  }
  return add_node(value);
}

/// §8.3.2. An item that cannot be said leaves a cell without rdf:first.
ToRdf::MaybeTerm ToRdf::add_list(const Json::Array& items) {
  if (items.empty()) {
    return rdf::Term::iri(rdf::vocabulary::kNil);
  }
  rdf::Term first = new_blank_node();
  rdf::Term cell = first;
  for (const Json& item : items) {
    if (const MaybeTerm object = add_object(item)) {
      add(cell, rdf::vocabulary::kFirst, *object);
    }
    if (&item != &items.back()) {
      rdf::Term next = new_blank_node();
      add(cell, rdf::vocabulary::kRest, next);
      cell = std::move(next);
    }
  }
  add(cell, rdf::vocabulary::kRest, rdf::TermView::iri(rdf::vocabulary::kNil));
  return first;
}

ToRdf::MaybeTerm ToRdf::literal_of(const Json& object) {
  const Json& value = *object.find("@value");
  const std::string type = string_member(object, "@type");
  const std::string language = string_member(object, "@language");
  if (object.find("@language") != nullptr && !is_language_tag(language)) {
    return std::nullopt;
  }
  try {
    if (type == "@json") {
      return rdf::Term::literal(canonical_json(value), kRdfJson);
    }
    if (!type.empty() && !is_well_formed_iri(type)) {
      return std::nullopt;
    }
    Lexical lexical = lexical_of(value, type);
    const std::string direction = string_member(object, "@direction");
    if (!direction.empty() && direction_ != RdfDirection::kNone) {
      return directed_literal(lexical.text, language, direction);
    }
    if (!language.empty()) {
      return rdf::Term::language_literal(lexical.text, language);
    }
    return rdf::Term::literal(lexical.text, type.empty() ? lexical.datatype : type);
  } catch (const Error& error) {
    throw JsonLdProblem("invalid JSON literal", error.what(), object.place());
  }
}

/// §8.2.2, step 13.
rdf::Term ToRdf::directed_literal(const std::string& text, const std::string& language,
                                  const std::string& direction) {
  const std::string lower = lower_case(language);
  if (direction_ == RdfDirection::kI18nDatatype) {
    return rdf::Term::literal(text, fmt::format("{}{}_{}", kI18nNamespace, lower, direction));
  }
  rdf::Term node = new_blank_node();
  add(node, kRdfValue, rdf::TermView::literal(text));
  if (!lower.empty()) {
    add(node, kRdfLanguage, rdf::TermView::literal(lower));
  }
  add(node, kRdfDirection, rdf::TermView::literal(direction));
  return node;
}

ToRdf::MaybeTerm ToRdf::resource(std::string_view id) {
  if (is_blank_node_id(id)) {
    return node_of_label(id.substr(2));
  }
  return is_well_formed_iri(id) ? MaybeTerm(rdf::Term::iri(id)) : std::nullopt;
}

rdf::Term ToRdf::node_of_label(std::string_view label) {
  if (!label.empty() && blank_node_label_size(label) == label.size()) {
    std::string scoped;
    scope_label(options_.blank_node_scope, label, scoped);
    return rdf::Term::blank_node(scoped);
  }
  const auto [entry, is_new] = odd_labels_.try_emplace(std::string(label));
  if (is_new) {
    entry->second = new_blank_node();
  }
  return entry->second;
}

rdf::Term ToRdf::new_blank_node() {
  std::string label;
  scope_generated(options_.blank_node_scope, std::to_string(generated_++), label);
  return rdf::Term::blank_node(label);
}

void ToRdf::add(const rdf::TermView& subject, std::string_view predicate,
                const rdf::TermView& object) {
  if (!drops_graph_) {
    sink_.quad({subject, rdf::TermView::iri(predicate), object,
                graph_ ? std::optional<rdf::TermView>(graph_->view()) : std::nullopt});
  }
}

}  // namespace whence::io::jsonld
