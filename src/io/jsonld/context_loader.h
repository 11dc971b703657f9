// Contexts that a document names by IRI. Nothing is fetched over a network: an IRI is looked up
// among those that were mapped to files and folders, and everything else is an error that says so.
#pragma once

#include <deque>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "io/jsonld/json.h"

namespace whence::io::jsonld {

/// An IRI and a file; or, where the IRI ends in "/", a folder for all that begins with it.
using ContextMapping = std::pair<std::string, std::string>;

class ContextLoader {
 public:
  explicit ContextLoader(std::span<const ContextMapping> mappings) : mappings_(mappings) {}

  /// The value of @context in the document of `iri`, which is an object; read once. It lives as
  /// long as the loader. `reference` is where the document names it, for messages.
  const Json& load(const std::string& iri, const Json& reference);

  /// `into` over `imported`, entry by entry (§4.1.2, step 5.6.9); made once for each `into`.
  const Json& merge(const Json& imported, const Json& into);

  /// The file that places of `document` are in.
  [[nodiscard]] const std::string& file_of(std::uint32_t document) const {
    return files_.at(document - 1);
  }

 private:
  [[nodiscard]] std::string path_of(const std::string& iri) const;

  std::span<const ContextMapping> mappings_;
  std::map<std::string, Json> documents_;  // By IRI.
  std::map<const Json*, Json> merged_;     // By what was merged into.
  std::deque<std::string> files_;          // By the number of a document, less one.
};

}  // namespace whence::io::jsonld
