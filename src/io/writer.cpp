// The way from a syntax to its writer.
#include "io/writer.h"

#include <fmt/format.h>

#include "io/jsonld/jsonld_writer.h"
#include "io/line_writer.h"
#include "io/rdfxml/rdfxml_writer.h"
#include "io/turtle_writer.h"
#include "io/writer_support.h"
#include "rdf/error.h"

namespace whence::io {

void throw_cannot_name_graphs(Syntax syntax, const rdf::TermView& graph) {
  const Syntax able = info(syntax).is_line_based ? Syntax::kNQuads : Syntax::kTriG;
  throw Error(ErrorCode::kUsage,
              fmt::format("{} cannot name graphs, found a statement of the graph {}; {} can",
                          info(syntax).name, rdf::to_ntriples(graph), info(able).name));
}

std::unique_ptr<QuadWriter> make_writer(Syntax syntax, ByteSink& sink,
                                        const WriteOptions& options) {
  if (info(syntax).is_line_based) {
    return std::make_unique<LineWriter>(syntax, sink);
  }
  if (syntax == Syntax::kRdfXml) {
    return std::make_unique<RdfXmlWriter>(sink, options);
  }
  if (syntax == Syntax::kJsonLd) {
    return std::make_unique<jsonld::JsonLdWriter>(sink, options);
  }
  return std::make_unique<TurtleWriter>(syntax, sink, options);
}

}  // namespace whence::io
