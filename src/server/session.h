// The life of one connection: request after request, each routed and answered, until one side has
// enough. Queries go to the pool; their answers come back through a channel.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "engine/database.h"
#include "server/answer_channel.h"
#include "server/connection.h"
#include "server/query_pool.h"
#include "server/routes.h"
#include "server/server.h"

namespace whence::server {

/// What all sessions of a server share; it outlives them.
struct Service {
  const Database& database;
  const ServerOptions& options;
  QueryPool& pool;
  std::string authority;  ///< Of the server itself, for clients that name none.
};

/// Held as shared_ptr: by the server's list, by the coroutine that runs it, and by what threads of
/// the pool post to its strand. All members but stop() and abort() belong to that strand.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(tcp::socket socket, const Service& service);

  /// Serves until the connection ends, then calls `on_end`.
  void start(std::function<void()> on_end);
  /// Lets the request that is being answered come to its end and the connection with it.
  void stop();
  /// Ends everything at once.
  void abort();

 private:
  asio::awaitable<void> run();
  asio::awaitable<bool> serve_one();
  [[nodiscard]] Action act_on(const Request& request) const;
  [[nodiscard]] std::shared_ptr<AnswerChannel> open_channel();
  [[nodiscard]] bool submit(const Action& action, const std::shared_ptr<AnswerChannel>& channel);
  asio::awaitable<void> relay(std::shared_ptr<AnswerChannel> channel);
  asio::awaitable<bool> forward(AnswerChannel& channel);
  asio::awaitable<AnswerChannel::Piece> next_piece(AnswerChannel& channel);
  asio::awaitable<void> wait_for_event();

  const Service& service_;
  Connection connection_;
  /// Never passes; cancelled when something has happened that the coroutine may be waiting for.
  asio::steady_timer event_;
  std::shared_ptr<AnswerChannel> channel_;  // Of the answer that is being sent.
  bool is_watching_ = false;
};

}  // namespace whence::server
