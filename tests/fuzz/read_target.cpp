// Feeds one reader: WHENCE_FUZZ_SYNTAX is an enumerator of io::Syntax. Whatever the bytes are, the
// reader gives quads or an Error that is not of our making; the same ones however the bytes are
// cut; and quads that can be written in the syntax they came in are read again.
#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz/target.h"
#include "io/byte_sink.h"
#include "io/byte_source.h"
#include "io/reader.h"
#include "io/writer.h"
#include "rdf/error.h"
#include "rdf/quad.h"

namespace whence::fuzz {
namespace {

constexpr io::Syntax kSyntax = io::Syntax::WHENCE_FUZZ_SYNTAX;

class Collector final : public io::QuadSink {
 public:
  void quad(const rdf::QuadView& quad) override { quads.emplace_back(quad); }
  std::vector<rdf::Quad> quads;
};

/// Gives one byte more each time, from one to seven and again.
class UnevenSource final : public io::ByteSource {
 public:
  explicit UnevenSource(std::string_view text) : rest_(text) {}
  std::size_t read(std::span<char> buffer) override {
    step_ = step_ % 7 + 1;
    const std::size_t size = rest_.copy(buffer.data(), std::min(step_, buffer.size()));
    rest_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view rest_;
  std::size_t step_ = 0;
};

struct Outcome {
  std::vector<rdf::Quad> quads;
  std::string error;  ///< Formatted; empty where all was read.
};

/// Of two mistakes near each other Expat tells that one first whose text it sees as a whole.
bool is_same_error(const std::string& whole, const std::string& in_pieces) {
  return kSyntax == io::Syntax::kRdfXml ? whole.empty() == in_pieces.empty() : whole == in_pieces;
}

Outcome read_from(io::ByteSource& source) {
  Collector collector;
  Outcome outcome;
  try {
    io::read(kSyntax, source, {.base_iri = "http://base.example/a/b"}, collector);
  } catch (const Error& error) {
    require(error.code() != ErrorCode::kInternal, error.formatted());
    outcome.error = error.formatted();
  }
  outcome.quads = std::move(collector.quads);
  return outcome;
}

/// For a writer that brings each node's statements together, and says each once: without labels.
void forget_order(std::vector<rdf::Quad>& quads) {
  std::ranges::sort(quads);
  const auto repeated = std::ranges::unique(quads);
  quads.erase(repeated.begin(), repeated.end());
  for (rdf::Quad& quad : quads) {
    for (rdf::Term* term : {&quad.subject, &quad.object, quad.graph ? &*quad.graph : nullptr}) {
      if (term != nullptr && term->is_blank_node()) {
        term->value.clear();
      }
    }
  }
  std::ranges::sort(quads);
}

void check_round_trip(std::vector<rdf::Quad> quads) {
  io::StringSink sink;
  const auto writer = io::make_writer(kSyntax, sink);
  try {
    for (const rdf::Quad& quad : quads) {
      writer->quad(quad.view());
    }
    writer->finish();
  } catch (const Error& error) {
    require(error.code() == ErrorCode::kUsage, error.formatted());
    return;  // The syntax has no words for it.
  }
  io::StringSource source(sink.text());
  Outcome again = read_from(source);
  require(again.error.empty(), "written and not read: " + again.error + "\n" + sink.text());
  if (kSyntax == io::Syntax::kJsonLd) {
    forget_order(quads);
    forget_order(again.quads);
  }
  require(again.quads.size() == quads.size(), "written and read otherwise:\n" + sink.text());
  for (std::size_t i = 0; i < quads.size(); ++i) {
    const bool is_same =
        again.quads[i].predicate == quads[i].predicate &&
        again.quads[i].object.kind == quads[i].object.kind &&
        (!quads[i].object.is_literal() || again.quads[i].object == quads[i].object);
    require(is_same, "written and read otherwise:\n" + sink.text());
  }
}

}  // namespace

void run(std::string_view text) {
  io::StringSource whole(text);
  const Outcome outcome = read_from(whole);
  UnevenSource cut(text);
  const Outcome in_pieces = read_from(cut);
  require(is_same_error(outcome.error, in_pieces.error),
          "whole: '" + outcome.error + "', in pieces: '" + in_pieces.error + "'");
  require(outcome.quads == in_pieces.quads, "other quads when read in pieces");
  if (outcome.error.empty()) {
    check_round_trip(outcome.quads);
  }
}

}  // namespace whence::fuzz
