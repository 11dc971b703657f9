// One client's connection: requests read, responses written, each within its limits of size and
// time (RFC 9112). Knows HTTP and nothing of SPARQL. Belongs to its socket's strand.
//
// What a client does wrong ends in HttpError, after which the connection must be closed; a
// connection that fails ends in boost::system::system_error.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "server/deadline.h"
#include "server/http_message.h"
#include "server/network.h"
#include "server/server.h"

namespace whence::server {

class Connection {
 public:
  Connection(tcp::socket socket, const ServerOptions& options);

  [[nodiscard]] asio::any_io_executor executor() { return socket_.get_executor(); }

  /// The next request; nothing where the client has closed the connection or stays silent.
  asio::awaitable<std::optional<Request>> read_request();

  /// Sends a response with its body, which a HEAD request does not get.
  asio::awaitable<void> send(Response response);
  /// Sends a head whose body follows by send_chunk(), and ends with send_end(). Chunked, or, to a
  /// client of HTTP/1.0, until the connection ends.
  asio::awaitable<void> send_head(Response head);
  asio::awaitable<void> send_chunk(std::string chunk);
  asio::awaitable<void> send_end();

  /// Reads ahead while an answer is made, and returns when the client has closed the connection;
  /// is_gone() is true from then on. close() and stop_watching() end it too.
  asio::awaitable<void> watch();
  void stop_watching();
  /// An end of the client's side counts, though TCP would let it go on listening: it cannot be told
  /// from a client that went away, whose query must not run on.
  [[nodiscard]] bool is_gone() const { return is_gone_; }

  /// Whether another request may follow the one that was read last.
  [[nodiscard]] bool keeps_alive() const { return keeps_alive_; }
  /// What is sent from now on says that the connection ends.
  void end_after_this() {
    is_ending_ = true;
    keeps_alive_ = false;
  }
  /// Whether it waits for the first byte of a request.
  [[nodiscard]] bool is_idle() const { return is_idle_; }
  [[nodiscard]] bool is_head_request() const { return is_head_request_; }

  /// Says that there is no more to come and lets the client read it all: to close a socket with
  /// unread input would throw away what is on its way (RFC 9112 §9.6).
  asio::awaitable<void> linger();
  void close();
  /// Ends the connection so that the client knows that its answer is not complete.
  void break_off();

 private:
  using Parser = http::request_parser<http::string_body>;

  asio::awaitable<bool> wait_for_first_byte();
  asio::awaitable<bool> read_header(Parser& parser);
  asio::awaitable<bool> read_body(Parser& parser);
  void skip_empty_lines();
  [[noreturn]] void throw_read_error(error_code error, const Parser& parser) const;
  void check_header(const Parser& parser) const;
  [[nodiscard]] http::response<http::string_body> message_of(Response response) const;

  const ServerOptions& options_;
  tcp::socket socket_;
  Deadline deadline_;
  beast::flat_buffer buffer_;  // Read and not yet looked at.

  // Of the request that was read last.
  unsigned version_ = 11;
  bool is_head_request_ = false;
  bool keeps_alive_ = false;

  bool is_ending_ = false;
  bool is_idle_ = false;
  bool is_gone_ = false;
  bool is_watch_wanted_ = false;
};

}  // namespace whence::server
