// Reads Turtle and TriG: the filtered text goes through Serd byte by byte, so that each statement
// and each complaint of Serd has its place, and Serd's names become terms.
//
// Serd is C: nothing is thrown through its frames. A callback keeps what happened in failure_ and
// every later one does nothing.
#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "io/reader.h"
#include "io/serd_handle.h"
#include "io/syntax.h"
#include "io/turtle_filter.h"
#include "rdf/quad.h"

namespace whence::io {

class DocumentReader {
 public:
  DocumentReader(Syntax syntax, ByteSource& source, const ReadOptions& options, QuadSink& sink);

  /// As io::read().
  void read_all();

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using PrefixMap = std::unordered_map<std::string, std::string, StringHash, std::equal_to<>>;

  static std::size_t on_read(void* buffer, std::size_t size, std::size_t count, void* self);
  static int on_check_stream(void* self);
  static SerdStatus on_error(void* self, const SerdError* error);
  static SerdStatus on_base(void* self, const SerdNode* iri);
  static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* iri);
  static SerdStatus on_statement(void* self, SerdStatementFlags flags, const SerdNode* graph,
                                 const SerdNode* subject, const SerdNode* predicate,
                                 const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language);
  template <typename Work>
  SerdStatus guarded(Work&& work);

  [[nodiscard]] rdf::TermView term(const SerdNode& node, std::string& buffer);
  [[nodiscard]] std::string_view resolved(std::string_view iri, std::string& buffer);
  [[nodiscard]] std::string_view expanded(std::string_view name, std::string& buffer);
  [[nodiscard]] rdf::TermView literal(std::string_view lexical, const SerdNode* datatype,
                                      const SerdNode* language);

  const ReadOptions& options_;
  QuadSink& sink_;
  TurtleFilter filter_;
  SerdReaderHandle reader_;
  std::exception_ptr failure_;

  std::string base_;
  PrefixMap prefixes_;                                           // By the name that Serd sees.
  std::string subject_, predicate_, object_, graph_, datatype_;  // What terms are built in.
};

}  // namespace whence::io
