// Which addresses are out on the public Internet, and what the others are for: the special-purpose
// registries of IANA (RFC 6890 and what has been added to them since). Anything that is not known
// to be public is not.
#pragma once

#include <optional>
#include <string_view>

#include "net/network.h"

namespace whence::net {

/// What `address` is for if it is not a public unicast address: "a loopback address". An IPv4
/// address inside an IPv6 one (mapped, NAT64, 6to4) is judged like itself.
[[nodiscard]] std::optional<std::string_view> special_purpose(const asio::ip::address& address);

}  // namespace whence::net
