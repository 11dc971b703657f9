// XML with namespaces, over Expat: bytes in, elements and text out, with the position of each, in
// memory that grows with the depth and the longest tag alone.
//
// Hostile documents: nothing outside the document is ever fetched; entities that the document
// itself declares are expanded within the limits below. Expat is C: nothing is thrown through its
// frames; what a handler throws is kept, and thrown when Expat has returned.
#pragma once

#include <cstddef>
#include <exception>
#include <expat.h>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "io/reader.h"
#include "rdf/error.h"

namespace whence::io {

/// How deep elements may be nested.
inline constexpr std::size_t kElementDepthMax = 10'000;
/// How many entities a document may declare. Expat goes as deep as they refer to one another.
inline constexpr std::size_t kEntityCountMax = 2'000;
/// How much larger than the document it may become when its entities are expanded, in times of its
/// size; looked at once it has become larger than kEntityExpansionFreeSize bytes.
inline constexpr float kEntityExpansionMax = 100;
inline constexpr unsigned long long kEntityExpansionFreeSize = 1ULL << 20U;

/// The name of an element or an attribute (Namespaces in XML §4), as it was written and as meant.
struct XmlName {
  std::string_view name_space;  ///< The IRI; empty: in no namespace.
  std::string_view local;
  std::string_view prefix;  ///< Empty: none was written.

  friend bool operator==(const XmlName&, const XmlName&) = default;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;
};

/// What is found. Views live until the function returns. Any of these may throw.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  virtual void start_element(const XmlName& name, std::span<const XmlAttribute> attributes) = 0;
  virtual void end_element() = 0;
  /// A piece of text: there may be several in a row.
  virtual void text(std::string_view text) = 0;
  virtual void comment(std::string_view text) = 0;
  virtual void instruction(std::string_view target, std::string_view data) = 0;
  /// xmlns:prefix="iri", before the element that it stands on.
  virtual void declare_namespace(std::string_view prefix, std::string_view iri) = 0;
};

class XmlParser {
 public:
  /// `options` and `handler` must outlive it.
  XmlParser(const ReadOptions& options, XmlHandler& handler);

  /// Throws Error (kBadData, kLimit) with its position, and whatever `source` and the handler
  /// throw.
  void parse_all(ByteSource& source);

  /// For the handler: an error at the element, text or attribute that is being handed out, or so
  /// many columns after it.
  [[nodiscard]] Error error_here(const std::string& message, ErrorCode code = ErrorCode::kBadData,
                                 std::size_t columns = 0) const;

 private:
  struct Free {
    void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
  };

  void set_handlers();
  void set_document_handlers();
  template <typename Work>
  void guarded(Work&& work);
  void start_element(const char* name, const char** attributes);
  [[nodiscard]] std::string_view rest() const;
  [[noreturn]] void fail() const;

  const ReadOptions& options_;
  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::exception_ptr failure_;
  std::size_t depth_ = 0;
  std::size_t entity_count_ = 0;
};

/// Whether Expat takes `name` for the name of an element without a prefix: it follows the fourth
/// edition of XML 1.0, which has fewer letters than the fifth.
[[nodiscard]] bool is_readable_xml_name(std::string_view name);

}  // namespace whence::io
