// A time limit for what a socket is doing: when it passes, the socket's operations end with
// operation_aborted, and the socket stays open for a last word. Belongs to the socket's strand.
#pragma once

#include <chrono>
#include <memory>

#include "server/network.h"

namespace whence::server {

class Deadline {
 public:
  explicit Deadline(tcp::socket& socket) : socket_(socket), timer_(socket.get_executor()) {}

  /// From now; replaces the limit before.
  void start(std::chrono::milliseconds limit);
  void stop();
  /// Whether the limit that was started last has passed.
  [[nodiscard]] bool has_passed() const { return has_passed_; }

 private:
  void wait();

  tcp::socket& socket_;
  asio::steady_timer timer_;
  bool has_passed_ = false;
  std::shared_ptr<bool> is_alive_ = std::make_shared<bool>(true);  // Watched by waiting handlers.
};

}  // namespace whence::server
