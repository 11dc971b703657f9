// See fetch_policy.h.
#include "net/fetch_policy.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::net {

AllowedHost parse_allowed_host(std::string_view text, std::string_view option) {
  const auto fail = [&] {
    throw Error(ErrorCode::kUsage,
                fmt::format("{}: expected HOST, HOST:PORT or '*', such as localhost:7576 or "
                            "[::1]:7576, found '{}'",
                            option, text));
  };
  const std::size_t colon = text.rfind(':');
  // Two colons outside brackets: an IPv6 address alone.
  const bool is_bare_address = !text.starts_with('[') && text.find(':') != colon;
  const bool has_port = colon != std::string_view::npos && !is_bare_address &&
                        (!text.starts_with('[') || text[colon - 1] == ']');
  AllowedHost allowed{.host = canonical_host(has_port ? text.substr(0, colon) : text)};
  if (has_port) {
    allowed.port = parse_port(text.substr(colon + 1));
  }
  const bool has_foreign = std::ranges::any_of(allowed.host, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte >= 0x7F || std::string_view("/@?#[]").contains(c);
  });
  const bool has_star = allowed.host.contains('*') && allowed.host != "*";
  if (allowed.host.empty() || has_foreign || has_star || (has_port && allowed.port == 0)) {
    fail();
  }
  return allowed;
}

bool FetchPolicy::allows(std::string_view host, std::uint16_t port) const {
  return std::ranges::any_of(allowed_, [&](const AllowedHost& allowed) {
    return allowed.host == host && (allowed.port == 0 || allowed.port == port);
  });
}

bool FetchPolicy::names(const Url& url) const { return allows(url.host, url.port); }

void FetchPolicy::check(const Url& url) const {
  if (!names(url) && !allows("*", url.port)) {
    throw Error(ErrorCode::kUsage,
                fmt::format("<{}> may not be fetched: nobody has allowed its host; whoever runs "
                            "whence can, with --allow-service {}",
                            url.to_string(), url.place()));
  }
}

}  // namespace whence::net
