// Where a command's data goes: standard output, or a file that appears under its name only when it
// is complete, so that a failed command leaves neither half a file nor the loss of an old one.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "io/byte_sink.h"
#include "rdf/error.h"

namespace whence::cli {

/// The reader of standard output has gone, as `head` does when it has seen enough: no failure.
class ReaderGone : public Error {
 public:
  ReaderGone() : Error(ErrorCode::kCancelled, "the reader of the output has gone away") {}
};

class Output : public io::ByteSink {
 public:
  /// The output is complete. Throws Error (kIo) if it could not be put in place.
  virtual void commit() = 0;
  /// Removes what is not complete. From any thread, also while another one writes.
  virtual void discard() noexcept = 0;
};

/// "-" is standard output. Throws Error (kIo) that names the path and the reason.
[[nodiscard]] std::unique_ptr<Output> open_output(const std::string& path);

}  // namespace whence::cli
