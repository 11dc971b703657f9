// What the writers of results write into: text that goes to the sink in chunks. The first chunk is
// small, so that the first rows leave early, and each is twice the one before, up to kChunkMax.
// Invariant: the text's memory is kept from chunk to chunk, so that no cell allocates.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include "io/byte_sink.h"

namespace whence::results {

class OutputBuffer {
 public:
  static constexpr std::size_t kChunkMin = std::size_t{4} << 10;
  static constexpr std::size_t kChunkMax = std::size_t{64} << 10;

  explicit OutputBuffer(io::ByteSink& sink) : sink_(sink) {}

  /// To append to.
  [[nodiscard]] std::string& text() { return text_; }

  /// Called after each row: the only place, besides flush(), where bytes leave.
  void end_row() {
    if (text_.size() >= chunk_size_) {
      chunk_size_ = std::min(chunk_size_ * 2, kChunkMax);
      flush();
    }
  }

  void flush() {
    if (!text_.empty()) {
      sink_.write(text_);
      text_.clear();
    }
  }

 private:
  io::ByteSink& sink_;
  std::string text_;
  std::size_t chunk_size_ = kChunkMin;
};

}  // namespace whence::results
