// One answer on its way from the thread that runs a query to the connection that sends it: bounded,
// so that a slow client slows its query down and no answer piles up in memory.
//
// Two sides, each used by one thread at a time: the query's side blocks while the channel is full,
// the connection's never does. Held by both as shared_ptr, since either may be the last to let go.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>

#include "server/http_message.h"

namespace whence::server {

class AnswerChannel {
 public:
  enum class Kind : std::uint8_t {
    kNone,    ///< Nothing there yet.
    kWhole,   ///< `response` is all there is.
    kHead,    ///< `response` without its body, which follows in chunks.
    kChunk,   ///< `chunk`, which is not empty.
    kEnd,     ///< The body is complete.
    kBroken,  ///< The body will never be complete.
  };
  struct Piece {
    Kind kind = Kind::kNone;
    Response response{};
    std::string chunk{};
  };

  /// How many bytes may wait before send_chunk() blocks. A single chunk may be larger.
  static constexpr std::size_t kWaitingBytesMax = std::size_t{256} << 10U;

  /// `on_ready` is called by the query's thread whenever there is something new to take; it must
  /// neither block nor throw.
  explicit AnswerChannel(std::function<void()> on_ready);

  // The query's side. The order is: send_whole, or begin, send_chunk..., and finish or break_off.
  // What is sent after the connection has closed the channel is dropped.

  void send_whole(Response response);
  void begin(Response head);
  /// Throws Error (kCancelled) once the channel is closed.
  void send_chunk(std::string chunk);
  void finish();
  void break_off();

  // The connection's side.

  /// The next piece; kNone where there is none yet.
  [[nodiscard]] Piece take();
  /// Nobody wants the answer any more: whoever waits to send is woken, the query is asked to stop.
  void close();

  /// Asked to stop by close().
  [[nodiscard]] std::stop_token stop_token() const { return stop_.get_token(); }

 private:
  void push(Piece piece);

  std::function<void()> on_ready_;
  std::stop_source stop_;

  std::mutex mutex_;
  std::condition_variable has_room_;
  std::deque<Piece> pieces_;       // Guarded by mutex_, as is what follows.
  std::size_t waiting_bytes_ = 0;  // Of all chunks in pieces_.
  bool is_closed_ = false;
};

}  // namespace whence::server
