// Where a request goes: its target taken apart (RFC 9112 §3.2), and the address that the client
// itself used, which relative IRIs and the service description depend on (§3.3).
#pragma once

#include <string>
#include <string_view>

#include "server/http_message.h"

namespace whence::server {

struct RequestTarget {
  std::string path;       ///< Decoded; "*" for the server as a whole.
  std::string query;      ///< As sent, without "?".
  std::string authority;  ///< Host and port, from the target or the Host field.

  /// "http://localhost:7575/sparql": the resource as the client sees it, without its query.
  [[nodiscard]] std::string url() const;
};

/// `own_authority` stands in where the client names none, which HTTP/1.0 allows. Throws
/// HttpError (400) for a target or a Host field that is none.
[[nodiscard]] RequestTarget parse_target(const Request& request, std::string_view own_authority);

}  // namespace whence::server
