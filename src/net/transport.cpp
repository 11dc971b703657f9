// See transport.h.
#include "net/transport.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include "rdf/error.h"

namespace whence::net {

asio::ssl::context make_tls_context() {
  asio::ssl::context context(asio::ssl::context::tls_client);
  context.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
  context.set_default_verify_paths();
  context.set_verify_mode(asio::ssl::verify_peer);
  return context;
}

Transport::Transport(Url url, asio::ssl::context* tls, const HttpLimits& limits, Patience patience)
    : url_(std::move(url)), limits_(limits), patience_(std::move(patience)) {
  if (tls != nullptr) {
    tls_.emplace(socket_, *tls);
  }
}

void Transport::fail(std::string_view what, const error_code& reason) const {
  throw Error(ErrorCode::kIo,
              fmt::format("<{}>: {}: {}", url_.to_string(), what, reason.message()));
}

template <typename Start>
std::size_t Transport::run(std::chrono::milliseconds limit, error_code& result, Start start) {
  std::size_t count = 0;
  bool has_ended = false;
  start([&](const error_code& error, std::size_t transferred) {
    result = error;
    count = transferred;
    has_ended = true;
  });
  auto until = std::chrono::steady_clock::now() + limit;
  const bool is_last_moment = patience_.deadline && *patience_.deadline < until;
  if (is_last_moment) {
    until = *patience_.deadline;
  }
  io_.restart();
  const std::stop_callback wake(patience_.stop, [this] { asio::post(io_, [] {}); });
  while (!has_ended) {
    if (patience_.stop.stop_requested()) {
      abandon();
      throw Error(ErrorCode::kCancelled,
                  fmt::format("<{}>: nobody waits for its answer any longer", url_.to_string()));
    }
    // An operation is under way, so nothing to run means that the time is over.
    if (io_.run_one_until(until) == 0) {
      abandon();
      if (is_last_moment) {
        throw Error(ErrorCode::kTimeout,
                    fmt::format("<{}>: the time for the whole answer is over", url_.to_string()));
      }
      throw Error(ErrorCode::kIo,
                  fmt::format("<{}>: nothing came for {} ms", url_.to_string(), limit.count()));
    }
  }
  return count;
}

/// Ends what is under way: its handler refers to what stands on run()'s stack.
void Transport::abandon() {
  error_code ignored;
  socket_.close(ignored);
  io_.restart();
  io_.run();
}

void Transport::connect(const std::vector<asio::ip::address>& addresses) {
  error_code result;
  for (const asio::ip::address& address : addresses) {
    socket_.close(result);
    run(limits_.connect_timeout, result, [&](auto handler) {
      socket_.async_connect({address, url_.port},
                            [handler](const error_code& error) { handler(error, 0); });
    });
    if (!result) {
      break;
    }
  }
  if (result) {
    fail("cannot connect", result);
  }
  error_code ignored;
  socket_.set_option(tcp::no_delay(true), ignored);
  if (tls_) {
    shake_hands();
  }
}

void Transport::shake_hands() {
  error_code is_name;
  (void)asio::ip::make_address(url_.host, is_name);
  // RFC 6066 §3: the server's name, which is never an address.
  if (is_name && SSL_set_tlsext_host_name(tls_->native_handle(), url_.host.c_str()) != 1) {
    throw Error(ErrorCode::kIo,
                fmt::format("<{}>: TLS does not take the host's name", url_.to_string()));
  }
  tls_->set_verify_callback(asio::ssl::host_name_verification(url_.host));
  error_code result;
  run(limits_.connect_timeout, result, [&](auto handler) {
    tls_->async_handshake(asio::ssl::stream_base::client,
                          [handler](const error_code& error) { handler(error, 0); });
  });
  if (!result) {
    return;
  }
  const long verdict = SSL_get_verify_result(tls_->native_handle());
  if (verdict != X509_V_OK) {
    throw Error(ErrorCode::kIo,
                fmt::format("<{}>: its certificate is not trusted: {}", url_.to_string(),
                            X509_verify_cert_error_string(verdict)));
  }
  fail("no secure connection (its certificate may be another host's)", result);
}

void Transport::write(std::string_view bytes) {
  constexpr std::size_t kPieceBytes = std::size_t{64} << 10U;
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, kPieceBytes);
    error_code result;
    const auto buffer = asio::buffer(piece);
    run(limits_.idle_timeout, result, [&](auto handler) {
      if (tls_) {
        asio::async_write(*tls_, buffer, std::move(handler));
      } else {
        asio::async_write(socket_, buffer, std::move(handler));
      }
    });
    if (result) {
      fail("the request was not taken", result);
    }
    bytes.remove_prefix(piece.size());
  }
}

std::size_t Transport::read(std::span<char> buffer) {
  error_code result;
  const auto space = asio::buffer(buffer.data(), buffer.size());
  const std::size_t count = run(limits_.idle_timeout, result, [&](auto handler) {
    if (tls_) {
      tls_->async_read_some(space, std::move(handler));
    } else {
      socket_.async_read_some(space, std::move(handler));
    }
  });
  if (result == asio::error::eof) {
    return 0;
  }
  if (result) {
    fail("the answer broke off", result);
  }
  return count;
}

}  // namespace whence::net
