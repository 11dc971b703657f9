// Local contexts to active ones: the Context Processing algorithm (JSON-LD 1.1 API §4.1.2), Create
// Term Definition (§4.2.2) and IRI Expansion (§5.2.2), which call one another.
//
// Belongs to one reader; what it gives out may be kept as long as the documents it was made of.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "io/jsonld/context.h"
#include "io/jsonld/context_loader.h"
#include "io/jsonld/jsonld_options.h"

namespace whence::io::jsonld {

/// How many contexts may be loaded by one another ("context overflow").
inline constexpr std::size_t kRemoteContextsMax = 32;
/// How many terms may be defined by one another.
inline constexpr std::size_t kTermChainMax = 256;

/// The parameters of context processing that seldom differ from their defaults.
struct ContextRules {
  bool overrides_protected = false;
  bool propagates = true;
  bool validates_scoped = true;
};

/// Terms whose definition has begun (false) or is complete (true).
using DefinedTerms = std::map<std::string, bool, std::less<>>;

class TermCreator;

class ContextProcessor {
 public:
  ContextProcessor(ContextLoader& loader, ProcessingMode mode) : loader_(loader), mode_(mode) {}

  [[nodiscard]] ContextPointer process(const ContextPointer& active, const Json& local,
                                       const std::string& base_url, const ContextRules& rules = {});

  /// The same for a term's scoped context. The last results are kept.
  [[nodiscard]] ContextPointer process_scoped(const ContextPointer& active,
                                              const TermDefinition& term,
                                              const ContextRules& rules);

  /// §5.2.2 without a local context. Nothing: the value stands for nothing.
  [[nodiscard]] static std::optional<std::string> expand_iri(const Context& active,
                                                             std::string_view value,
                                                             bool is_document_relative,
                                                             bool is_vocabulary_relative);

  [[nodiscard]] bool is_10() const { return mode_ == ProcessingMode::k10; }

 private:
  friend class TermCreator;
  using RemoteContexts = std::vector<std::string>;

  [[nodiscard]] ContextPointer process(const ContextPointer& active, const Json& local,
                                       const std::string& base_url, const RemoteContexts& remote,
                                       const ContextRules& rules);
  void process_remote(ContextPointer& result, const Json& reference, const std::string& base_url,
                      const RemoteContexts& remote, const ContextRules& rules);
  void process_object(ContextPointer& result, const Json& local, const std::string& base_url,
                      const RemoteContexts& remote, const ContextRules& rules);
  [[nodiscard]] const Json* with_import(const Json& local, const std::string& base_url);
  void set_base(Context& result, const Json& value) const;
  void set_vocabulary(Context& result, const Json& value) const;
  void set_members(Context& result, const Json& local, bool is_remote) const;

  struct ScopedKey {
    ContextPointer active;
    const Json* local;
    bool overrides_protected;
    bool propagates;

    friend auto operator<=>(const ScopedKey&, const ScopedKey&) = default;
  };

  ContextLoader& loader_;
  ProcessingMode mode_;
  std::map<ScopedKey, ContextPointer> scoped_;
};

}  // namespace whence::io::jsonld
