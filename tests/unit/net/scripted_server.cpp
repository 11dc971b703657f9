#include "unit/net/scripted_server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace whence::net {
namespace {

/// A request's head and as much body as Content-Length says; what has come if it breaks off, or is
/// the beginning of TLS.
std::string read_request(int socket) {
  std::string text;
  std::array<char, 4096> block{};
  for (;;) {
    const std::size_t head_end = text.find("\r\n\r\n");
    if (head_end != std::string::npos) {
      const std::size_t field = text.find("Content-Length: ");
      const std::size_t body = field < head_end ? std::stoul(text.substr(field + 16)) : 0;
      if (text.size() >= head_end + 4 + body) {
        return text;
      }
    }
    const ssize_t count = ::recv(socket, block.data(), block.size(), 0);
    if (count <= 0) {
      return text;
    }
    text.append(block.data(), static_cast<std::size_t>(count));
    if (text.starts_with('\x16')) {  // RFC 8446 §5.1: a handshake.
      return text;
    }
  }
}

}  // namespace

bool ScriptedConnection::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void ScriptedConnection::wait_for_its_end() const {
  std::array<char, 256> block{};
  while (::recv(socket_, block.data(), block.size(), 0) > 0) {
  }
}

ScriptedServer::ScriptedServer(std::string answer)
    : ScriptedServer([answer = std::move(answer)](const ScriptedConnection& connection) {
        connection.send(answer);
      }) {}

ScriptedServer::ScriptedServer(Script script)
    : script_(std::move(script)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, generic, size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, generic, &size) != 0) {
    throw std::runtime_error("cannot listen on 127.0.0.1");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

ScriptedServer::~ScriptedServer() {
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

void ScriptedServer::serve() {
  for (;;) {
    const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) {
      return;
    }
    std::string request = read_request(socket);
    {
      const std::scoped_lock lock(mutex_);
      requests_.push_back(std::move(request));
    }
    script_(ScriptedConnection(socket));
    ::close(socket);
  }
}

std::vector<std::string> ScriptedServer::requests() const {
  const std::scoped_lock lock(mutex_);
  return requests_;
}

}  // namespace whence::net
