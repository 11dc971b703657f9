// See http_response.h. Beast's parser is given the bytes as the transport has them.
#include "net/http_response.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <limits>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "net/http_limits.h"
#include "net/network.h"
#include "net/transport.h"
#include "rdf/error.h"

namespace whence::net {

class HttpResponse::Parser {
 public:
  Parser(std::unique_ptr<Transport> transport, const std::string& address, const HttpLimits& limits)
      : transport_(std::move(transport)),
        address_(address),
        limits_(limits),
        block_(limits.header_bytes_max + kReadBytes, '\0') {
    do {  // RFC 9110 §15.2: any number of interim answers may come before the real one.
      start();
      while (!parser_->is_header_done()) {
        step();
      }
    } while (head().result_int() / 100 == 1 && ++interim_count_ <= kInterimMax);
    if (head().result_int() / 100 == 1) {
      fail(ErrorCode::kIo, "it goes on giving interim answers");
    }
  }

  [[nodiscard]] const http::response<http::buffer_body>& head() const { return parser_->get(); }

  std::size_t read(std::span<char> buffer) {
    if (buffer.empty()) {
      return 0;
    }
    auto& body = parser_->get().body();
    body.data = buffer.data();
    body.size = buffer.size();
    while (body.size == buffer.size() && !parser_->is_done()) {
      step();
    }
    const std::size_t count = buffer.size() - body.size;
    body.data = nullptr;
    body.size = 0;
    body_bytes_ += count;
    if (body_bytes_ > limits_.body_bytes_max) {
      fail(ErrorCode::kLimit,
           fmt::format("its answer has more than {} bytes", limits_.body_bytes_max));
    }
    return count;
  }

 private:
  static constexpr unsigned kInterimMax = 8;
  static constexpr std::size_t kReadBytes = std::size_t{64} << 10U;

  void start() {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(std::min<std::size_t>(
        limits_.header_bytes_max, std::numeric_limits<std::uint32_t>::max())));
    parser_->body_limit(boost::none);  // Counted here, decoded.
  }

  /// Gives the parser what is there, or more if it can make nothing of that.
  void step() {
    if (begin_ < end_ && !needs_more_) {
      feed();
      return;
    }
    if (begin_ > 0) {
      std::memmove(block_.data(), block_.data() + begin_, end_ - begin_);
      end_ -= begin_;
      begin_ = 0;
    }
    if (end_ == block_.size()) {
      fail(ErrorCode::kLimit,
           fmt::format("its answer's head has more than {} bytes", limits_.header_bytes_max));
    }
    const std::size_t count = transport_->read(std::span(block_).subspan(end_));
    needs_more_ = false;
    if (count == 0) {
      end_of_stream();
      return;
    }
    end_ += count;
    feed();
  }

  void feed() {
    error_code error;
    begin_ += parser_->put(asio::buffer(block_.data() + begin_, end_ - begin_), error);
    if (error == http::error::need_more) {
      needs_more_ = true;
    } else if (error == http::error::header_limit) {
      fail(ErrorCode::kLimit,
           fmt::format("its answer's head has more than {} bytes", limits_.header_bytes_max));
    } else if (error && error != http::error::need_buffer) {
      fail(ErrorCode::kIo, fmt::format("its answer is not HTTP: {}", error.message()));
    }
  }

  /// The end of a body without a length, or of one that should have gone on.
  void end_of_stream() {
    error_code error;
    if (parser_->got_some()) {
      parser_->put_eof(error);
    } else {
      error = http::error::end_of_stream;
    }
    if (error || !parser_->is_done()) {
      fail(ErrorCode::kIo, parser_->got_some() ? "its answer broke off before its end"
                                               : "it ended the connection without an answer");
    }
  }

  [[noreturn]] void fail(ErrorCode code, std::string_view what) const {
    throw Error(code, fmt::format("<{}>: {}", address_, what));
  }

  std::unique_ptr<Transport> transport_;
  std::string address_;
  HttpLimits limits_;
  std::optional<http::response_parser<http::buffer_body>> parser_;
  std::string block_;      ///< A whole head has room: the parser takes it at once.
  std::size_t begin_ = 0;  ///< Of what the parser has not taken.
  std::size_t end_ = 0;
  bool needs_more_ = false;
  unsigned interim_count_ = 0;
  std::uint64_t body_bytes_ = 0;
};

HttpResponse::HttpResponse(std::unique_ptr<Transport> transport, std::string address,
                           const HttpLimits& limits)
    : parser_(std::make_unique<Parser>(std::move(transport), address, limits)),
      address_(std::move(address)) {}

HttpResponse::~HttpResponse() = default;

unsigned HttpResponse::status() const { return parser_->head().result_int(); }

std::string HttpResponse::reason() const { return parser_->head().reason(); }

std::string HttpResponse::field(std::string_view name) const {
  return parser_->head()[boost::core::string_view(name.data(), name.size())];
}

std::string HttpResponse::media_type() const {
  std::string type = field("Content-Type");
  type.erase(std::min(type.size(), type.find(';')));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) {
    type.pop_back();
  }
  std::ranges::transform(type, type.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return type;
}

std::size_t HttpResponse::read(std::span<char> buffer) { return parser_->read(buffer); }

}  // namespace whence::net
