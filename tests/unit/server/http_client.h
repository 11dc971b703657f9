// A client for tests that sends any bytes and takes answers apart without help of the server's own
// libraries.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace whence::server {

struct Answer {
  int status = 0;  ///< 0: the connection ended before a head.
  std::string head;
  std::map<std::string, std::string> fields;  ///< Names in lower case.
  std::string body;                           ///< Without chunks' sizes.
  bool is_complete = false;                   ///< Its length or its last chunk was reached.
};

class HttpClient {
 public:
  explicit HttpClient(std::uint16_t port);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  void send(std::string_view bytes);
  /// The next answer; `is_head`: to a HEAD request, which has no body.
  Answer receive(bool is_head = false);
  Answer ask(std::string_view bytes) {
    send(bytes);
    return receive();
  }
  /// Reads at least so many bytes of what comes, whatever it is.
  void receive_some(std::size_t size);
  /// Whether the server has ended the connection; waits for it.
  bool has_ended();
  void end_sending();
  void close();

 private:
  bool fill();
  std::string take(std::size_t size);
  std::string take_line();

  int socket_;
  std::string buffer_;
};

}  // namespace whence::server
