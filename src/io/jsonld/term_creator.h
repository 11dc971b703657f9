// Create Term Definition (JSON-LD 1.1 API §4.2.2): the entries of one local context become terms of
// the active context that is being made. Terms may use one another in any order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/jsonld/context_processor.h"

namespace whence::io::jsonld {

class TermCreator {
 public:
  struct Setting {
    const std::string& base_url;
    const std::vector<std::string>& remote;
    bool is_protected;
    bool overrides_protected;
  };

  TermCreator(ContextProcessor& processor, Context& active, const Json& local,
              const Setting& setting)
      : processor_(processor), active_(active), local_(local), setting_(setting) {}

  /// Does nothing where the term has been created already.
  void create(const std::string& term);

 private:
  struct Draft;  // A term on its way.

  [[nodiscard]] bool define(Draft& draft);
  [[nodiscard]] bool set_reverse(Draft& draft);
  [[nodiscard]] bool set_iri(Draft& draft);
  [[nodiscard]] bool set_given_iri(Draft& draft, const Json& id);
  void set_implied_iri(Draft& draft);
  void set_type(Draft& draft);
  void set_container(Draft& draft) const;
  void set_index(Draft& draft);
  void set_scoped_context(Draft& draft);
  void set_strings(Draft& draft) const;
  void set_prefix(Draft& draft) const;
  void check_members(const Draft& draft) const;
  void keep_protected(Draft& draft, const TermDefinition* previous) const;

  /// §5.2.2 with the local context: what the value depends on is created first.
  [[nodiscard]] std::optional<std::string> expand_iri(std::string_view value);
  void need(std::string_view term);
  void reject_in_10(const Json* member, std::string_view code) const;

  ContextProcessor& processor_;
  Context& active_;
  const Json& local_;
  Setting setting_;
  DefinedTerms defined_;
  std::size_t depth_ = 0;
};

}  // namespace whence::io::jsonld
