// IRIs as a document writes them: by the prefixes of its context where that says the very same IRI,
// in full elsewhere. Which prefixes may stand in a context is decided for all IRIs together, since
// a prefix "urn" would change what "urn:a:b" says.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/jsonld/context.h"

namespace whence::io::jsonld {

class JsonLdNames {
 public:
  using Prefix = std::pair<std::string, std::string>;

  /// The first one of a name counts.
  void add_prefix(std::string_view name, std::string_view iri);
  /// All IRIs that will be written must be noted before context() and name_of() are asked. Throws
  /// Error (kUsage) where reading would not give the IRI back.
  void note(std::string_view iri);
  /// Chooses the prefixes.
  void close();

  [[nodiscard]] const std::vector<Prefix>& prefixes() const { return prefixes_; }
  /// For a key, @type, @id or a datatype.
  [[nodiscard]] std::string name_of(std::string_view iri) const;

 private:
  std::vector<Prefix> prefixes_;
  std::set<std::string, std::less<>> schemes_;  // Of IRIs that a prefix of that name would change.
  Context context_;                             // What a reader makes of the prefixes.
};

/// Whether the context must say that it is a prefix: its IRI ends in none of RFC 3986's gen-delims.
[[nodiscard]] bool needs_prefix_flag(std::string_view iri);

}  // namespace whence::io::jsonld
