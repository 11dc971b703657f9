// Query results as bytes: SELECT's rows and ASK's boolean in one of the formats of format.h, in one
// pass and in bounded memory, whatever the number of rows.
#pragma once

#include <memory>

#include "io/byte_sink.h"
#include "results/format.h"
#include "results/result_sink.h"

namespace whence::results {

/// A ResultSink that writes what it is given; finish() must be called at the end, without it the
/// output is not complete. Small results reach the sink in one piece, at finish(); of larger ones
/// the first bytes leave early. row() throws Error (kUsage) for a term that the format cannot
/// carry, and whatever the sink throws. The sink must outlive it.
class ResultWriter : public ResultSink {
 public:
  virtual void finish() = 0;
};

[[nodiscard]] std::unique_ptr<ResultWriter> make_result_writer(Format format, io::ByteSink& sink,
                                                               const WriterOptions& options = {});

}  // namespace whence::results
