// The rule of what may be fetched. Nothing, unless somebody said so: a query's text comes from
// others, and what it can make this machine fetch, they can reach through it (request forgery).
//
// A host that is named may be fetched at whatever address it has. "*" stands for every host of the
// public Internet: its addresses are judged after the name is resolved, and the connection goes to
// the very address that was judged, so that a name cannot mean another one a moment later.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "net/url.h"

namespace whence::net {

struct AllowedHost {
  std::string host;        ///< As canonical_host() gives it, or "*".
  std::uint16_t port = 0;  ///< 0: any.
};

/// HOST, HOST:PORT, "*" or "*:PORT"; an IPv6 address with a port stands in brackets. Throws Error
/// (kUsage) that names what it found and `option`.
[[nodiscard]] AllowedHost parse_allowed_host(std::string_view text, std::string_view option);

class FetchPolicy {
 public:
  /// Nothing is allowed.
  FetchPolicy() = default;
  explicit FetchPolicy(std::vector<AllowedHost> allowed) : allowed_(std::move(allowed)) {}

  void allow(AllowedHost host) { allowed_.push_back(std::move(host)); }

  /// Throws Error (kUsage), naming the option that would allow it, unless `url` is of an allowed
  /// host and port.
  void check(const Url& url) const;
  /// Whether `url` is allowed by its own name, and so at any address.
  [[nodiscard]] bool names(const Url& url) const;

 private:
  [[nodiscard]] bool allows(std::string_view host, std::uint16_t port) const;

  std::vector<AllowedHost> allowed_;
};

}  // namespace whence::net
