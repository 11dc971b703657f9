// A connection to one host, with or without TLS, used by one thread that waits for each operation
// to end: for the time that it may take, and no longer than its patience.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "net/http_limits.h"
#include "net/network.h"
#include "net/url.h"

namespace whence::net {

/// What a client asks of every server's certificate: a chain to an authority that the system
/// trusts (or SSL_CERT_FILE and SSL_CERT_DIR name), and TLS 1.2 or newer.
[[nodiscard]] asio::ssl::context make_tls_context();

class Transport {
 public:
  /// `tls` must outlive it; it is null for http.
  Transport(Url url, asio::ssl::context* tls, const HttpLimits& limits, Patience patience);

  /// Connects to the first of `addresses` that accepts, and shakes hands; the certificate must be
  /// the host's. Throws Error: kIo, kTimeout, kCancelled.
  void connect(const std::vector<asio::ip::address>& addresses);
  void write(std::string_view bytes);
  /// At least one byte; 0 where the other side has ended the connection. With TLS, an end that is
  /// not signed by the other side is an error.
  std::size_t read(std::span<char> buffer);

 private:
  /// Runs `start`, which begins an operation and gives the handler that it is called with to it.
  template <typename Start>
  std::size_t run(std::chrono::milliseconds limit, error_code& result, Start start);
  void abandon();
  void shake_hands();
  [[noreturn]] void fail(std::string_view what, const error_code& reason) const;

  Url url_;
  HttpLimits limits_;
  Patience patience_;
  asio::io_context io_{1};
  tcp::socket socket_{io_};
  std::optional<asio::ssl::stream<tcp::socket&>> tls_;
};

}  // namespace whence::net
