// A server for tests that says what it is told to, whatever is asked, and keeps what was asked.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace whence::net {

/// An accepted connection; its request has been read.
class ScriptedConnection {
 public:
  explicit ScriptedConnection(int socket) : socket_(socket) {}
  /// Whether the other side is still there to take it.
  bool send(std::string_view bytes) const;
  /// Returns when the other side has gone.
  void wait_for_its_end() const;

 private:
  int socket_;
};

class ScriptedServer {
 public:
  using Script = std::function<void(const ScriptedConnection& connection)>;

  /// Listens on a free port of 127.0.0.1; each connection gets `script`, one after the other.
  explicit ScriptedServer(Script script);
  /// The same answer each time.
  explicit ScriptedServer(std::string answer);
  ~ScriptedServer();
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// "127.0.0.1:4711"
  [[nodiscard]] std::string place() const { return "127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] std::string iri(std::string_view path = "/sparql") const {
    return "http://" + place() + std::string(path);
  }
  /// Each request that has come, head and body.
  [[nodiscard]] std::vector<std::string> requests() const;

 private:
  void serve();

  Script script_;
  int listener_;
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  std::vector<std::string> requests_;
  std::thread thread_;
};

}  // namespace whence::net
