// See statements.h.
#include "io/jsonld/statements.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

#include "rdf/error.h"

namespace whence::io::jsonld {

std::size_t Statements::Hash::operator()(const rdf::TermView& term) const {
  constexpr std::hash<std::string_view> kHash;
  const std::size_t value = kHash(term.value);
  return value ^ (kHash(term.datatype) * 31) ^ (kHash(term.language) * 131) ^
         static_cast<std::size_t>(term.kind);
}

TermNumber Statements::number_of(const rdf::TermView& term) {
  if (const auto known = numbers_.find(term); known != numbers_.end()) {
    return known->second;
  }
  if (terms_.size() >= std::numeric_limits<TermNumber>::max() - 1) {
    throw Error(ErrorCode::kLimit, "more than 2^32 terms in a data set that is held in memory");
  }
  const rdf::Term& kept = terms_.emplace_back(term);
  return numbers_.emplace(kept.view(), term_count()).first->second;
}

void Statements::add(const rdf::QuadView& quad) {
  const TermNumber graph = quad.graph ? number_of(*quad.graph) : kDefaultGraph;
  const TermNumber subject = number_of(quad.subject);
  const TermNumber predicate = number_of(quad.predicate);
  statements_.push_back({.graph = graph,
                         .subject = subject,
                         .predicate = predicate,
                         .object = number_of(quad.object)});
}

void Statements::sort() {
  std::ranges::sort(statements_);
  const auto repeated = std::ranges::unique(statements_);
  statements_.erase(repeated.begin(), repeated.end());
}

std::span<const Statement> Statements::of_graph(TermNumber graph) const {
  return std::ranges::equal_range(statements_, graph, {}, &Statement::graph);
}

std::span<const Statement> Statements::of_node(TermNumber graph, TermNumber subject) const {
  return std::ranges::equal_range(
      statements_, std::pair(graph, subject), {},
      [](const Statement& statement) { return std::pair(statement.graph, statement.subject); });
}

}  // namespace whence::io::jsonld
