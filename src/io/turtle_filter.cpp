// Buffers and positions of the filter; the tokens are in turtle_tokens.cpp.
#include "io/turtle_filter.h"

#include <algorithm>
#include <utility>

#include "io/characters.h"
#include "io/syntax_message.h"

namespace whence::io {
namespace {

constexpr std::size_t kBlockSize = std::size_t{1} << 16;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

TurtleFilter::TurtleFilter(Syntax syntax, ByteSource& source, const ReadOptions& options)
    : source_(source),
      options_(options),
      has_graphs_(info(syntax).has_graphs),
      start_{options.first_line, 1},
      output_(" ") {  // Serd takes a first byte of 0xEF for a byte order mark.
  checkpoints_.push_back({0, 0});
  checkpoints_.push_back({1, 0});
  if (ensure(kByteOrderMark.size()) && rest().starts_with(kByteOrderMark)) {
    input_.erase(0, kByteOrderMark.size());
  }
}

int TurtleFilter::fill_and_next_byte() {
  while (output_next_ == output_.size()) {
    if (pending_) {
      throw *std::exchange(pending_, std::nullopt);
    }
    if (has_given_all_) {
      has_ended_ = true;
      return kEnd;
    }
    fill();
  }
  return static_cast<unsigned char>(output_[output_next_++]);
}

/// Makes the next stretch of output, and forgets the text that the last one came from.
void TurtleFilter::fill() {
  start_ = position_at(next_);
  input_.erase(0, next_);
  next_ = 0;
  output_.clear();
  output_next_ = 0;
  checkpoints_.assign(1, {0, 0});
  try {
    while (output_.size() < kBlockSize && next_ < 2 * kBlockSize) {
      if (!ensure(1)) {
        if (!tail_.empty()) {
          fail_with(ErrorCode::kBadData, expected_found("expected UTF-8", tail_), next_);
        }
        has_given_all_ = true;
        return;
      }
      token();
    }
  } catch (const Mistake& mistake) {
    pending_ = mistake.error;  // To be said after what stands in front of it.
  }
}

/// Appends a block that is valid UTF-8 to the input; false at the end, or where it is not valid.
bool TurtleFilter::read_more() {
  if (is_at_end_) {
    return false;
  }
  const std::size_t old_size = input_.size();
  input_ += tail_;
  const std::size_t held = tail_.size();
  tail_.clear();
  input_.resize(old_size + held + kBlockSize);
  const std::size_t count = source_.read(std::span(input_).subspan(old_size + held, kBlockSize));
  input_.resize(old_size + held + count);
  const std::string_view added = std::string_view(input_).substr(old_size);
  const std::size_t valid = valid_utf8_size(added);
  const bool is_cut_off = added.size() - valid == cut_off_utf8_size(added);
  tail_ = added.substr(valid);
  is_at_end_ = count == 0 || (valid < added.size() && !is_cut_off);
  input_.resize(old_size + valid);
  return valid > 0 || (!is_at_end_ && read_more());
}

bool TurtleFilter::ensure(std::size_t size) {
  while (input_.size() - next_ < size) {
    if (!read_more()) {
      return false;
    }
  }
  return true;
}

void TurtleFilter::copy(std::size_t size) {
  output_.append(input_, next_, size);
  next_ += size;
}

void TurtleFilter::drop(std::size_t size) {
  next_ += size;
  checkpoints_.push_back({output_.size(), next_});
}

void TurtleFilter::insert(std::string_view text) {
  checkpoints_.push_back({output_.size(), next_});
  output_ += text;
  checkpoints_.push_back({output_.size(), next_});
}

void TurtleFilter::fail(std::string_view expected) {
  (void)ensure(kFoundShownMax);
  fail_with(ErrorCode::kBadData, expected_found(expected, rest()), next_);
}

void TurtleFilter::fail_with(ErrorCode code, const std::string& message, std::size_t offset) const {
  throw Mistake{Error(code, message, position_at(offset), options_.source_name)};
}

Position TurtleFilter::position_at(std::size_t input_offset) const {
  const std::string_view before = std::string_view(input_).substr(0, input_offset);
  const std::size_t line_end = before.rfind('\n');
  if (line_end == std::string_view::npos) {
    return {start_.line, start_.column + count_code_points(before)};
  }
  return {start_.line + static_cast<std::size_t>(std::ranges::count(before, '\n')),
          1 + count_code_points(before.substr(line_end + 1))};
}

std::size_t TurtleFilter::input_offset_of(std::size_t output_offset) const {
  const auto after = std::ranges::upper_bound(checkpoints_, output_offset, {}, &Checkpoint::output);
  const Checkpoint& from = *std::prev(after);
  std::size_t offset = from.input + (output_offset - from.output);
  if (after != checkpoints_.end()) {  // An inserted byte stands for the place it is put at.
    offset = std::min(offset, after->input);
  }
  return std::min(offset, input_.size());
}

Error TurtleFilter::error_here(std::string_view expected, bool is_about_previous) const {
  // The parser looks at the byte it was given last, or at the end.
  std::size_t index = has_ended_ ? output_.size() : output_next_ - 1;
  index -= is_about_previous && index > 0 ? 1 : 0;
  std::size_t offset = index < output_.size() ? input_offset_of(index) : input_.size();
  while (offset > 0 && offset < input_.size() &&
         (static_cast<unsigned char>(input_[offset]) & 0xC0U) == 0x80U) {
    --offset;  // To the front of the character.
  }
  return {ErrorCode::kBadData, expected_found(expected, std::string_view(input_).substr(offset)),
          position_at(offset), options_.source_name};
}

Error TurtleFilter::error_at_token(std::string_view token, const std::string& message) const {
  const std::size_t here = has_ended_ ? input_.size() : input_offset_of(output_next_ - 1);
  const std::size_t found = std::string_view(input_).substr(0, here + 1).rfind(token);
  return {ErrorCode::kBadData, message, position_at(found == std::string_view::npos ? here : found),
          options_.source_name};
}

}  // namespace whence::io
