// Reads JSON-LD 1.1: JSON, its expansion, quads. A document is held in memory as a whole, its text
// aside, since a context may stand behind what it is for.
#pragma once

#include "io/byte_source.h"
#include "io/jsonld/context_loader.h"
#include "io/jsonld/jsonld_options.h"
#include "io/reader.h"

namespace whence::io::jsonld {

class JsonLdReader {
 public:
  JsonLdReader(const ReadOptions& options, QuadSink& sink, JsonLdOptions jsonld = {})
      : options_(options), sink_(sink), jsonld_(std::move(jsonld)) {}

  /// As io::read(). Messages begin with the specification's error code.
  void read_all(ByteSource& source);

 private:
  void read_document(const Json& document, ContextLoader& loader);

  const ReadOptions& options_;
  QuadSink& sink_;
  JsonLdOptions jsonld_;
};

}  // namespace whence::io::jsonld
