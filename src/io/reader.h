// Reading RDF: bytes in, quads out, in one pass and in bounded memory.
//
// A reader belongs to one thread. The views that a sink is given live until it returns. Blank nodes
// are scoped to their document (RDF 1.1 Concepts §3.4): labels get `ReadOptions::blank_node_scope`
// in front, which the caller makes unique.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/byte_source.h"
#include "io/syntax.h"
#include "rdf/error.h"
#include "rdf/quad.h"

namespace whence::io {

/// Receives what a reader finds. May throw; the reader then stops and lets the exception through.
class QuadSink {
 public:
  QuadSink() = default;
  QuadSink(const QuadSink&) = delete;
  QuadSink& operator=(const QuadSink&) = delete;
  virtual ~QuadSink() = default;

  virtual void quad(const rdf::QuadView& quad) = 0;
  /// A prefix declaration, with its IRI resolved. Worth keeping for output; no part of the graph.
  virtual void prefix(std::string_view name, std::string_view iri) {
    (void)name;
    (void)iri;
  }
};

struct ReadOptions {
  std::string base_iri{};     ///< Against which relative IRIs are resolved; empty: they are errors.
  std::string source_name{};  ///< For messages: a path, or "-".
  std::string blank_node_scope{};  ///< Put in front of every blank node label.
  std::size_t first_line = 1;      ///< The number of the first line, where only a part is read.
  /// JSON-LD: the files that stand for contexts which documents name by IRI; an IRI that ends in
  /// "/" stands for all below it, and its path for a folder. Nothing is fetched over a network.
  std::vector<std::pair<std::string, std::string>> contexts{};
};

/// Reads all of `source`. Throws Error (kBadData) with the source's name, the position, what was
/// found and what was expected; and whatever `source` and `sink` throw.
void read(Syntax syntax, ByteSource& source, const ReadOptions& options, QuadSink& sink);

}  // namespace whence::io
