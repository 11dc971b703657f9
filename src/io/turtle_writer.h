// Writes Turtle and TriG as they come: prefixes first, statements of one subject in a row grouped
// with ";" and ",", those of one graph in braces. Nothing is held back but the last terms, so
// memory stays bounded whatever the size.
//
// Not Serd's writer: it writes any literal of xsd:integer without quotation marks, be it a number
// or not. Invariant: a term is abbreviated only where Turtle's grammar reads the very same term.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/writer.h"
#include "rdf/quad.h"

namespace whence::io {

class TurtleWriter final : public QuadWriter {
 public:
  TurtleWriter(Syntax syntax, ByteSink& sink, const WriteOptions& options);

  /// Declares a prefix for what follows. One that Turtle could not declare is left out.
  void prefix(std::string_view name, std::string_view iri) override;
  void quad(const rdf::QuadView& quad) override;
  void finish() override;

 private:
  struct Namespace {
    std::string name;
    std::string iri;
  };

  void enter_graph(const std::optional<rdf::TermView>& graph);
  void leave_graph();
  void end_statement();
  void flush();
  void append(const rdf::TermView& term);
  void append_resource(std::string_view iri);
  bool append_prefixed_name(std::string_view iri);
  void append_literal(const rdf::TermView& literal);

  ByteSink& sink_;
  Syntax syntax_;
  std::vector<Namespace> namespaces_;  // The longest IRI first.
  std::string buffer_;

  std::optional<rdf::Term> graph_;  // The graph whose braces are open; none: the default graph.
  rdf::Term subject_;               // Of the last statement, where one is open.
  rdf::Term predicate_;
  bool is_open_ = false;     // Whether a statement waits for its end.
  bool has_prefix_ = false;  // Whether the last thing written is a prefix.
  bool has_output_ = false;  // Whether a statement has been written.
};

}  // namespace whence::io
