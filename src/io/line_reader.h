// Reads N-Triples and N-Quads: one line, one statement (RDF 1.1 N-Triples §7, N-Quads §4). Each
// line goes to Serd alone, in the buffer it was read into, so its number is known, a statement
// cannot leave it, and any part of a file that is cut at line ends can be read by itself.
//
// Serd's N-Quads reader serves both: its N-Triples reader takes "_:base" and "_:graph" for
// keywords. It leaves two nodes on its stack with each statement, so it is renewed now and then.
// Nothing is thrown through its C frames: a callback keeps what happened in failure_.
#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

#include "io/byte_source.h"
#include "io/reader.h"
#include "io/serd_handle.h"
#include "io/syntax.h"
#include "rdf/quad.h"

namespace whence::io {

class LineReader {
 public:
  LineReader(Syntax syntax, const ReadOptions& options, QuadSink& sink);

  /// As io::read().
  void read_all(ByteSource& source);

 private:
  static SerdStatus on_error(void* self, const SerdError* error);
  static SerdStatus on_statement(void* self, SerdStatementFlags flags, const SerdNode* graph,
                                 const SerdNode* subject, const SerdNode* predicate,
                                 const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language);

  void renew_reader();
  void read_lines(char* begin, char* end);
  void read_line(char* begin, char* end);
  void read_statement(std::string_view line, const char* text);
  void parse(const char* text);
  void complain(std::string_view expected, std::size_t offset);
  void emit(const SerdNode* graph, const SerdNode& subject, const SerdNode& predicate,
            const SerdNode& object, const SerdNode* datatype, const SerdNode* language);
  [[nodiscard]] rdf::TermView term(const SerdNode& node, std::string& buffer);
  void check_iri(std::string_view iri) const;
  void check_characters(std::string_view text) const;

  /// An error at `offset` of the line: "expected ..., found ...".
  [[noreturn]] void fail(std::string_view expected, std::size_t offset) const;
  [[noreturn]] void fail_with(const std::string& message, std::size_t offset) const;

  const ReadOptions& options_;
  QuadSink& sink_;
  bool has_graphs_;
  SerdReaderHandle reader_;
  std::size_t statements_of_reader_ = 0;
  std::exception_ptr failure_;

  std::string_view line_;        // The one being read.
  std::size_t line_number_ = 0;  // Its number.
  bool has_escapes_ = false;     // Whether it has a backslash.
  bool has_statement_ = false;   // Whether its statement has been found.
  std::string rewritten_;
  std::string subject_, object_, graph_;  // What blank nodes are built in.
};

}  // namespace whence::io
