// See json_term.h.
#include "results/json_term.h"

#include <fmt/format.h>

#include "rdf/vocabulary.h"

namespace whence::results {

std::optional<std::string>* JsonTerm::member(std::string_view key) {
  if (key == "type") {
    return &type;
  }
  if (key == "value") {
    return &value;
  }
  if (key == "xml:lang") {
    return &language;
  }
  return key == "datatype" ? &datatype : nullptr;
}

rdf::Term to_term(const JsonTerm& parts, std::string_view variable, const JsonInput& input) {
  const auto fail = [&](const std::string& message) {
    throw input.error(ErrorCode::kBadData, message);
  };
  if (!parts.type || !parts.value) {
    fail(fmt::format("the term of ?{} has no \"{}\"", variable, parts.type ? "value" : "type"));
  }
  const std::string& type = *parts.type;
  const std::string& value = *parts.value;
  // "typed-literal" is what was written before the format became a recommendation.
  const bool is_literal = type == "literal" || type == "typed-literal";
  if (!is_literal && type != "uri" && type != "bnode") {
    fail(fmt::format("expected the type \"uri\", \"bnode\" or \"literal\", found \"{}\"", type));
  }
  if (!is_literal) {
    if (parts.language || parts.datatype) {
      fail(fmt::format("a term of the type \"{}\" with a {}", type,
                       parts.language ? "language" : "datatype"));
    }
    return type == "uri" ? rdf::Term::iri(value) : rdf::Term::blank_node(value);
  }
  // Some endpoints write an empty tag where there is none.
  if (parts.language && !parts.language->empty()) {
    if (parts.datatype && *parts.datatype != rdf::vocabulary::kLangString) {
      fail("a literal with both a language and a datatype");
    }
    return rdf::Term::language_literal(value, *parts.language);
  }
  return rdf::Term::literal(value, parts.datatype.value_or(std::string()));
}

}  // namespace whence::results
