// Bytes as RapidJSON's reader takes them, one at a time, with the place that was reached and a
// limit on their number. Belongs to one reader.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "io/byte_source.h"
#include "rdf/error.h"

namespace whence::results {

class JsonInput {
 public:
  using Ch = char;

  /// No JSON string may be longer: RapidJSON counts its bytes with 32 bits.
  static constexpr std::uint64_t kTokenBytesMax = std::uint64_t{1} << 30;

  /// `bytes_max` 0: no limit. The source must outlive the input.
  JsonInput(io::ByteSource& source, std::string source_name, std::uint64_t bytes_max)
      : source_(source), source_name_(std::move(source_name)), bytes_max_(bytes_max) {}

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON's names.
  /// The next byte; 0 at the end. Throws whatever the source throws.
  char Peek() {
    if (front_ == rest_.size()) {
      fill();
    }
    return is_at_end_ ? '\0' : rest_[front_];
  }
  /// The next byte, which is then behind. Throws Error (kLimit).
  char Take() {
    const char c = Peek();
    if (!is_at_end_) {
      ++front_;
      advance(c);
    }
    return c;
  }
  [[nodiscard]] std::size_t Tell() const { return static_cast<std::size_t>(offset_); }
  /// RapidJSON asks every stream for these, and calls them only where it parses in place.
  char* PutBegin() { return nullptr; }
  void Put(char) {}
  std::size_t PutEnd(char*) { return 0; }
  // NOLINTEND(readability-identifier-naming)

  /// A 0 byte of the input looks like its end to RapidJSON, and is none.
  [[nodiscard]] bool is_at_end() const { return is_at_end_; }

  /// A token ends here; how long the next one may be is counted from here.
  void end_token() { token_start_ = offset_; }

  /// An error at the place that was reached.
  [[nodiscard]] Error error(ErrorCode code, std::string_view message) const;

 private:
  void fill();
  void advance(char c) {
    ++offset_;
    if (c == '\n') {
      position_ = {.line = position_.line + 1, .column = 1};
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++position_.column;  // A character's first byte.
    }
    if (offset_ - token_start_ > kTokenBytesMax) {
      throw error(ErrorCode::kLimit, "a string of more than 1 GiB");
    }
  }

  io::ByteSource& source_;
  std::string source_name_;
  std::uint64_t bytes_max_;
  std::uint64_t bytes_read_ = 0;
  std::array<char, std::size_t{1} << 14> block_{};
  std::span<const char> rest_{};
  std::size_t front_ = 0;
  bool is_at_end_ = false;
  std::uint64_t offset_ = 0;
  std::uint64_t token_start_ = 0;
  Position position_{};
};

}  // namespace whence::results
