// The answer to one request (RFC 9112): its head, and its body as it comes.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "io/byte_source.h"

namespace whence::net {

class Transport;
struct HttpLimits;

class HttpResponse final : public io::ByteSource {
 public:
  /// Reads the head. `address` is for messages. Throws Error (kIo, kLimit) and what the transport
  /// throws.
  HttpResponse(std::unique_ptr<Transport> transport, std::string address, const HttpLimits& limits);
  ~HttpResponse() override;

  [[nodiscard]] unsigned status() const;
  [[nodiscard]] std::string reason() const;
  /// The media type, in lower case and without parameters.
  [[nodiscard]] std::string media_type() const;
  /// The value of the first field of this name; empty if there is none.
  [[nodiscard]] std::string field(std::string_view name) const;
  /// Where it came from in the end.
  [[nodiscard]] const std::string& address() const { return address_; }

  /// The body without its transfer coding. A body that ends before its announced end, or is longer
  /// than HttpLimits::body_bytes_max, is an error.
  std::size_t read(std::span<char> buffer) override;

 private:
  class Parser;

  std::unique_ptr<Parser> parser_;
  std::string address_;
};

}  // namespace whence::net
