// See service_answer.h.
#include "exec/service/service_answer.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "rdf/error.h"
#include "rdf/iri.h"

namespace whence::exec {

ServiceAnswer::ServiceAnswer(const std::vector<plan::Variable>& variables, std::string endpoint,
                             QueryContext& context)
    : variables_(variables), endpoint_(std::move(endpoint)), context_(context), memory_(context) {
  rows_.reset(variables.size());
}

void ServiceAnswer::begin(const std::vector<std::string>& names) {
  sources_.clear();
  for (const plan::Variable& variable : variables_) {
    const auto found = std::ranges::find(names, variable.name);
    sources_.push_back(found == names.end()
                           ? std::nullopt
                           : std::optional(static_cast<std::size_t>(found - names.begin())));
  }
}

void ServiceAnswer::row(std::span<const std::optional<rdf::TermView>> cells) {
  if (rows_.row_count % store::kBatchRows == 0) {
    context_.check();
  }
  memory_.add(variables_.size() * sizeof(store::Id));
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const auto& cell = sources_[i] ? cells[*sources_[i]] : std::nullopt;
    rows_.columns[i].push_back(cell ? id(*cell) : store::Id());
  }
  ++rows_.row_count;
}

/// Readers of results take any text for an IRI; an endpoint's must not break what is written later.
store::Id ServiceAnswer::id(const rdf::TermView& term) {
  if (term.is_blank_node()) {  // Federated Query §2.4, RDF 1.1 Concepts §3.4: of this answer alone.
    const auto [entry, is_new] = blank_nodes_.try_emplace(std::string(term.value));
    if (is_new) {
      entry->second = context_.fresh_blank_node();
    }
    return entry->second;
  }
  const std::string_view iri = term.is_iri() ? term.value : term.datatype;
  const bool has_tag = std::ranges::all_of(term.language, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!rdf::has_only_iri_characters(iri) || !has_tag || (term.is_iri() && iri.empty())) {
    throw Error(ErrorCode::kIo, fmt::format("<{}>: its answer has a term that is none: {}",
                                            endpoint_, rdf::to_ntriples(term)));
  }
  return context_.id(term);
}

}  // namespace whence::exec
