#include "server/connection.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "server/http_date.h"
#include "server/http_error.h"

namespace whence::server {
namespace {

constexpr std::size_t kReadBytes = std::size_t{8} << 10U;
/// How much of the requests to come is read while an answer is made.
constexpr std::size_t kReadAheadBytesMax = std::size_t{64} << 10U;
/// What a request line has besides its target.
constexpr std::size_t kRequestLineRestMax = 64;
constexpr std::chrono::milliseconds kLingerTimeout{2'000};

std::string_view view_of(beast::string_view text) { return {text.data(), text.size()}; }

}  // namespace

Connection::Connection(tcp::socket socket, const ServerOptions& options)
    : options_(options), socket_(std::move(socket)), deadline_(socket_) {
  error_code ignored;
  socket_.set_option(tcp::no_delay(true), ignored);
}

asio::awaitable<std::optional<Request>> Connection::read_request() {
  keeps_alive_ = false;
  is_head_request_ = false;
  version_ = 11;
  is_watch_wanted_ = true;
  const bool has_begun = co_await wait_for_first_byte();
  if (!has_begun) {
    co_return std::nullopt;
  }
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(
      std::max(options_.url_bytes_max + kRequestLineRestMax, options_.header_bytes_max)));
  parser.body_limit(options_.body_bytes_max);
  const bool has_header = co_await read_header(parser);
  if (!has_header) {
    co_return std::nullopt;
  }
  const bool has_body = co_await read_body(parser);
  if (!has_body) {
    co_return std::nullopt;
  }
  deadline_.stop();
  keeps_alive_ = parser.get().keep_alive() && !is_ending_;
  Request request{.method = std::string(view_of(parser.get().method_string())),
                  .version = version_,
                  .target = std::string(view_of(parser.get().target())),
                  .fields = {},
                  .body = {}};
  for (const auto& field : parser.get().base()) {
    request.fields.push_back(
        {std::string(view_of(field.name_string())), std::string(view_of(field.value()))});
  }
  request.body = std::move(parser.get().body());
  co_return request;
}

asio::awaitable<bool> Connection::wait_for_first_byte() {
  deadline_.start(options_.idle_timeout);
  for (;;) {
    skip_empty_lines();
    if (buffer_.size() > 0) {
      co_return true;
    }
    is_idle_ = true;
    error_code error;
    const std::size_t size =
        co_await socket_.async_read_some(buffer_.prepare(kReadBytes), into(error));
    is_idle_ = false;
    if (error) {
      co_return false;
    }
    buffer_.commit(size);
  }
}

/// RFC 9112 §2.2: an empty line in front of a request is ignored.
void Connection::skip_empty_lines() {
  const auto* bytes = static_cast<const char*>(buffer_.data().data());
  std::size_t size = 0;
  while (size < buffer_.size() && (bytes[size] == '\r' || bytes[size] == '\n')) {
    ++size;
  }
  buffer_.consume(size);
}

asio::awaitable<bool> Connection::read_header(Parser& parser) {
  deadline_.start(options_.header_timeout);
  error_code error;
  co_await http::async_read_header(socket_, buffer_, parser, into(error));
  if (parser.get().version() >= 10) {
    version_ = parser.get().version();
  }
  is_head_request_ = parser.get().method() == http::verb::head;
  if (error) {
    if (error.category() != make_error_code(http::error::end_of_stream).category() &&
        !deadline_.has_passed()) {
      co_return false;
    }
    throw_read_error(error, parser);
  }
  check_header(parser);
  co_return true;
}

asio::awaitable<bool> Connection::read_body(Parser& parser) {
  if (parser.is_done()) {
    co_return true;
  }
  deadline_.start(options_.body_timeout);
  error_code error;
  if (parser.get().find(http::field::expect) != parser.get().end() && version_ >= 11) {
    // RFC 9110 §10.1.1: the client waits for this before it sends its body.
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    co_await asio::async_write(socket_, asio::buffer(kContinue), into(error));
  }
  if (!error) {
    co_await http::async_read(socket_, buffer_, parser, into(error));
  }
  if (error) {
    if (error.category() != make_error_code(http::error::end_of_stream).category() &&
        !deadline_.has_passed()) {
      co_return false;
    }
    throw_read_error(error, parser);
  }
  co_return true;
}

void Connection::throw_read_error(error_code error, const Parser& parser) const {
  if (deadline_.has_passed()) {
    throw HttpError(Status::kRequestTimeout, "error: the request took too long to arrive");
  }
  if (error == http::error::header_limit && parser.get().target().empty()) {
    throw HttpError(Status::kUriTooLong,
                    fmt::format("error: the request's target is longer than {} bytes; send a long "
                                "query by POST",
                                options_.url_bytes_max));
  }
  if (error == http::error::header_limit) {
    throw HttpError(Status::kHeaderFieldsTooLarge,
                    fmt::format("error: the request's header fields are longer than {} bytes",
                                options_.header_bytes_max));
  }
  if (error == http::error::body_limit) {
    throw HttpError(
        Status::kContentTooLarge,
        fmt::format("error: the request's body is longer than {} bytes", options_.body_bytes_max));
  }
  if (error == http::error::bad_version) {
    throw HttpError(Status::kHttpVersionNotSupported, "error: expected HTTP/1.0 or HTTP/1.1");
  }
  throw HttpError(Status::kBadRequest,
                  fmt::format("error: the request is not HTTP: {}", error.message()));
}

void Connection::check_header(const Parser& parser) const {
  const auto& header = parser.get().base();
  if (header.target().size() > options_.url_bytes_max) {
    throw_read_error(http::error::header_limit, Parser());
  }
  std::size_t field_bytes = 0;
  for (const auto& field : header) {
    field_bytes +=
        field.name_string().size() + field.value().size() + std::string_view(": \r\n").size();
  }
  if (field_bytes > options_.header_bytes_max) {
    throw_read_error(http::error::header_limit, parser);
  }
  const auto expect = header.find(http::field::expect);
  if (expect != header.end() && !equal_ignoring_case(view_of(expect->value()), "100-continue")) {
    throw HttpError(Status::kExpectationFailed, "error: expected Expect: 100-continue or none");
  }
}

http::response<http::string_body> Connection::message_of(Response response) const {
  http::response<http::string_body> message(static_cast<http::status>(response.status), version_);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  message.set(http::field::date, http_date(now));
  message.set(http::field::server, "whence/" WHENCE_VERSION);
  // Answers are public to whoever can reach the server: scripts of any origin may read them.
  message.set(http::field::access_control_allow_origin, "*");
  message.set("X-Content-Type-Options", "nosniff");
  if (!response.content_type.empty()) {
    message.set(http::field::content_type, response.content_type);
  }
  for (const HeaderField& field : response.fields) {
    message.insert(field.name, field.value);
  }
  message.keep_alive(keeps_alive_);
  message.body() = std::move(response.body);
  return message;
}

asio::awaitable<void> Connection::send(Response response) {
  deadline_.start(options_.write_timeout);
  const bool has_content = response.status != Status::kNoContent;
  auto message = message_of(std::move(response));
  if (has_content) {
    message.content_length(message.body().size());
  }
  http::response_serializer<http::string_body> serializer(message);
  if (is_head_request_) {
    co_await http::async_write_header(socket_, serializer, asio::use_awaitable);
  } else {
    co_await http::async_write(socket_, serializer, asio::use_awaitable);
  }
  deadline_.stop();
}

asio::awaitable<void> Connection::send_head(Response head) {
  deadline_.start(options_.write_timeout);
  if (version_ < 11) {
    keeps_alive_ = false;  // The end of the connection is the end of the body (RFC 9112 §6.3).
  }
  auto message = message_of(std::move(head));
  message.chunked(version_ >= 11);
  http::response_serializer<http::string_body> serializer(message);
  co_await http::async_write_header(socket_, serializer, asio::use_awaitable);
  deadline_.stop();
}

asio::awaitable<void> Connection::send_chunk(std::string chunk) {
  deadline_.start(options_.write_timeout);
  if (version_ >= 11) {
    const auto buffers = http::make_chunk(asio::const_buffer(chunk.data(), chunk.size()));
    co_await asio::async_write(socket_, buffers, asio::use_awaitable);
  } else {
    co_await asio::async_write(socket_, asio::buffer(chunk), asio::use_awaitable);
  }
  deadline_.stop();
}

asio::awaitable<void> Connection::send_end() {
  if (version_ >= 11) {
    deadline_.start(options_.write_timeout);
    co_await asio::async_write(socket_, http::make_chunk_last(), asio::use_awaitable);
    deadline_.stop();
  }
}

asio::awaitable<void> Connection::watch() {
  // The wish is looked at each time: a read that has just succeeded cannot be cancelled any more.
  while (is_watch_wanted_ && buffer_.size() < kReadAheadBytesMax) {
    error_code error;
    const std::size_t size =
        co_await socket_.async_read_some(buffer_.prepare(kReadBytes), into(error));
    if (error) {
      is_gone_ = error != asio::error::operation_aborted || !socket_.is_open();
      co_return;
    }
    buffer_.commit(size);
  }
}

void Connection::stop_watching() {
  is_watch_wanted_ = false;
  error_code ignored;
  socket_.cancel(ignored);
}

asio::awaitable<void> Connection::linger() {
  error_code error;
  socket_.shutdown(tcp::socket::shutdown_send, error);
  deadline_.start(kLingerTimeout);
  std::array<char, kReadBytes> discarded{};
  while (!error) {
    co_await socket_.async_read_some(asio::buffer(discarded), into(error));
  }
  deadline_.stop();
}

void Connection::close() {
  error_code ignored;
  socket_.close(ignored);
}

void Connection::break_off() {
  error_code ignored;
  if (version_ < 11) {
    // Without chunks an orderly end would look like the end of the body: reset instead.
    socket_.set_option(asio::socket_base::linger(true, 0), ignored);
  }
  socket_.close(ignored);
}

}  // namespace whence::server
