// See term_creator.h. Steps are those of JSON-LD 1.1 API §4.2.2.
#include "io/jsonld/term_creator.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "io/jsonld/containers.h"
#include "io/jsonld/jsonld_problem.h"
#include "io/jsonld/keywords.h"
#include "io/jsonld/term_draft.h"
#include "rdf/iri.h"

namespace whence::io::jsonld {
namespace {

constexpr std::string_view kInvalidTerm = "invalid term definition";

}  // namespace

void TermCreator::create(const std::string& term) {
  const Json& value = *local_.find(term);
  if (const auto known = defined_.find(term); known != defined_.end()) {
    if (!known->second) {
      throw JsonLdProblem("cyclic IRI mapping",
                          fmt::format("the term {} is defined by itself", describe(Json(term))),
                          value.place());
    }
    return;
  }
  if (term.empty()) {
    throw JsonLdProblem(kInvalidTerm, "expected the name of a term, found an empty one",
                        value.place());
  }
  if (term == "@type") {
    check_type_redefinition(value, processor_.is_10());
  } else if (is_keyword(term)) {
    throw JsonLdProblem("keyword redefinition",
                        fmt::format("expected the name of a term, found the keyword {}", term),
                        value.place());
  } else if (has_keyword_form(term)) {
    return;
  }
  if (value.as_object() == nullptr && value.as_string() == nullptr && !value.is_null()) {
    throw_found(kInvalidTerm, "an IRI, an object or null", value);
  }
  if (++depth_ > kTermChainMax) {
    throw JsonLdProblem("context overflow",
                        fmt::format("more than {} terms are defined by one another", kTermChainMax),
                        value.place(), ErrorCode::kLimit);
  }
  defined_[term] = false;
  std::shared_ptr<const TermDefinition> previous;
  if (const auto old = active_.terms.find(term); old != active_.terms.end()) {
    previous = old->second;
    active_.terms.erase(old);
  }
  Draft draft{
      .term = term, .value = value, .is_simple = value.as_string() != nullptr, .definition = {}};
  draft.definition.is_protected = setting_.is_protected;
  if (define(draft)) {
    keep_protected(draft, previous.get());
    active_.terms[term] = std::make_shared<const TermDefinition>(std::move(draft.definition));
  }
  defined_[term] = true;
  --depth_;
}

/// Steps 11 to 26. False: the term is to be ignored.
bool TermCreator::define(Draft& draft) {
  if (const Json* protects = draft.member("@protected")) {
    reject_in_10(protects, kInvalidTerm);
    if (protects->as_boolean() == nullptr) {
      throw_found("invalid @protected value", "true or false", *protects);
    }
    draft.definition.is_protected = *protects->as_boolean();
  }
  set_type(draft);
  if (draft.member("@reverse") != nullptr) {
    if (!set_reverse(draft)) {
      return false;
    }
    check_members(draft);
    return true;
  }
  if (!set_iri(draft)) {
    return false;
  }
  set_container(draft);
  set_index(draft);
  set_scoped_context(draft);
  set_strings(draft);
  set_prefix(draft);
  check_members(draft);
  return true;
}

/// Step 12.
void TermCreator::set_type(Draft& draft) {
  constexpr std::string_view kCode = "invalid type mapping";
  const Json* type = draft.member("@type");
  if (type == nullptr) {
    return;
  }
  if (type->as_string() == nullptr) {
    throw_found(kCode, "an IRI or a keyword", *type);
  }
  const std::string iri = expand_iri(*type->as_string()).value_or(std::string());
  if (iri == "@json" || iri == "@none") {
    reject_in_10(type, kCode);
  } else if (iri != "@id" && iri != "@vocab" && !rdf::is_absolute_iri(iri)) {
    throw_found(kCode, "an IRI, \"@id\", \"@vocab\", \"@json\" or \"@none\"", *type);
  }
  draft.definition.type = iri;
}

/// Step 19.
void TermCreator::set_container(Draft& draft) const {
  const Json* container = draft.member("@container");
  if (container == nullptr) {
    return;
  }
  TermDefinition& definition = draft.definition;
  definition.containers = parse_containers(*container, processor_.is_10());
  if ((definition.containers & kTypeContainer) != 0) {
    if (definition.type.empty()) {
      definition.type = "@id";
    } else if (definition.type != "@id" && definition.type != "@vocab") {
      throw_found("invalid type mapping", "\"@id\" or \"@vocab\" for a container \"@type\"",
                  *draft.member("@type"));
    }
  }
}

/// Step 20.
void TermCreator::set_index(Draft& draft) {
  const Json* index = draft.member("@index");
  if (index == nullptr) {
    return;
  }
  reject_in_10(index, kInvalidTerm);
  if ((draft.definition.containers & kIndexContainer) == 0) {
    throw_found(kInvalidTerm, "a container \"@index\" beside @index", *index);
  }
  const std::string* text = index->as_string();
  const std::optional<std::string> iri = text == nullptr ? std::nullopt : expand_iri(*text);
  if (!iri || !rdf::is_absolute_iri(*iri)) {
    throw_found(kInvalidTerm, "an IRI as @index", *index);
  }
  draft.definition.index = *text;
}

/// Step 21: the context is processed once, so that its errors are found where it is defined.
void TermCreator::set_scoped_context(Draft& draft) {
  const Json* context = draft.member("@context");
  if (context == nullptr) {
    return;
  }
  reject_in_10(context, kInvalidTerm);
  try {
    (void)processor_.process(std::make_shared<const Context>(active_), *context, setting_.base_url,
                             setting_.remote,
                             {.overrides_protected = true, .validates_scoped = false});
  } catch (const JsonLdProblem& problem) {
    if (problem.kind() == ErrorCode::kLimit) {
      throw;
    }
    throw JsonLdProblem(
        "invalid scoped context",
        fmt::format("of the term {}: {}", describe(Json(draft.term)), problem.what()),
        problem.place());
  }
  draft.definition.local_context = context;
  draft.definition.base_url = setting_.base_url;
}

/// Steps 22 to 24.
void TermCreator::set_strings(Draft& draft) const {
  const auto text_of = [](const Json& value) {
    return value.is_null() ? std::nullopt : std::optional(*value.as_string());
  };
  if (const Json* language = draft.member("@language");
      language != nullptr && draft.member("@type") == nullptr) {
    if (!language->is_null() && language->as_string() == nullptr) {
      throw_found("invalid language mapping", "a language tag or null", *language);
    }
    draft.definition.language = text_of(*language);
  }
  if (const Json* direction = draft.member("@direction");
      direction != nullptr && draft.member("@type") == nullptr) {
    if (!direction->is_null() && !direction->is_string("ltr") && !direction->is_string("rtl")) {
      throw_found("invalid base direction", "\"ltr\", \"rtl\" or null", *direction);
    }
    draft.definition.direction = text_of(*direction);
  }
  if (const Json* nest = draft.member("@nest")) {
    reject_in_10(nest, kInvalidTerm);
    const std::string* text = nest->as_string();
    if (text == nullptr || (is_keyword(*text) && *text != "@nest")) {
      throw_found("invalid @nest value", "\"@nest\" or a term", *nest);
    }
    draft.definition.nest = *text;
  }
}

/// Step 25.
void TermCreator::set_prefix(Draft& draft) const {
  const Json* prefix = draft.member("@prefix");
  if (prefix == nullptr) {
    return;
  }
  reject_in_10(prefix, kInvalidTerm);
  if (draft.term.find_first_of(":/") != std::string::npos) {
    throw_found(kInvalidTerm, "a term without \":\" and \"/\" beside @prefix", *prefix);
  }
  if (prefix->as_boolean() == nullptr) {
    throw_found("invalid @prefix value", "true or false", *prefix);
  }
  draft.definition.is_prefix = *prefix->as_boolean();
  if (draft.definition.is_prefix && draft.definition.iri && is_keyword(*draft.definition.iri)) {
    throw JsonLdProblem(
        kInvalidTerm,
        fmt::format("expected the prefix of an IRI, found the keyword {}", *draft.definition.iri),
        prefix->place());
  }
}

/// Step 26.
void TermCreator::check_members(const Draft& draft) const {
  constexpr std::string_view kMembers[] = {"@id",        "@reverse",   "@container", "@context",
                                           "@direction", "@index",     "@language",  "@nest",
                                           "@prefix",    "@protected", "@type"};
  const Json::Object* members = draft.value.as_object();
  if (members == nullptr) {
    return;
  }
  for (const auto& [key, value] : *members) {
    if (std::ranges::find(kMembers, key) == std::end(kMembers)) {
      throw JsonLdProblem(kInvalidTerm,
                          fmt::format("expected the keywords of a term's definition, found {}",
                                      describe(Json(key))),
                          value.place());
    }
  }
}

/// Step 27.
void TermCreator::keep_protected(Draft& draft, const TermDefinition* previous) const {
  if (setting_.overrides_protected || previous == nullptr || !previous->is_protected) {
    return;
  }
  if (!is_same_but_protection(draft.definition, *previous)) {
    throw JsonLdProblem("protected term redefinition",
                        fmt::format("expected the term {} as it was defined, found another meaning",
                                    describe(Json(draft.term))),
                        draft.value.place());
  }
  draft.definition = *previous;
}

std::optional<std::string> TermCreator::expand_iri(std::string_view value) {
  if (!is_keyword(value) && !has_keyword_form(value)) {
    need(value);
    const std::size_t colon = value.empty() ? std::string_view::npos : value.find(':', 1);
    if (colon != std::string_view::npos && value.substr(0, colon) != "_" &&
        !value.substr(colon + 1).starts_with("//")) {
      need(value.substr(0, colon));
    }
  }
  return ContextProcessor::expand_iri(active_, value, false, true);
}

void TermCreator::need(std::string_view term) {
  const auto known = defined_.find(term);
  if (local_.find(term) != nullptr && (known == defined_.end() || !known->second)) {
    create(std::string(term));
  }
}

void TermCreator::reject_in_10(const Json* member, std::string_view code) const {
  if (processor_.is_10()) {
    throw_found(code, "what JSON-LD 1.0 knows", *member);
  }
}

}  // namespace whence::io::jsonld
