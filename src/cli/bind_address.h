// ADDRESS:PORT as a person writes it: "127.0.0.1:7575", "[::1]:7575", "localhost:0", ":8080",
// "8080".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace whence::cli {

struct BindAddress {
  std::string address;  ///< IPv4, or IPv6 without brackets.
  std::uint16_t port = 0;
};

/// What is left out is taken from `fallback`. Throws Error (kUsage).
[[nodiscard]] BindAddress parse_bind_address(std::string_view text, const BindAddress& fallback);

/// Whether only this machine can reach it: 127.0.0.0/8 and ::1.
[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace whence::cli
