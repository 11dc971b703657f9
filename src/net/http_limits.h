// How much and how long one request may take, its redirects included.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>

namespace whence::net {

struct HttpLimits {
  /// For each of: finding the host's addresses, connecting to one, TLS's handshake.
  std::chrono::milliseconds connect_timeout{10'000};
  /// How long the other side may be silent, or take nothing of what is sent.
  std::chrono::milliseconds idle_timeout{60'000};
  std::size_t header_bytes_max = std::size_t{64} << 10U;
  std::uint64_t body_bytes_max = std::uint64_t{256} << 20U;
  unsigned redirects_max = 5;
};

/// When whoever waits for the answer no longer does.
struct Patience {
  std::optional<std::chrono::steady_clock::time_point> deadline{};
  std::stop_token stop{};
};

}  // namespace whence::net
