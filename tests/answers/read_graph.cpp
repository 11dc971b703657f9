#include <set>

#include "answers/answer.h"
#include "io/byte_source.h"
#include "io/reader.h"

namespace whence::answers {

namespace {

class Collector final : public io::QuadSink {
 public:
  void quad(const rdf::QuadView& quad) override {
    rows.insert({{"s", rdf::Term(quad.subject)},
                 {"p", rdf::Term(quad.predicate)},
                 {"o", rdf::Term(quad.object)}});
  }
  std::set<Row> rows;
};

}  // namespace

Rows read_graph(io::Syntax syntax, std::string_view text, const std::string& base_iri) {
  Collector collector;
  io::StringSource source(text);
  io::read(syntax, source, {.base_iri = base_iri, .source_name = "a graph"}, collector);
  return {collector.rows.begin(), collector.rows.end()};
}

}  // namespace whence::answers
