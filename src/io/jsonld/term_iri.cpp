// Which IRI a term stands for (JSON-LD 1.1 API §4.2.2, steps 13 to 18).
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "io/jsonld/containers.h"
#include "io/jsonld/jsonld_problem.h"
#include "io/jsonld/keywords.h"
#include "io/jsonld/term_creator.h"
#include "io/jsonld/term_draft.h"
#include "rdf/iri.h"

namespace whence::io::jsonld {
namespace {

constexpr std::string_view kInvalidIri = "invalid IRI mapping";

bool ends_in_delimiter(std::string_view iri) {
  return !iri.empty() && std::string_view(":/?#[]@").find(iri.back()) != std::string_view::npos;
}

bool is_iri_or_blank(std::string_view iri) {
  return rdf::is_absolute_iri(iri) || is_blank_node_id(iri);
}

}  // namespace

/// Step 13. False: the term is to be ignored.
bool TermCreator::set_reverse(Draft& draft) {
  constexpr std::string_view kCode = "invalid reverse property";
  const Json& reverse = *draft.member("@reverse");
  for (const std::string_view other : {"@id", "@nest"}) {
    if (draft.member(other) != nullptr) {
      throw JsonLdProblem(kCode, fmt::format("expected no {} beside @reverse", other),
                          reverse.place());
    }
  }
  if (reverse.as_string() == nullptr) {
    throw_found(kInvalidIri, "an IRI", reverse);
  }
  if (has_keyword_form(*reverse.as_string())) {
    return false;
  }
  draft.definition.iri = expand_iri(*reverse.as_string());
  if (!draft.definition.iri || !is_iri_or_blank(*draft.definition.iri)) {
    throw_found(kInvalidIri, "an IRI or a blank node", reverse);
  }
  if (const Json* container = draft.member("@container")) {
    if (!container->is_null() && !container->is_string("@set") && !container->is_string("@index")) {
      throw_found(kCode, "\"@set\", \"@index\" or null as the container", *container);
    }
    draft.definition.containers =
        container->is_null() ? kNoContainer : parse_containers(*container, processor_.is_10());
  }
  draft.definition.is_reverse = true;
  return true;
}

/// Steps 14 to 18. False: the term is to be ignored.
bool TermCreator::set_iri(Draft& draft) {
  if (draft.value.is_null()) {
    return true;  // As {"@id": null}.
  }
  const Json* id = draft.is_simple ? &draft.value : draft.member("@id");
  if (id != nullptr && id->is_null()) {
    return true;
  }
  if (id != nullptr && !id->is_string(draft.term)) {
    return set_given_iri(draft, *id);
  }
  set_implied_iri(draft);
  return true;
}

bool TermCreator::set_given_iri(Draft& draft, const Json& id) {
  const std::string* text = id.as_string();
  if (text == nullptr) {
    throw_found(kInvalidIri, "an IRI", id);
  }
  if (!is_keyword(*text) && has_keyword_form(*text)) {
    return false;
  }
  const std::string iri = expand_iri(*text).value_or(std::string());
  if (iri == "@context") {
    throw_found("invalid keyword alias", "another keyword", id);
  }
  if (!is_keyword(iri) && !is_iri_or_blank(iri)) {
    throw_found(kInvalidIri, "an IRI, a blank node or a keyword", id);
  }
  draft.definition.iri = iri;
  const std::size_t colon = draft.term.find(':', 1);
  const bool has_colon = colon != std::string::npos && colon + 1 < draft.term.size();
  const bool has_slash = draft.term.find('/') != std::string::npos;
  if (has_colon || has_slash) {
    defined_[draft.term] = true;
    if (expand_iri(draft.term) != iri) {
      throw_found(kInvalidIri, fmt::format("the IRI that the term <{}> is itself", draft.term), id);
    }
  }
  draft.definition.is_prefix = draft.term.find(':') == std::string::npos && !has_slash &&
                               draft.is_simple && (ends_in_delimiter(iri) || is_blank_node_id(iri));
  return true;
}

void TermCreator::set_implied_iri(Draft& draft) {
  const std::string& term = draft.term;
  std::optional<std::string>& iri = draft.definition.iri;
  if (const std::size_t colon = term.find(':', 1); colon != std::string::npos) {
    const std::string prefix = term.substr(0, colon);
    const std::string suffix = term.substr(colon + 1);
    if (!suffix.starts_with("//")) {
      need(prefix);
    }
    const TermDefinition* definition = active_.find(prefix);
    iri = definition != nullptr && definition->iri ? *definition->iri + suffix : term;
    return;
  }
  if (term.find('/') != std::string::npos) {
    iri = ContextProcessor::expand_iri(active_, term, false, true);
    if (!iri || !rdf::is_absolute_iri(*iri)) {
      throw JsonLdProblem(kInvalidIri,
                          fmt::format("the term {} stands for no IRI", describe(Json(term))),
                          draft.value.place());
    }
  } else if (term == "@type") {
    iri = "@type";
  } else if (active_.vocabulary) {
    iri = *active_.vocabulary + term;
  } else {
    throw JsonLdProblem(
        kInvalidIri,
        fmt::format("expected @id or @vocab for the term {}, found neither", describe(Json(term))),
        draft.value.place());
  }
}

}  // namespace whence::io::jsonld
