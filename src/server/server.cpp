// Puts the parts together and runs the network threads; all decisions are theirs.
#include "server/server.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "server/listener.h"
#include "server/network.h"
#include "server/query_pool.h"
#include "server/session.h"
#include "server/session_list.h"

namespace whence::server {
namespace {

/// A query that streams to a slow client holds its thread, so there are more than cores.
constexpr std::size_t kQueryThreadsMin = 8;
constexpr std::size_t kQueryThreadsPerCore = 2;
/// How long sessions that were broken off may take to notice.
constexpr std::chrono::milliseconds kAbortTimeout{1'000};

std::size_t core_count() { return std::max<std::size_t>(std::thread::hardware_concurrency(), 1); }

ServerOptions with_defaults(ServerOptions options) {
  if (options.concurrent_queries_max == 0) {
    options.concurrent_queries_max =
        std::max(kQueryThreadsMin, kQueryThreadsPerCore * core_count());
  }
  if (options.network_threads == 0) {
    options.network_threads = core_count();
  }
  return options;
}

/// "127.0.0.1:7575", as a client on this machine would write it.
std::string authority_of(const tcp::endpoint& endpoint) {
  const asio::ip::address address = endpoint.address();
  if (address.is_unspecified()) {
    return fmt::format("{}:{}", address.is_v6() ? "[::1]" : "127.0.0.1", endpoint.port());
  }
  return fmt::format("{}{}{}:{}", address.is_v6() ? "[" : "", address.to_string(),
                     address.is_v6() ? "]" : "", endpoint.port());
}

/// For a client that finds no room. It has just connected, so so few bytes are taken at once.
void refuse(tcp::socket socket) {
  constexpr std::string_view kBusy =
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n"
      "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 45\r\n\r\n"
      "error: too many connections; try again later\n";
  error_code ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(kBusy), ignored);
  socket.shutdown(tcp::socket::shutdown_send, ignored);
}

}  // namespace

class Server::State {
 public:
  State(const Database& database, ServerOptions options)
      : options_(with_defaults(std::move(options))),
        listener_(context_, options_.bind_address, options_.port),
        pool_(std::in_place, options_.concurrent_queries_max, options_.waiting_queries_max),
        service_{database, options_, *pool_, authority_of(listener_.endpoint())} {}

  [[nodiscard]] std::uint16_t port() const { return listener_.endpoint().port(); }
  [[nodiscard]] const std::string& authority() const { return service_.authority; }

  void run() {
    listener_.start([this](tcp::socket socket) { welcome(std::move(socket)); });
    const auto keep_running = asio::make_work_guard(context_);
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < options_.network_threads; ++i) {
      threads.emplace_back([this] { run_network(); });
    }
    {
      std::unique_lock lock(mutex_);
      has_changed_.wait(lock, [this] { return is_stopping_; });
    }
    drain();
    context_.stop();
    threads.clear();
    pool_.reset();  // Joins: every query has been asked to stop by now.
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      is_stopping_ = true;
    }
    has_changed_.notify_all();
  }

 private:
  void run_network() {
    // A handler that throws is a mistake of ours; it must not take the others with it.
    while (!context_.stopped()) {
      try {
        context_.run();
      } catch (const std::exception& error) {
        if (options_.log) {
          options_.log(fmt::format("error: internal error: {}", error.what()));
        }
      }
    }
  }

  void welcome(tcp::socket socket) {
    if (sessions_.size() >= options_.connections_max) {
      refuse(std::move(socket));
      return;
    }
    const auto session = std::make_shared<Session>(std::move(socket), service_);
    if (sessions_.add(session)) {
      session->start([this, session] { sessions_.remove(session); });
    }
  }

  void drain() {
    listener_.stop();
    for (const auto& session : sessions_.close()) {
      session->stop();
    }
    if (!sessions_.wait_until_empty(options_.drain_timeout)) {
      for (const auto& session : sessions_.sessions()) {
        session->abort();
      }
      sessions_.wait_until_empty(kAbortTimeout);
    }
  }

  ServerOptions options_;
  asio::io_context context_;
  Listener listener_;
  std::optional<QueryPool> pool_;  // Below context_: its threads post there until they end.
  Service service_;
  SessionList sessions_;

  std::mutex mutex_;
  std::condition_variable has_changed_;
  bool is_stopping_ = false;  // Guarded by mutex_.
};

Server::Server(const Database& database, ServerOptions options)
    : state_(std::make_unique<State>(database, std::move(options))) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return state_->port(); }

std::string Server::address() const { return fmt::format("http://{}/", state_->authority()); }

void Server::run() { state_->run(); }

void Server::stop() { state_->stop(); }

}  // namespace whence::server
