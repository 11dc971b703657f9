// What both readers over Serd share: ownership of its reader, its messages as text, and terms.
#pragma once

#include <array>
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string_view>

#include <serd/serd.h>

namespace whence::io {

struct SerdReaderDeleter {
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};
using SerdReaderHandle = std::unique_ptr<SerdReader, SerdReaderDeleter>;

[[nodiscard]] inline std::string_view text_of(const SerdNode& node) {
  return {reinterpret_cast<const char*>(node.buf), node.n_bytes};
}

using SerdMessage = std::array<char, 256>;

/// Formats what Serd complains about into `buffer`; the view lives as long as it.
[[nodiscard]] inline std::string_view message_of(const SerdError& error, SerdMessage& buffer) {
  const int size = std::vsnprintf(buffer.data(), buffer.size(), error.fmt, *error.args);
  return size < 0 ? std::string_view(error.fmt) : std::string_view(buffer.data());
}

}  // namespace whence::io
