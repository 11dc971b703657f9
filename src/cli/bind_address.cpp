// See bind_address.h.
#include "cli/bind_address.h"

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <netinet/in.h>
#include <optional>
#include <sys/socket.h>
#include <system_error>

#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::cli {
namespace {

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [rest, error] = std::from_chars(text.begin(), text.end(), port);
  return error == std::errc() && rest == text.end() ? std::optional(port) : std::nullopt;
}

bool is_ip_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return ::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
         ::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

}  // namespace

BindAddress parse_bind_address(std::string_view text, const BindAddress& fallback) {
  BindAddress bind = fallback;
  const std::size_t colon = text.rfind(':');
  const bool is_bare_ipv6 =
      colon != std::string_view::npos && text.find(':') != colon && !text.starts_with('[');
  const bool has_port = !is_bare_ipv6 && colon != std::string_view::npos &&
                        (!text.starts_with('[') || text[colon - 1] == ']');
  std::string address(has_port ? text.substr(0, colon) : text);
  std::optional<std::uint16_t> port = fallback.port;
  if (has_port) {
    port = parse_port(text.substr(colon + 1));
  } else if (const auto lone_port = parse_port(text)) {
    port = lone_port;
    address.clear();
  }
  if (address.starts_with('[') && address.ends_with(']')) {
    address = address.substr(1, address.size() - 2);
  }
  if (address == "localhost") {
    address = "127.0.0.1";
  }
  if (!port || (!address.empty() && !is_ip_address(address))) {
    throw Error(ErrorCode::kUsage,
                fmt::format("--bind: expected an address of this machine and a port, such as "
                            "127.0.0.1:7575, 0.0.0.0:7575 or [::1]:7575, found '{}'",
                            text));
  }
  bind.port = *port;
  if (!address.empty()) {
    bind.address = address;
  }
  return bind;
}

bool is_loopback(std::string_view address) {
  const std::string text(address);
  in_addr v4{};
  if (::inet_pton(AF_INET, text.c_str(), &v4) == 1) {
    return (ntohl(v4.s_addr) >> 24U) == 127;
  }
  in6_addr v6{};
  return ::inet_pton(AF_INET6, text.c_str(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

}  // namespace whence::cli
