// Where bytes go: a file, standard output, a socket, a string. Writers write into one and know no
// more. A sink may block until its reader is ready, and throws whence::Error when it can take no
// more (kIo for a file that fails, kCancelled for a reader that is gone).
#pragma once

#include <string>
#include <string_view>

namespace whence::io {

class ByteSink {
 public:
  ByteSink() = default;
  ByteSink(const ByteSink&) = delete;
  ByteSink& operator=(const ByteSink&) = delete;
  virtual ~ByteSink() = default;

  /// Takes all of `bytes`; they may be changed once it has returned.
  virtual void write(std::string_view bytes) = 0;
};

/// Collects what is written.
class StringSink final : public ByteSink {
 public:
  void write(std::string_view bytes) override { text_ += bytes; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace whence::io
