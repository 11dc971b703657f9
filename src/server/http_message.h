// A request as it was read and a response as it is to be sent: what routes, protocol and
// negotiation work with, free of sockets (RFC 9110 §6).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whence::server {

/// The status codes that this server sends (RFC 9110 §15; 431: RFC 6585 §5).
enum class Status : std::uint16_t {
  kOk = 200,
  kNoContent = 204,
  kBadRequest = 400,
  kForbidden = 403,
  kNotFound = 404,
  kMethodNotAllowed = 405,
  kNotAcceptable = 406,
  kRequestTimeout = 408,
  kContentTooLarge = 413,
  kUriTooLong = 414,
  kUnsupportedMediaType = 415,
  kExpectationFailed = 417,
  kHeaderFieldsTooLarge = 431,
  kInternalServerError = 500,
  kNotImplemented = 501,
  kServiceUnavailable = 503,
  kHttpVersionNotSupported = 505,
};

struct HeaderField {
  std::string name;
  std::string value;

  friend bool operator==(const HeaderField&, const HeaderField&) = default;
};

struct Request {
  std::string method;     ///< As sent: methods are case-sensitive (§9.1).
  unsigned version = 11;  ///< 10 or 11: HTTP/1.0 or HTTP/1.1.
  std::string target;     ///< As sent: origin-form, absolute-form or "*" (RFC 9112 §3.2).
  std::vector<HeaderField> fields;
  std::string body;

  /// The value of the field named `name`, of several joined by ", " (§5.3); empty: there is none.
  [[nodiscard]] std::string field(std::string_view name) const;
  [[nodiscard]] bool has_field(std::string_view name) const;
};

/// Date, Server, the length or the framing of the body and Connection are added on the way out.
struct Response {
  Status status = Status::kOk;
  std::string content_type;  ///< Empty: there is no body.
  std::vector<HeaderField> fields;
  std::string body;
};

/// Whether two field names, methods of registries or media types are the same but for case.
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

/// `text` without spaces and tabs at its ends (OWS, RFC 9110 §5.6.3).
[[nodiscard]] std::string_view without_outer_spaces(std::string_view text);

/// Whether `text` is a token (RFC 9110 §5.6.2).
[[nodiscard]] bool is_token(std::string_view text);

}  // namespace whence::server
