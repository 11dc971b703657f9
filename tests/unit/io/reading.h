// Documents given as text, read whole: for the tests of readers and writers.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/reader.h"
#include "rdf/quad.h"

namespace whence::io {

class Collector final : public QuadSink {
 public:
  void quad(const rdf::QuadView& quad) override { quads.emplace_back(quad); }
  void prefix(std::string_view name, std::string_view iri) override {
    prefixes.emplace_back(name, iri);
  }
  std::vector<rdf::Quad> quads;
  std::vector<std::pair<std::string, std::string>> prefixes;
};

/// Those that N-Triples is a part of: what is said of reading it holds for each.
inline std::vector<SyntaxInfo> syntaxes_of_ntriples() {
  return {info(Syntax::kNTriples), info(Syntax::kNQuads), info(Syntax::kTurtle),
          info(Syntax::kTriG)};
}

/// Gives a few bytes at a time, as a slow pipe does: every token is cut somewhere.
class TrickleSource final : public ByteSource {
 public:
  TrickleSource(std::string_view text, std::size_t step) : rest_(text), step_(step) {}
  std::size_t read(std::span<char> buffer) override {
    const std::size_t count = rest_.copy(buffer.data(), std::min(step_, buffer.size()));
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
  std::size_t step_;
};

inline std::vector<rdf::Quad> read_quads(Syntax syntax, std::string_view text,
                                         const ReadOptions& options = {}) {
  StringSource source(text);
  Collector collector;
  read(syntax, source, options, collector);
  return std::move(collector.quads);
}

/// A quad a line, in N-Quads' form.
inline std::string to_text(const std::vector<rdf::Quad>& quads) {
  std::string text;
  for (const rdf::Quad& quad : quads) {
    text += rdf::to_ntriples(quad.subject) + " " + rdf::to_ntriples(quad.predicate) + " " +
            rdf::to_ntriples(quad.object);
    text += quad.graph ? " " + rdf::to_ntriples(*quad.graph) + "\n" : "\n";
  }
  return text;
}

}  // namespace whence::io
