// See context_processor.h. Steps are those of JSON-LD 1.1 API §4.1.2.
#include "io/jsonld/context_processor.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "io/jsonld/jsonld_problem.h"
#include "io/jsonld/keywords.h"
#include "io/jsonld/term_creator.h"
#include "rdf/iri.h"

namespace whence::io::jsonld {
namespace {

/// `reference` against `base`, where there is one that can be resolved against.
std::string resolved(const std::string& base, const std::string& reference) {
  return rdf::is_absolute_iri(base) ? rdf::resolve_iri(base, reference) : reference;
}

bool has_protected_terms(const Context& context) {
  return std::ranges::any_of(context.terms,
                             [](const auto& term) { return term.second->is_protected; });
}

/// Step 2: @propagate counts before all else.
bool propagates(const Json& local, bool otherwise) {
  const Json* member = local.find("@propagate");
  const bool* value = member == nullptr ? nullptr : member->as_boolean();
  return value == nullptr ? otherwise : *value;
}

bool is_protected(const Json& local) {
  const Json* member = local.find("@protected");
  if (member == nullptr) {
    return false;
  }
  if (member->as_boolean() == nullptr) {
    throw_found("invalid @protected value", "true or false", *member);
  }
  return *member->as_boolean();
}

void check_direction(const Json& value) {
  if (!value.is_null() && !value.is_string("ltr") && !value.is_string("rtl")) {
    throw_found("invalid base direction", "\"ltr\", \"rtl\" or null", value);
  }
}

}  // namespace

ContextPointer ContextProcessor::process(const ContextPointer& active, const Json& local,
                                         const std::string& base_url, const ContextRules& rules) {
  return process(active, local, base_url, {}, rules);
}

ContextPointer ContextProcessor::process_scoped(const ContextPointer& active,
                                                const TermDefinition& term,
                                                const ContextRules& rules) {
  constexpr std::size_t kKeptMax = 256;
  ScopedKey key{.active = active,
                .local = term.local_context,
                .overrides_protected = rules.overrides_protected,
                .propagates = rules.propagates};
  if (const auto known = scoped_.find(key); known != scoped_.end()) {
    return known->second;
  }
  ContextPointer result = process(active, *term.local_context, term.base_url, {}, rules);
  if (scoped_.size() >= kKeptMax) {
    scoped_.clear();
  }
  scoped_.emplace(std::move(key), result);
  return result;
}

ContextPointer ContextProcessor::process(const ContextPointer& active, const Json& local,
                                         const std::string& base_url, const RemoteContexts& remote,
                                         const ContextRules& rules) {
  const bool propagate = propagates(local, rules.propagates);
  ContextPointer result = active;
  if (!propagate && active->previous == nullptr) {
    auto changed = std::make_shared<Context>(*active);
    changed->previous = active;
    result = std::move(changed);
  }
  for (const Json* item : items_of(local)) {
    if (item->is_null()) {
      if (!rules.overrides_protected && has_protected_terms(*active)) {
        throw JsonLdProblem("invalid context nullification",
                            "expected a context that keeps protected terms, found null",
                            item->place());
      }
      auto empty = std::make_shared<Context>();
      empty->base =
          active->original_base.empty() ? std::nullopt : std::optional(active->original_base);
      empty->original_base = active->original_base;
      if (!propagate) {
        empty->previous = result;
      }
      result = std::move(empty);
    } else if (item->as_string() != nullptr) {
      process_remote(result, *item, base_url, remote, rules);
    } else if (item->as_object() != nullptr) {
      process_object(result, *item, base_url, remote, rules);
    } else {
      throw_found("invalid local context", "an object, the IRI of a context, or null", *item);
    }
  }
  return result;
}

/// Step 5.2.
void ContextProcessor::process_remote(ContextPointer& result, const Json& reference,
                                      const std::string& base_url, const RemoteContexts& remote,
                                      const ContextRules& rules) {
  const std::string iri = resolved(base_url, *reference.as_string());
  if (!rules.validates_scoped && std::ranges::find(remote, iri) != remote.end()) {
    return;
  }
  if (remote.size() >= kRemoteContextsMax) {
    throw JsonLdProblem("context overflow",
                        fmt::format("more than {} contexts load one another, the last is <{}>",
                                    kRemoteContextsMax, iri),
                        reference.place(), ErrorCode::kLimit);
  }
  const Json& loaded = loader_.load(iri, reference);
  RemoteContexts inner = remote;
  inner.push_back(iri);
  result = process(result, loaded, iri, inner, rules);
}

/// Step 5.6.
const Json* ContextProcessor::with_import(const Json& local, const std::string& base_url) {
  const Json* import = local.find("@import");
  if (import == nullptr) {
    return &local;
  }
  if (is_10()) {
    throw_found("invalid context entry", "no @import in JSON-LD 1.0", *import);
  }
  if (import->as_string() == nullptr) {
    throw_found("invalid @import value", "the IRI of a context", *import);
  }
  const Json& imported = loader_.load(resolved(base_url, *import->as_string()), *import);
  if (imported.as_object() == nullptr) {
    throw_found("invalid remote context", "an object as the context that is imported", imported);
  }
  if (const Json* again = imported.find("@import")) {
    throw_found("invalid context entry", "no @import in a context that is imported", *again);
  }
  return &loader_.merge(imported, local);
}

/// Steps 5.5 to 5.13.
void ContextProcessor::process_object(ContextPointer& result, const Json& local,
                                      const std::string& base_url, const RemoteContexts& remote,
                                      const ContextRules& rules) {
  if (const Json* version = local.find("@version")) {
    if (version->as_number() == nullptr || version->as_number()->text != "1.1") {
      throw_found("invalid @version value", "1.1", *version);
    }
    if (is_10()) {
      throw_found("processing mode conflict", "a context of JSON-LD 1.0", *version);
    }
  }
  const Json& context = *with_import(local, base_url);
  auto changed = std::make_shared<Context>(*result);
  set_members(*changed, context, !remote.empty());
  const bool protects = is_protected(context);
  TermCreator creator(*this, *changed, context,
                      {.base_url = base_url,
                       .remote = remote,
                       .is_protected = protects,
                       .overrides_protected = rules.overrides_protected});
  for (const auto& [key, value] : *context.as_object()) {
    constexpr std::string_view kOwn[] = {"@base",      "@direction", "@import",  "@language",
                                         "@propagate", "@protected", "@version", "@vocab"};
    if (std::ranges::find(kOwn, key) == std::end(kOwn)) {
      creator.create(key);
    }
  }
  result = std::move(changed);
}

/// Steps 5.7 to 5.11.
void ContextProcessor::set_members(Context& result, const Json& local, bool is_remote) const {
  if (const Json* base = local.find("@base"); base != nullptr && !is_remote) {
    set_base(result, *base);
  }
  if (const Json* vocabulary = local.find("@vocab")) {
    set_vocabulary(result, *vocabulary);
  }
  if (const Json* language = local.find("@language")) {
    if (!language->is_null() && language->as_string() == nullptr) {
      throw_found("invalid default language", "a language tag or null", *language);
    }
    result.language = language->is_null() ? std::nullopt : std::optional(*language->as_string());
  }
  if (const Json* direction = local.find("@direction")) {
    if (is_10()) {
      throw_found("invalid context entry", "no @direction in JSON-LD 1.0", *direction);
    }
    check_direction(*direction);
    result.direction = direction->is_null() ? std::nullopt : std::optional(*direction->as_string());
  }
  if (const Json* propagate = local.find("@propagate")) {
    if (is_10()) {
      throw_found("invalid context entry", "no @propagate in JSON-LD 1.0", *propagate);
    }
    if (propagate->as_boolean() == nullptr) {
      throw_found("invalid @propagate value", "true or false", *propagate);
    }
  }
}

void ContextProcessor::set_base(Context& result, const Json& value) const {
  const std::string* iri = value.as_string();
  if (value.is_null()) {
    result.base.reset();
  } else if (iri != nullptr && rdf::is_absolute_iri(*iri)) {
    result.base = *iri;
  } else if (iri != nullptr && result.base) {
    result.base = resolved(*result.base, *iri);
  } else {
    throw_found("invalid base IRI", "an absolute IRI or null", value);
  }
}

void ContextProcessor::set_vocabulary(Context& result, const Json& value) const {
  constexpr std::string_view kCode = "invalid vocab mapping";
  if (value.is_null()) {
    result.vocabulary.reset();
    return;
  }
  const std::string* text = value.as_string();
  if (text == nullptr) {
    throw_found(kCode, "an IRI or null", value);
  }
  if (is_10() && !rdf::is_absolute_iri(*text) && !is_blank_node_id(*text)) {
    throw_found(kCode, "an absolute IRI, as JSON-LD 1.0 has it", value);
  }
  const std::optional<std::string> iri = expand_iri(result, *text, true, true);
  if (!iri || is_keyword(*iri) || has_keyword_form(*text)) {
    throw_found(kCode, "an IRI", value);
  }
  result.vocabulary = *iri;
}

std::optional<std::string> ContextProcessor::expand_iri(const Context& active,
                                                        std::string_view value,
                                                        bool is_document_relative,
                                                        bool is_vocabulary_relative) {
  if (is_keyword(value)) {
    return std::string(value);
  }
  if (has_keyword_form(value)) {
    return std::nullopt;
  }
  if (const TermDefinition* term = active.find(value)) {
    if (is_vocabulary_relative || (term->iri && is_keyword(*term->iri))) {
      return term->iri;
    }
  }
  const std::size_t colon = value.find(':', 1);
  if (!value.empty() && colon != std::string_view::npos) {
    const std::string_view prefix = value.substr(0, colon);
    const std::string_view suffix = value.substr(colon + 1);
    if (prefix == "_" || suffix.starts_with("//")) {
      return std::string(value);
    }
    if (const TermDefinition* term = active.find(prefix);
        term != nullptr && term->iri && term->is_prefix) {
      return *term->iri + std::string(suffix);
    }
    if (rdf::is_absolute_iri(value)) {
      return std::string(value);
    }
  }
  if (is_vocabulary_relative && active.vocabulary) {
    return *active.vocabulary + std::string(value);
  }
  if (is_document_relative && active.base) {
    return resolved(*active.base, std::string(value));
  }
  return std::string(value);
}

}  // namespace whence::io::jsonld
