#include "unit/server/http_client.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cctype>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace whence::server {

HttpClient::HttpClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval timeout{.tv_sec = 60, .tv_usec = 0};  // Against hanging.
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    throw std::runtime_error("cannot connect");
  }
}

HttpClient::~HttpClient() { close(); }

void HttpClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size <= 0) {
      return;  // What the server thinks of it is in its answer.
    }
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
}

bool HttpClient::fill() {
  std::array<char, 65536> bytes{};
  const ssize_t size = ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (size > 0) {
    buffer_.append(bytes.data(), static_cast<std::size_t>(size));
  }
  return size > 0;
}

std::string HttpClient::take(std::size_t size) {
  while (buffer_.size() < size && fill()) {
  }
  std::string taken = buffer_.substr(0, size);
  buffer_.erase(0, taken.size());
  return taken;
}

/// With its end; without, where the connection ended first.
std::string HttpClient::take_line() {
  std::size_t end = buffer_.find("\r\n");
  while (end == std::string::npos && fill()) {
    end = buffer_.find("\r\n");
  }
  return take(end == std::string::npos ? buffer_.size() : end + 2);
}

Answer HttpClient::receive(bool is_head) {
  Answer answer;
  std::string line = take_line();
  if (line.size() < 12) {
    return answer;
  }
  answer.status = std::stoi(line.substr(9, 3));
  for (answer.head = line; (line = take_line()).size() > 2; answer.head += line) {
    const std::size_t colon = line.find(": ");
    std::string name = line.substr(0, colon);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    answer.fields[name] = line.substr(colon + 2, line.size() - colon - 4);
  }
  if (is_head || answer.status == 204 || answer.status == 100) {
    answer.is_complete = true;
  } else if (answer.fields.contains("content-length")) {
    const std::size_t size = std::stoul(answer.fields["content-length"]);
    answer.body = take(size);
    answer.is_complete = answer.body.size() == size;
  } else if (answer.fields.contains("transfer-encoding")) {  // "chunked": there is no other.
    for (;;) {
      line = take_line();
      if (line.size() < 3) {
        return answer;
      }
      const std::size_t size = std::stoul(line, nullptr, 16);
      const std::string chunk = take(size + 2);
      answer.is_complete = chunk.size() == size + 2 && size == 0;
      answer.body += chunk.substr(0, size);
      if (size == 0 || chunk.size() < size + 2) {
        break;
      }
    }
  } else {
    while (fill()) {
    }
    answer.body = take(buffer_.size());
  }
  return answer;
}

void HttpClient::receive_some(std::size_t size) {
  for (std::size_t received = 0; received < size && fill();) {
    received += buffer_.size();
    buffer_.clear();
  }
}

bool HttpClient::has_ended() {
  buffer_.clear();
  return !fill();
}

void HttpClient::end_sending() { ::shutdown(socket_, SHUT_WR); }

void HttpClient::close() {
  if (socket_ >= 0) {
    ::close(socket_);
    socket_ = -1;
  }
}

}  // namespace whence::server
