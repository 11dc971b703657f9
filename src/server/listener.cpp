#include "server/listener.h"

#include <chrono>
#include <exception>
#include <utility>

#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::server {
namespace {

/// How long to wait when a connection cannot be accepted: for want of file descriptors, mostly.
constexpr std::chrono::milliseconds kRetryDelay{100};

tcp::endpoint resolve(asio::io_context& context, const std::string& address, std::uint16_t port,
                      error_code& error) {
  tcp::resolver resolver(context);
  const auto found =
      resolver.resolve(address, std::to_string(port),
                       tcp::resolver::passive | tcp::resolver::numeric_service, error);
  return error ? tcp::endpoint() : found.begin()->endpoint();
}

}  // namespace

Listener::Listener(asio::io_context& context, const std::string& address, std::uint16_t port)
    : context_(context), acceptor_(asio::make_strand(context)) {
  error_code error;
  endpoint_ = resolve(context, address, port, error);
  // A port whose last server has just ended can be taken at once, one that is served cannot.
  const auto steps = {
      +[](Listener& self, error_code& failed) {
        self.acceptor_.open(self.endpoint_.protocol(), failed);
      },
      +[](Listener& self, error_code& failed) {
        self.acceptor_.set_option(asio::socket_base::reuse_address(true), failed);
      },
      +[](Listener& self, error_code& failed) { self.acceptor_.bind(self.endpoint_, failed); },
      +[](Listener& self, error_code& failed) {
        self.acceptor_.listen(asio::socket_base::max_listen_connections, failed);
      },
      +[](Listener& self, error_code& failed) {
        self.endpoint_ = self.acceptor_.local_endpoint(failed);
      },
  };
  for (auto* const step : steps) {
    if (!error) {
      step(*this, error);
    }
  }
  if (error) {
    throw Error(ErrorCode::kIo,
                fmt::format("cannot listen on {}{}{}:{}: {}", address.contains(':') ? "[" : "",
                            address, address.contains(':') ? "]" : "", port, error.message()));
  }
}

void Listener::start(OnConnection on_connection) {
  on_connection_ = std::move(on_connection);
  asio::co_spawn(acceptor_.get_executor(), accept(),
                 [](const std::exception_ptr& /*it throws nothing*/) {});
}

void Listener::stop() {
  asio::post(acceptor_.get_executor(), [this] {
    error_code ignored;
    acceptor_.close(ignored);
  });
}

asio::awaitable<void> Listener::accept() {
  while (acceptor_.is_open()) {
    error_code error;
    tcp::socket socket(asio::make_strand(context_));
    co_await acceptor_.async_accept(socket, into(error));
    if (!error) {
      on_connection_(std::move(socket));
    } else if (acceptor_.is_open()) {
      asio::steady_timer delay(acceptor_.get_executor(), kRetryDelay);
      co_await delay.async_wait(into(error));
    }
  }
}

}  // namespace whence::server
