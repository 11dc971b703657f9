// IRIs as the names of elements: which namespace and local name an IRI falls into (Namespaces in
// XML §4), and the prefixes that a document declares.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace whence::io {

/// The attribute that declares a prefix: "xmlns:foaf", or "xmlns" for the empty one.
[[nodiscard]] std::string declaration_of(std::string_view prefix);

/// A name as it is written.
struct ElementName {
  std::string qualified;  ///< "foaf:name"
  std::string
      name_space;      ///< Where it must be declared on the element itself, its IRI; else empty.
  std::string prefix;  ///< Of that declaration.
};

class ElementNames {
 public:
  struct Namespace {
    std::string prefix;
    std::string iri;
  };

  ElementNames();

  /// Whether the prefix has been taken: not one that XML keeps to itself, nor "rdf" for another
  /// IRI.
  bool add(std::string_view prefix, std::string_view iri);
  /// From now on, what is added has to be declared on the elements.
  void close_document_namespaces() { declared_count_ = namespaces_.size(); }
  [[nodiscard]] const std::vector<Namespace>& namespaces() const { return namespaces_; }

  /// None: no end of `iri` can be the name of an element. The reference lives until the next call.
  [[nodiscard]] const std::optional<ElementName>& name_of(std::string_view iri);

 private:
  [[nodiscard]] std::optional<ElementName> find_name(std::string_view iri) const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  std::vector<Namespace> namespaces_;
  std::size_t declared_count_ = 0;  // How many of them stand on the document's element.
  std::unordered_map<std::string, std::optional<ElementName>, Hash, std::equal_to<>> known_;
};

}  // namespace whence::io
