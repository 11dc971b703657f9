// See jsonld_names.h.
#include "io/jsonld/jsonld_names.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "io/jsonld/context_processor.h"
#include "io/jsonld/keywords.h"
#include "rdf/error.h"

namespace whence::io::jsonld {
namespace {

/// JSON-LD 1.1 §9.15.1: terms that look like keywords or IRIs are something else.
bool may_be_prefix(std::string_view name) {
  return !name.empty() && name != "_" && name.front() != '@' &&
         name.find_first_of(":/#?") == std::string_view::npos;
}

}  // namespace

bool needs_prefix_flag(std::string_view iri) {
  return std::string_view(":/?#[]@").find(iri.back()) == std::string_view::npos;
}

void JsonLdNames::add_prefix(std::string_view name, std::string_view iri) {
  const bool is_new = std::ranges::find(prefixes_, name, &Prefix::first) == prefixes_.end();
  if (is_new && may_be_prefix(name) && is_well_formed_iri(iri)) {
    prefixes_.emplace_back(name, iri);
  }
}

void JsonLdNames::note(std::string_view iri) {
  if (!is_well_formed_iri(iri)) {
    throw Error(ErrorCode::kUsage,
                fmt::format("JSON-LD takes only absolute IRIs with one \"#\" at most, found <{}>; "
                            "N-Quads and TriG can say it",
                            iri));
  }
  const std::size_t colon = iri.find(':');
  if (!iri.substr(colon + 1).starts_with("//")) {
    schemes_.emplace(iri.substr(0, colon));
  }
}

void JsonLdNames::close() {
  // The IRIs of prefixes stand in the context, and are read by the same rules.
  for (const Prefix& prefix : std::vector<Prefix>(prefixes_)) {
    note(prefix.second);
  }
  std::erase_if(prefixes_, [this](const Prefix& p) { return schemes_.contains(p.first); });
  for (const auto& [name, iri] : prefixes_) {
    context_.terms.emplace(name, std::make_shared<const TermDefinition>(
                                     TermDefinition{.iri = iri, .is_prefix = true}));
  }
}

std::string JsonLdNames::name_of(std::string_view iri) const {
  const Prefix* best = nullptr;
  for (const Prefix& prefix : prefixes_) {
    if (iri.size() > prefix.second.size() && iri.starts_with(prefix.second) &&
        (best == nullptr || prefix.second.size() > best->second.size())) {
      best = &prefix;
    }
  }
  if (best != nullptr) {
    std::string name = best->first + ":" + std::string(iri.substr(best->second.size()));
    if (ContextProcessor::expand_iri(context_, name, true, true) == iri) {
      return name;
    }
  }
  return std::string(iri);
}

}  // namespace whence::io::jsonld
