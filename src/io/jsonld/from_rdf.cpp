// See from_rdf.h.
#include "io/jsonld/from_rdf.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "io/characters.h"
#include "io/jsonld/expanding_node.h"
#include "io/jsonld/json_number.h"
#include "io/jsonld/json_parser.h"
#include "io/jsonld/json_text.h"
#include "io/jsonld/jsonld_vocabulary.h"
#include "rdf/error.h"
#include "rdf/vocabulary.h"

namespace whence::io::jsonld {
namespace {

std::size_t depth_of(const Json& value) {
  std::size_t depth = 0;
  if (const Json::Array* array = value.as_array()) {
    for (const Json& item : *array) {
      depth = std::max(depth, depth_of(item));
    }
    return depth + 1;
  }
  if (const Json::Object* object = value.as_object()) {
    for (const auto& [key, member] : *object) {
      depth = std::max(depth, depth_of(member));
    }
    return depth + 1;
  }
  return 0;
}

/// An xsd:double as XSD writes it, and an xsd:integer, which has no point and no exponent.
bool is_number(std::string_view text, bool may_be_double) {
  const auto skip_digits = [&text] {
    const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(size);
    return size;
  };
  text.remove_prefix(text.starts_with('+') || text.starts_with('-') ? 1 : 0);
  std::size_t digits = skip_digits();
  if (may_be_double && text.starts_with('.')) {
    text.remove_prefix(1);
    digits += skip_digits();
  }
  if (may_be_double && digits > 0 && (text.starts_with('e') || text.starts_with('E'))) {
    text.remove_prefix(1);
    text.remove_prefix(text.starts_with('+') || text.starts_with('-') ? 1 : 0);
    digits = skip_digits();
  }
  return digits > 0 && text.empty();
}

}  // namespace

std::string id_of(const rdf::Term& resource) {
  return resource.is_blank_node() ? "_:" + resource.value : resource.value;
}

FromRdf::FromRdf(const Statements& statements, const JsonLdOptions& options, bool is_lossless)
    : statements_(statements),
      options_(options),
      is_lossless_(is_lossless),
      lists_(statements, !is_lossless) {
  find_compound_literals();
}

/// Steps 5.7.3 and 6.1: blank nodes with rdf:direction that are the object of one statement.
void FromRdf::find_compound_literals() {
  is_compound_.assign(statements_.term_count() + 1, false);
  if (options_.rdf_direction != RdfDirection::kCompoundLiteral) {
    return;
  }
  std::vector<std::size_t> uses(statements_.term_count() + 1, 0);
  for (const Statement& statement : statements_.all()) {
    ++uses[statement.object];
  }
  for (const Statement& statement : statements_.all()) {
    is_compound_[statement.subject] =
        is_compound_[statement.subject] ||
        (statements_.term(statement.predicate).value == kRdfDirection &&
         statements_.term(statement.subject).is_blank_node() && uses[statement.subject] == 1);
  }
}

std::vector<TermNumber> FromRdf::nodes_of(TermNumber graph) const {
  std::vector<TermNumber> nodes;
  for (const Statement& statement : statements_.of_graph(graph)) {
    nodes.push_back(statement.subject);
  }
  if (graph == kDefaultGraph) {
    for (const Statement& statement : statements_.all()) {
      if (statement.graph != kDefaultGraph) {
        nodes.push_back(statement.graph);
      }
    }
  }
  std::ranges::sort(nodes);
  const auto repeated = std::ranges::unique(nodes);
  nodes.erase(repeated.begin(), repeated.end());
  std::erase_if(nodes,
                [this](TermNumber node) { return lists_.is_cell(node) || is_compound_[node]; });
  return nodes;
}

Json::Object FromRdf::node(TermNumber graph, TermNumber subject) const {
  Json::Object node{{"@id", Json(id_of(statements_.term(subject)))}};
  for (const Statement& statement : statements_.of_node(graph, subject)) {
    const std::string& predicate = statements_.term(statement.predicate).value;
    const rdf::Term& object = statements_.term(statement.object);
    if (predicate == rdf::vocabulary::kType && !options_.use_rdf_type && !object.is_literal()) {
      add_values(node, "@type", Json(id_of(object)));
    } else {
      add_values(node, predicate, value(graph, statement.object));
    }
  }
  return node;
}

Json::Array FromRdf::expanded() const {
  Json::Array result;
  for (const TermNumber number : nodes_of(kDefaultGraph)) {
    Json::Object object = node(kDefaultGraph, number);
    if (is_graph(number)) {
      Json::Array graph;
      for (const TermNumber inner : nodes_of(number)) {
        graph.emplace_back(node(number, inner));
      }
      object.emplace("@graph", Json(std::move(graph)));
    }
    result.emplace_back(std::move(object));
  }
  return result;
}

Json FromRdf::value(TermNumber graph, TermNumber object) const {
  const rdf::Term& term = statements_.term(object);
  if (term.is_literal()) {
    return literal(term);
  }
  if (term.is_iri() && term.value == rdf::vocabulary::kNil) {
    return Json(Json::Object{{"@list", Json(Json::Array())}});
  }
  if (const std::vector<TermNumber>* items = lists_.items_of(object)) {
    Json::Array list;
    for (const TermNumber item : *items) {
      list.push_back(value(graph, item));
    }
    return Json(Json::Object{{"@list", Json(std::move(list))}});
  }
  if (is_compound_[object]) {
    if (std::optional<Json> compound = compound_literal(graph, object)) {
      return std::move(*compound);
    }
  }
  return Json(Json::Object{{"@id", Json(id_of(term))}});
}

std::optional<Json> FromRdf::compound_literal(TermNumber graph, TermNumber node) const {
  Json::Object result;
  for (const Statement& statement : statements_.of_node(graph, node)) {
    const std::string& predicate = statements_.term(statement.predicate).value;
    const std::string& text = statements_.term(statement.object).value;
    if (predicate == kRdfValue) {
      result.emplace("@value", Json(text));
    } else if (predicate == kRdfLanguage) {
      if (!is_language_tag(text)) {
        throw Error(ErrorCode::kBadData,
                    fmt::format("invalid language-tagged string: expected a language tag as "
                                "rdf:language, found \"{}\"",
                                text));
      }
      result.emplace("@language", Json(text));
    } else if (predicate == kRdfDirection) {
      if (text != "ltr" && text != "rtl") {
        throw Error(ErrorCode::kBadData,
                    fmt::format("invalid base direction: expected \"ltr\" or \"rtl\" as "
                                "rdf:direction, found \"{}\"",
                                text));
      }
      result.emplace("@direction", Json(text));
    }
  }
  return Json(std::move(result));
}

/// §8.5.2, RDF to Object Conversion.
Json FromRdf::literal(const rdf::Term& term) const {
  Json::Object result{{"@value", Json(term.value)}};
  if (!term.language.empty()) {
    result.emplace("@language", Json(term.language));
    return Json(std::move(result));
  }
  if (term.datatype.empty()) {
    return Json(std::move(result));
  }
  if (std::optional<Json> value = options_.use_native_types ? native(term) : std::nullopt) {
    return Json(Json::Object{{"@value", std::move(*value)}});
  }
  if (term.datatype == kRdfJson && options_.processing_mode == ProcessingMode::k11) {
    if (std::optional<Json> value = json_literal(term)) {
      return Json(Json::Object{{"@value", std::move(*value)}, {"@type", Json("@json")}});
    }
  }
  if (options_.rdf_direction == RdfDirection::kI18nDatatype &&
      term.datatype.starts_with(kI18nNamespace)) {
    const std::string_view both = std::string_view(term.datatype).substr(kI18nNamespace.size());
    const std::size_t at = both.find('_');
    if (at != 0) {
      result.emplace("@language", Json(both.substr(0, at)));
    }
    if (at != std::string_view::npos && at + 1 < both.size()) {
      result.emplace("@direction", Json(both.substr(at + 1)));
    }
    return Json(std::move(result));
  }
  result.emplace("@type", Json(term.datatype));
  return Json(std::move(result));
}

std::optional<Json> FromRdf::native(const rdf::Term& term) const {
  if (term.datatype == rdf::xsd::kBoolean) {
    const bool is_true = term.value == "true" || term.value == "1";
    return is_true || term.value == "false" || term.value == "0" ? std::optional(Json(is_true))
                                                                 : std::nullopt;
  }
  const bool is_double = term.datatype == rdf::xsd::kDouble;
  if ((is_double || term.datatype == rdf::xsd::kInteger) && is_number(term.value, is_double)) {
    std::string_view text = term.value;
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    const std::optional<std::string> exact = is_double ? std::nullopt : canonical_integer(text);
    const std::optional<std::string> number = exact ? exact : ecmascript_number(text);
    return number ? std::optional(Json(Json::Number{*number})) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Json> FromRdf::json_literal(const rdf::Term& term) const {
  constexpr std::size_t kInnerDepthMax = kJsonDepthMax / 2;  // The document is deep too.
  try {
    Json value = parse_json(term.value);
    const bool is_same =
        !is_lossless_ || (depth_of(value) <= kInnerDepthMax && canonical_json(value) == term.value);
    return is_same ? std::optional(std::move(value)) : std::nullopt;
  } catch (const Error& error) {
    if (is_lossless_) {
      return std::nullopt;
    }
    throw Error(ErrorCode::kBadData, fmt::format("invalid JSON literal: {}", error.what()));
  }
}

}  // namespace whence::io::jsonld
