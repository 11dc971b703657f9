// Active contexts and term definitions (JSON-LD 1.1 API §4.1). A context that has been processed is
// never changed: it is shared, and the next one is a copy. Definitions are shared between copies.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "io/jsonld/json.h"

namespace whence::io::jsonld {

/// Containers of a term, as bits: a term may have several.
enum Container : unsigned {
  kNoContainer = 0,
  kGraphContainer = 1U << 0U,
  kIdContainer = 1U << 1U,
  kIndexContainer = 1U << 2U,
  kLanguageContainer = 1U << 3U,
  kListContainer = 1U << 4U,
  kSetContainer = 1U << 5U,
  kTypeContainer = 1U << 6U,
};

/// A language or direction of a term or a context: may be said to be none, which differs from not
/// being said.
using Override = std::optional<std::optional<std::string>>;

struct TermDefinition {
  std::optional<std::string> iri{};  ///< An IRI, a blank node or a keyword; none: the term is null.
  bool is_prefix = false;
  bool is_protected = false;
  bool is_reverse = false;
  unsigned containers = kNoContainer;
  std::string type{};   ///< The type mapping; empty: none.
  std::string index{};  ///< The index mapping; empty: none.
  std::string nest{};   ///< The nest value; empty: none.
  Override language{};
  Override direction{};
  const Json* local_context = nullptr;  ///< Of a scoped context. The text it is of outlives it.
  std::string base_url{};               ///< Against which its relative references are resolved.
};

/// Whether they say the same, but for whether they are protected (§4.2.2, step 27).
[[nodiscard]] bool is_same_but_protection(const TermDefinition& a, const TermDefinition& b);

struct Context {
  std::map<std::string, std::shared_ptr<const TermDefinition>, std::less<>> terms{};
  std::optional<std::string> base{};  ///< The base IRI.
  std::string original_base{};        ///< Of the document.
  std::optional<std::string> vocabulary{};
  std::optional<std::string> language{};
  std::optional<std::string> direction{};
  std::shared_ptr<const Context> previous{};  ///< What holds again for nodes further inside.

  /// Null where the term is not defined.
  [[nodiscard]] const TermDefinition* find(std::string_view term) const {
    const auto found = terms.find(term);
    return found == terms.end() ? nullptr : found->second.get();
  }
};

using ContextPointer = std::shared_ptr<const Context>;

}  // namespace whence::io::jsonld
