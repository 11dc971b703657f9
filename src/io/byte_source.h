// Where bytes come from: a file, standard input, a string, a socket; compressed or not.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace whence::io {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Fills the front of `buffer` and returns how much; 0 at the end. Throws Error (kIo).
  virtual std::size_t read(std::span<char> buffer) = 0;
};

/// Reads from `text`, which must outlive the source.
class StringSource final : public ByteSource {
 public:
  explicit StringSource(std::string_view text) : rest_(text) {}
  std::size_t read(std::span<char> buffer) override;

 private:
  std::string_view rest_;
};

/// Opens a path, or standard input for "-". Content compressed with gzip, bzip2, xz or zstd is
/// recognised by its first bytes and decompressed on the way. Throws Error (kIo) that names the
/// path and the reason: not there, a folder, not readable, damaged.
[[nodiscard]] std::unique_ptr<ByteSource> open_source(const std::string& path);

}  // namespace whence::io
