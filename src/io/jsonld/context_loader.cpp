// See context_loader.h.
#include "io/jsonld/context_loader.h"

#include <memory>

#include <fmt/format.h>

#include "io/byte_source.h"
#include "io/jsonld/json_parser.h"
#include "io/jsonld/jsonld_problem.h"

namespace whence::io::jsonld {
namespace {

constexpr std::string_view kLoadingFailed = "loading remote context failed";

/// Whether a path that follows a folder's IRI stays below the folder.
bool stays_below(std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (path.substr(0, slash) == "..") {
      return false;
    }
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return true;
}

}  // namespace

std::string ContextLoader::path_of(const std::string& iri) const {
  for (const auto& [mapped, path] : mappings_) {
    if (iri == mapped) {
      return path;
    }
  }
  for (const auto& [mapped, path] : mappings_) {
    if (mapped.ends_with('/') && iri.starts_with(mapped) &&
        stays_below(std::string_view(iri).substr(mapped.size()))) {
      return path + '/' + iri.substr(mapped.size());
    }
  }
  return {};
}

const Json& ContextLoader::load(const std::string& iri, const Json& reference) {
  if (const auto known = documents_.find(iri); known != documents_.end()) {
    return *known->second.find("@context");
  }
  const std::string path = path_of(iri);
  if (path.empty()) {
    throw JsonLdProblem(kLoadingFailed,
                        fmt::format("<{}> is not fetched: contexts come from files alone, and none "
                                    "is mapped to this IRI (whence convert --context {}=FILE)",
                                    iri, iri),
                        reference.place());
  }
  Json document;
  try {
    const std::unique_ptr<ByteSource> source = open_source(path);
    files_.push_back(path);
    document = parse_json(read_text(*source, path),
                          {.name = path, .document = static_cast<std::uint32_t>(files_.size())});
  } catch (const Error& error) {
    throw JsonLdProblem(kLoadingFailed, fmt::format("<{}>: {}", iri, error.formatted(path)),
                        reference.place());
  }
  if (document.find("@context") == nullptr) {
    throw JsonLdProblem(
        "invalid remote context",
        fmt::format("<{}>: expected an object with \"@context\" in {}, found {}", iri, path,
                    document.as_object() != nullptr ? "one without" : describe(document)),
        reference.place());
  }
  return *documents_.emplace(iri, std::move(document)).first->second.find("@context");
}

const Json& ContextLoader::merge(const Json& imported, const Json& into) {
  const auto [entry, is_new] = merged_.try_emplace(&into, into);
  if (is_new) {
    Json::Object& members = *entry->second.as_object();
    members.erase("@import");
    members.insert(imported.as_object()->begin(), imported.as_object()->end());
  }
  return entry->second;
}

}  // namespace whence::io::jsonld
