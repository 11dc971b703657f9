// The listening socket: bound in the constructor, accepting from start() to stop().
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "server/network.h"

namespace whence::server {

class Listener {
 public:
  /// Called on the listener's strand with each connection, whose operations have a strand of their
  /// own.
  using OnConnection = std::function<void(tcp::socket)>;

  /// Throws Error (kIo) where `address` and `port` cannot be bound.
  Listener(asio::io_context& context, const std::string& address, std::uint16_t port);

  [[nodiscard]] tcp::endpoint endpoint() const { return endpoint_; }

  void start(OnConnection on_connection);
  /// From any thread.
  void stop();

 private:
  asio::awaitable<void> accept();

  asio::io_context& context_;
  tcp::acceptor acceptor_;
  tcp::endpoint endpoint_;
  OnConnection on_connection_;
};

}  // namespace whence::server
