#include "exec/local_terms.h"

#include <boost/container_hash/hash.hpp>

namespace whence::exec {

std::size_t LocalTerms::Hash::operator()(const rdf::TermView& term) const noexcept {
  auto seed = static_cast<std::size_t>(term.kind);
  for (const std::string_view part : {term.value, term.datatype, term.language}) {
    boost::hash_combine(seed, std::hash<std::string_view>()(part));
  }
  return seed;
}

std::pair<store::Id, std::size_t> LocalTerms::intern(const rdf::TermView& term) {
  if (const auto found = index_.find(term); found != index_.end()) {
    return {store::Id(store::IdTag::kLocal, found->second), 0};
  }
  const std::size_t number = terms_.size();
  const rdf::Term& stored = terms_.emplace_back(term);
  index_.emplace(stored.view(), number);
  const std::size_t bytes = sizeof(rdf::Term) + term.value.size() + term.datatype.size() +
                            term.language.size() + 2 * sizeof(rdf::TermView);
  return {store::Id(store::IdTag::kLocal, number), bytes};
}

}  // namespace whence::exec
