// The Expansion algorithm (JSON-LD 1.1 API §5.1.2) with Value Expansion (§5.3.2): a document and
// its contexts become one tree in which every key is an IRI or a keyword and every value an array.
//
// Recurses with the document, which the depth of JSON limits (kJsonDepthMax). Belongs to one
// reader.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/jsonld/context.h"
#include "io/jsonld/context_processor.h"
#include "io/jsonld/json.h"

namespace whence::io::jsonld {

class Expander {
 public:
  /// `base_url` is the document's, against which contexts that it names are resolved.
  Expander(ContextProcessor& processor, std::string base_url)
      : processor_(processor), base_url_(std::move(base_url)) {}

  /// The whole document: the array that §9.1 expand() gives. Throws JsonLdProblem.
  [[nodiscard]] Json::Array expand_document(const ContextPointer& active, const Json& document);

 private:
  /// Nothing as the property: the element belongs to none.
  using Property = std::optional<std::string_view>;
  struct Node;  // An object on its way (expand_object.cpp).

  [[nodiscard]] Json expand(const ContextPointer& active, Property property, const Json& element,
                            bool is_from_map = false);
  [[nodiscard]] Json expand_array(const ContextPointer& active, Property property,
                                  const Json::Array& array, bool is_from_map);
  [[nodiscard]] Json expand_object(ContextPointer active, Property property, const Json& element,
                                   bool is_from_map);
  [[nodiscard]] static Json expand_value(const Context& active, std::string_view property,
                                         const Json& value);

  // Contexts of an object (expand_object.cpp).
  [[nodiscard]] ContextPointer scoped_by_property(ContextPointer active, Property property);
  [[nodiscard]] ContextPointer scoped_by_types(ContextPointer active, const Json::Object& element);
  [[nodiscard]] static bool reverts_context(const Context& active, const Json::Object& element);

  // Members of an object.
  void expand_members(Node& node, const Json::Object& element);
  void expand_nests(Node& node, const Json::Object& element, const std::vector<std::string>& nests);
  void expand_property(Node& node, const std::string& key, const std::string& iri,
                       const Json& value);

  // Keywords (expand_keyword.cpp).
  void expand_keyword(Node& node, std::string_view keyword, const Json& value);
  void expand_type(Node& node, const Json& value);
  void expand_included(Node& node, const Json& value);
  void expand_reverse(Node& node, const Json& value);
  static void expand_literal_value(Node& node, const Json& value);

  // Containers (expand_container.cpp).
  [[nodiscard]] Json expand_container(Node& node, const std::string& key,
                                      const TermDefinition* term, const Json& value);
  [[nodiscard]] static Json expand_language_map(const Context& active, const TermDefinition& term,
                                                const Json::Object& map);
  [[nodiscard]] Json expand_index_map(const ContextPointer& active, const std::string& key,
                                      const TermDefinition& term, const Json::Object& map);
  void index_item(const Context& active, const TermDefinition& term, const std::string& index,
                  Json& item) const;

  [[nodiscard]] static std::optional<std::string> expand_vocabulary_iri(const Context& active,
                                                                        std::string_view value) {
    return ContextProcessor::expand_iri(active, value, false, true);
  }

  ContextProcessor& processor_;
  std::string base_url_;
};

}  // namespace whence::io::jsonld
