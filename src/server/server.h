// The SPARQL endpoint over HTTP: binds, serves until it is told to stop, drains and ends.
//
//   Database database;
//   server::Server server(database, {.port = 0});
//   std::jthread watcher([&] { wait_for_a_signal(); server.stop(); });
//   server.run();
//
// SPARQL 1.1 Protocol §2.1 (query operation), SPARQL 1.1 Service Description, RFC 9110, RFC 9112.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "engine/database.h"

namespace whence::server {

struct ServerOptions {
  /// An address of this machine, IPv4 or IPv6. Only loopback unless somebody asks for more.
  std::string bind_address = "127.0.0.1";
  /// 0: the system picks a free one; see Server::port().
  std::uint16_t port = 7575;

  /// What SERVICE may ask; null: nobody.
  std::shared_ptr<const ServiceOptions> service{};
  /// How long a query may take until the last byte of its answer is written; zero: no limit.
  std::chrono::milliseconds query_timeout{30'000};
  /// What the operators of one query may hold; zero: no limit.
  std::size_t query_memory_max = std::size_t{4} << 30U;
  /// Triples that a DESCRIBE may answer with; zero: no limit but that of memory.
  std::uint64_t description_triples_max = 0;
  /// Queries that run at the same time, each on a thread of its own; 0: by the number of cores.
  std::size_t concurrent_queries_max = 0;
  /// Queries that wait for one of those threads; more are answered with 503.
  std::size_t waiting_queries_max = 256;

  /// Threads that read and write sockets; 0: one a core.
  std::size_t network_threads = 0;
  std::size_t connections_max = 4096;
  std::size_t url_bytes_max = std::size_t{64} << 10U;
  /// All header fields of a request together.
  std::size_t header_bytes_max = std::size_t{32} << 10U;
  std::size_t body_bytes_max = std::size_t{16} << 20U;

  /// How long a connection may be silent between two requests.
  std::chrono::milliseconds idle_timeout{60'000};
  /// How long a request may take from its first byte to the end of its header, and its body after.
  std::chrono::milliseconds header_timeout{10'000};
  std::chrono::milliseconds body_timeout{30'000};
  /// How long a client may take to accept one piece of an answer.
  std::chrono::milliseconds write_timeout{30'000};
  /// How long stop() lets running requests go on before it breaks them off.
  std::chrono::milliseconds drain_timeout{3'000};

  /// Called, from any thread, with one line about what a person should know: an answer that broke
  /// off, a mistake of ours. Empty: nobody is told.
  std::function<void(std::string_view line)> log{};
};

class Server {
 public:
  /// Binds and listens; connections wait until run(). `database` must outlive the server.
  /// Throws Error (kIo): "cannot listen on 127.0.0.1:7575: Address already in use".
  Server(const Database& database, ServerOptions options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// The port it listens on, also where 0 was asked for.
  [[nodiscard]] std::uint16_t port() const;
  /// "http://127.0.0.1:7575/": where a browser on this machine finds it.
  [[nodiscard]] std::string address() const;

  /// Serves until stop(), then lets running requests end and returns within drain_timeout and the
  /// time that a query takes to notice that it should end. To be called once.
  void run();

  /// Makes run() end. From any thread, any number of times, also before run(); not from a signal
  /// handler.
  void stop();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace whence::server
