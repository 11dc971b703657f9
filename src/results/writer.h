// Query results as bytes: SELECT's rows and ASK's boolean in one of the formats of format.h, in one
// pass and in bounded memory, whatever the number of rows.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "io/byte_sink.h"
#include "rdf/term.h"
#include "results/format.h"

namespace whence::results {

/// Called in one of two orders: begin, row..., finish; or boolean, finish. Without finish() the
/// output is not complete. Small results reach the sink in one piece, at finish(); of larger ones
/// the first bytes leave early. Belongs to one thread; the sink must outlive it.
class ResultWriter {
 public:
  ResultWriter() = default;
  ResultWriter(const ResultWriter&) = delete;
  ResultWriter& operator=(const ResultWriter&) = delete;
  virtual ~ResultWriter() = default;

  /// The columns, named without "?".
  virtual void begin(const std::vector<std::string>& variables) = 0;
  /// One solution, a cell a column; no term where the variable is unbound. Throws Error (kUsage)
  /// for a term that the format cannot carry, and whatever the sink throws.
  virtual void row(std::span<const std::optional<rdf::TermView>> cells) = 0;
  /// The answer of an ASK.
  virtual void boolean(bool value) = 0;
  virtual void finish() = 0;
};

[[nodiscard]] std::unique_ptr<ResultWriter> make_result_writer(Format format, io::ByteSink& sink,
                                                               const WriterOptions& options = {});

}  // namespace whence::results
