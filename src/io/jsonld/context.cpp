// See context.h.
#include "io/jsonld/context.h"

#include <tuple>

namespace whence::io::jsonld {

bool is_same_but_protection(const TermDefinition& a, const TermDefinition& b) {
  const auto parts = [](const TermDefinition& term) {
    return std::tie(term.iri, term.is_prefix, term.is_reverse, term.containers, term.type,
                    term.index, term.nest, term.language, term.direction, term.base_url);
  };
  const bool is_same_context = a.local_context == b.local_context ||
                               (a.local_context != nullptr && b.local_context != nullptr &&
                                *a.local_context == *b.local_context);
  return is_same_context && parts(a) == parts(b);
}

}  // namespace whence::io::jsonld
