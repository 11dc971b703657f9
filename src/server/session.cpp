#include "server/session.h"

#include <chrono>
#include <exception>
#include <optional>
#include <utility>
#include <variant>

#include "server/answer.h"
#include "server/http_error.h"

namespace whence::server {

Session::Session(tcp::socket socket, const Service& service)
    : service_(service),
      connection_(std::move(socket), service.options),
      event_(connection_.executor(), std::chrono::steady_clock::time_point::max()) {}

void Session::start(std::function<void()> on_end) {
  asio::co_spawn(connection_.executor(), run(),
                 [self = shared_from_this(), on_end = std::move(on_end)](
                     const std::exception_ptr& /*no more to be done*/) { on_end(); });
}

void Session::stop() {
  asio::post(connection_.executor(), [self = shared_from_this()] {
    self->connection_.end_after_this();
    if (self->connection_.is_idle()) {
      self->connection_.close();
    }
  });
}

void Session::abort() {
  asio::post(connection_.executor(), [self = shared_from_this()] {
    if (self->channel_) {
      self->channel_->close();
    }
    self->connection_.close();
    self->event_.cancel();
  });
}

asio::awaitable<void> Session::run() {
  try {
    for (bool goes_on = true; goes_on;) {
      goes_on = co_await serve_one();
    }
  } catch (const boost::system::system_error&) {
    // The connection is broken: there is nobody to tell.
  }
  connection_.close();
}

asio::awaitable<bool> Session::serve_one() {
  std::optional<Request> request;
  std::optional<Response> refusal;
  try {
    request = co_await connection_.read_request();
  } catch (const HttpError& error) {
    refusal = error_response(error);  // Sent below: a handler cannot wait.
  }
  if (refusal) {
    // Where this request ends and the next one begins is not known any more.
    connection_.end_after_this();
    co_await connection_.send(std::move(*refusal));
    co_await connection_.linger();
    co_return false;
  }
  if (!request) {
    co_return false;
  }
  Action action = act_on(*request);
  if (auto* response = std::get_if<Response>(&action)) {
    co_await connection_.send(std::move(*response));
  } else {
    const std::shared_ptr<AnswerChannel> channel = open_channel();
    if (submit(action, channel)) {
      co_await relay(channel);
    } else {
      Response busy = plain_text(Status::kServiceUnavailable,
                                 "error: too many queries are waiting already; try again later");
      busy.fields.push_back({"Retry-After", "1"});
      co_await connection_.send(std::move(busy));
    }
  }
  if (connection_.keeps_alive()) {
    co_return true;
  }
  co_await connection_.linger();
  co_return false;
}

Action Session::act_on(const Request& request) const {
  try {
    return route(request, service_.authority);
  } catch (const HttpError& error) {
    return error_response(error);
  }
}

std::shared_ptr<AnswerChannel> Session::open_channel() {
  return std::make_shared<AnswerChannel>([weak = weak_from_this()] {
    if (const auto self = weak.lock()) {
      asio::post(self->connection_.executor(), [self] { self->event_.cancel(); });
    }
  });
}

bool Session::submit(const Action& action, const std::shared_ptr<AnswerChannel>& channel) {
  const Database& database = service_.database;
  const ServerOptions& options = service_.options;
  if (const auto* query = std::get_if<QueryRequest>(&action)) {
    return service_.pool.submit([&database, &options, request = *query, channel] {
      answer_query(database, options, request, *channel);
    });
  }
  return service_.pool.submit(
      [&database, &options, request = std::get<DescriptionRequest>(action), channel] {
        answer_description(database, options, request, *channel);
      });
}

asio::awaitable<void> Session::relay(std::shared_ptr<AnswerChannel> channel) {
  channel_ = channel;
  is_watching_ = true;
  asio::co_spawn(connection_.executor(), connection_.watch(),
                 [self = shared_from_this()](const std::exception_ptr& /*it throws nothing*/) {
                   self->is_watching_ = false;
                   self->event_.cancel();
                 });
  bool is_complete = false;
  try {
    is_complete = co_await forward(*channel);
  } catch (const boost::system::system_error&) {
    // The client is gone, or too slow; is_complete says so.
  }
  channel_ = nullptr;
  channel->close();
  if (!is_complete) {
    connection_.end_after_this();
    connection_.break_off();
  }
  connection_.stop_watching();
  while (is_watching_) {
    co_await wait_for_event();
  }
}

/// Whether the answer has been sent in full.
asio::awaitable<bool> Session::forward(AnswerChannel& channel) {
  for (;;) {
    AnswerChannel::Piece piece = co_await next_piece(channel);
    switch (piece.kind) {
      case AnswerChannel::Kind::kWhole:
        co_await connection_.send(std::move(piece.response));
        co_return true;
      case AnswerChannel::Kind::kHead:
        co_await connection_.send_head(std::move(piece.response));
        if (connection_.is_head_request()) {
          co_return true;
        }
        break;
      case AnswerChannel::Kind::kChunk:
        co_await connection_.send_chunk(std::move(piece.chunk));
        break;
      case AnswerChannel::Kind::kEnd:
        co_await connection_.send_end();
        co_return true;
      case AnswerChannel::Kind::kBroken:
      case AnswerChannel::Kind::kNone:
        co_return false;
    }
  }
}

/// The next piece of the answer; kNone: the client has gone away.
asio::awaitable<AnswerChannel::Piece> Session::next_piece(AnswerChannel& channel) {
  for (;;) {
    AnswerChannel::Piece piece;
    if (connection_.is_gone()) {
      co_return piece;
    }
    piece = channel.take();
    if (piece.kind != AnswerChannel::Kind::kNone) {
      co_return piece;
    }
    co_await wait_for_event();
  }
}

asio::awaitable<void> Session::wait_for_event() {
  error_code ignored;
  co_await event_.async_wait(into(ignored));
}

}  // namespace whence::server
