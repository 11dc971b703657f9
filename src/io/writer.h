// Writing RDF: quads in, bytes out, streaming.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "io/byte_sink.h"
#include "io/reader.h"
#include "io/syntax.h"

namespace whence::io {

struct WriteOptions {
  std::vector<std::pair<std::string, std::string>> prefixes{};  ///< Name without ":", and IRI.
};

/// A QuadSink that writes what it is given. `finish()` must be called after the last quad; without
/// it the output is not complete. A syntax that cannot name graphs throws Error (kUsage) at the
/// first quad of a named graph. The sink must outlive the writer.
class QuadWriter : public QuadSink {
 public:
  virtual void finish() = 0;
};

[[nodiscard]] std::unique_ptr<QuadWriter> make_writer(Syntax syntax, ByteSink& sink,
                                                      const WriteOptions& options = {});

}  // namespace whence::io
