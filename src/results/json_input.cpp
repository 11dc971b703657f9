// See json_input.h.
#include "results/json_input.h"

#include <fmt/format.h>

namespace whence::results {

Error JsonInput::error(ErrorCode code, std::string_view message) const {
  return {code, std::string(message), position_, source_name_};
}

void JsonInput::fill() {
  if (is_at_end_) {
    return;
  }
  const std::size_t size = source_.read(block_);
  rest_ = std::span(block_).first(size);
  front_ = 0;
  is_at_end_ = size == 0;
  bytes_read_ += size;
  if (bytes_max_ != 0 && bytes_read_ > bytes_max_) {
    throw error(ErrorCode::kLimit, fmt::format("the results have more than {} bytes", bytes_max_));
  }
}

}  // namespace whence::results
