// The IRI of something to fetch, taken apart as a request needs it (RFC 3986 §3, RFC 9110 §4.2).
// Only http and https; no user information: a password in a query's text would end in logs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace whence::net {

struct Url {
  bool is_secure = false;  ///< https.
  std::string host;        ///< In lower case; an IPv6 address without its brackets.
  std::uint16_t port = 0;  ///< The scheme's own where none is written.
  std::string target;      ///< Path and query, beginning with "/", in ASCII.

  /// "example.org:8080": host and port as --allow-service takes them.
  [[nodiscard]] std::string place() const;
  /// The value of the header field Host (RFC 9110 §7.2).
  [[nodiscard]] std::string host_field() const;
  [[nodiscard]] std::string to_string() const;
};

/// Characters beyond ASCII are percent-encoded (RFC 3987 §3.1), a fragment is left out. Throws
/// Error (kUsage) that names `iri` and what cannot be fetched about it.
[[nodiscard]] Url parse_url(std::string_view iri);

/// A host's name as names are compared: in lower case, without a dot at the end or brackets.
[[nodiscard]] std::string canonical_host(std::string_view host);

/// The number of a port, 1 to 65535; 0 if `text` is none.
[[nodiscard]] std::uint16_t parse_port(std::string_view text);

}  // namespace whence::net
