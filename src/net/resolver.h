// Names of hosts to addresses, by the system's resolver.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "net/http_limits.h"
#include "net/network.h"

namespace whence::net {

/// The addresses of `host`, a name or an address, in the order in which to try them. Throws Error:
/// kIo if it has none, or they are not found within `limit`; kTimeout and kCancelled by `patience`.
[[nodiscard]] std::vector<asio::ip::address> resolve(const std::string& host,
                                                     std::chrono::milliseconds limit,
                                                     const Patience& patience);

}  // namespace whence::net
