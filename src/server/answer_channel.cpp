#include "server/answer_channel.h"

#include <utility>

#include "rdf/error.h"

namespace whence::server {

AnswerChannel::AnswerChannel(std::function<void()> on_ready) : on_ready_(std::move(on_ready)) {}

void AnswerChannel::send_whole(Response response) {
  push({.kind = Kind::kWhole, .response = std::move(response)});
}

void AnswerChannel::begin(Response head) {
  push({.kind = Kind::kHead, .response = std::move(head)});
}

void AnswerChannel::send_chunk(std::string chunk) {
  if (chunk.empty()) {
    return;  // An empty chunk would end a chunked body (RFC 9112 §7.1).
  }
  {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [&] {
      return is_closed_ || waiting_bytes_ == 0 || waiting_bytes_ + chunk.size() <= kWaitingBytesMax;
    });
    if (is_closed_) {
      throw Error(ErrorCode::kCancelled, "the client has gone away");
    }
  }
  push({.kind = Kind::kChunk, .chunk = std::move(chunk)});
}

void AnswerChannel::finish() { push({.kind = Kind::kEnd}); }

void AnswerChannel::break_off() { push({.kind = Kind::kBroken}); }

void AnswerChannel::push(Piece piece) {
  {
    const std::lock_guard lock(mutex_);
    if (is_closed_) {
      return;
    }
    waiting_bytes_ += piece.chunk.size();
    pieces_.push_back(std::move(piece));
  }
  on_ready_();
}

AnswerChannel::Piece AnswerChannel::take() {
  Piece piece;
  {
    const std::lock_guard lock(mutex_);
    if (pieces_.empty()) {
      return piece;
    }
    piece = std::move(pieces_.front());
    pieces_.pop_front();
    waiting_bytes_ -= piece.chunk.size();
  }
  if (piece.kind == Kind::kChunk) {
    has_room_.notify_one();
  }
  return piece;
}

void AnswerChannel::close() {
  {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    pieces_.clear();
    waiting_bytes_ = 0;
  }
  has_room_.notify_one();
  stop_.request_stop();
}

}  // namespace whence::server
