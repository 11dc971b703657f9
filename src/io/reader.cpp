// The way from a syntax to its reader.
#include "io/reader.h"

#include "io/document_reader.h"
#include "io/jsonld/jsonld_reader.h"
#include "io/line_reader.h"
#include "io/rdfxml/rdfxml_reader.h"

namespace whence::io {

void read(Syntax syntax, ByteSource& source, const ReadOptions& options, QuadSink& sink) {
  if (info(syntax).is_line_based) {
    LineReader(syntax, options, sink).read_all(source);
  } else if (syntax == Syntax::kRdfXml) {
    RdfXmlReader(options, sink).read_all(source);
  } else if (syntax == Syntax::kJsonLd) {
    jsonld::JsonLdReader(options, sink).read_all(source);
  } else {
    DocumentReader(syntax, source, options, sink).read_all();
  }
}

}  // namespace whence::io
