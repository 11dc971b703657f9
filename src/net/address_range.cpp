// See address_range.h.
#include "net/address_range.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace whence::net {
namespace {

struct Range4 {
  std::array<std::uint8_t, 4> start;
  unsigned length;  ///< Of the prefix, in bits.
  std::string_view purpose;
};

constexpr std::string_view kPrivate = "a private address (RFC 1918)";
constexpr std::string_view kDocumentation = "an address for documentation";
constexpr std::string_view kLoopback = "a loopback address";
constexpr std::string_view kLinkLocal = "a link-local address";
constexpr std::string_view kMulticast = "a multicast address";
constexpr std::string_view kUnspecified = "the unspecified address or its network";
constexpr std::string_view kReserved = "a reserved address";
constexpr std::string_view kProtocol = "an address for protocols (RFC 6890)";

constexpr Range4 kRanges4[] = {
    {{0, 0, 0, 0}, 8, kUnspecified},
    {{10, 0, 0, 0}, 8, kPrivate},
    {{100, 64, 0, 0}, 10, "an address behind a carrier's NAT (RFC 6598)"},
    {{127, 0, 0, 0}, 8, kLoopback},
    {{169, 254, 0, 0}, 16, kLinkLocal},
    {{172, 16, 0, 0}, 12, kPrivate},
    {{192, 0, 0, 0}, 24, kProtocol},
    {{192, 0, 2, 0}, 24, kDocumentation},
    {{192, 88, 99, 0}, 24, "an address of 6to4 relays (RFC 7526)"},
    {{192, 168, 0, 0}, 16, kPrivate},
    {{198, 18, 0, 0}, 15, "an address for benchmarks (RFC 2544)"},
    {{198, 51, 100, 0}, 24, kDocumentation},
    {{203, 0, 113, 0}, 24, kDocumentation},
    {{224, 0, 0, 0}, 4, kMulticast},
    {{240, 0, 0, 0}, 4, kReserved},
};

struct Range6 {
  std::array<std::uint8_t, 6> start;  ///< The bytes after these are 0.
  unsigned length;
  std::string_view purpose;
};

/// Within the block of global unicast addresses, 2000::/3, and before it.
constexpr Range6 kRanges6[] = {
    {{0xFE, 0x80}, 10, kLinkLocal},
    {{0xFE, 0xC0}, 10, "a site-local address"},
    {{0xFC, 0x00}, 7, "a unique local address (RFC 4193)"},
    {{0xFF, 0x00}, 8, kMulticast},
    {{0x20, 0x01, 0x0D, 0xB8}, 32, kDocumentation},
    {{0x3F, 0xFF, 0x00}, 20, kDocumentation},
    {{0x20, 0x01, 0x00}, 23, kProtocol},  // Teredo, ORCHID, benchmarks among them.
};

template <std::size_t kSize, std::size_t kStartSize>
bool is_in(const std::array<std::uint8_t, kSize>& bytes,
           const std::array<std::uint8_t, kStartSize>& start, unsigned length) {
  for (unsigned bit = 0; bit < length; bit += 8) {
    const unsigned left = length - bit;
    const unsigned mask = left >= 8 ? 0xFFU : (0xFFU << (8U - left)) & 0xFFU;
    const unsigned expected = bit / 8 < kStartSize ? start[bit / 8] : 0U;
    if ((bytes[bit / 8] & mask) != (expected & mask)) {
      return false;
    }
  }
  return true;
}

std::optional<std::string_view> purpose(const std::array<std::uint8_t, 4>& bytes) {
  for (const Range4& range : kRanges4) {
    if (is_in(bytes, range.start, range.length)) {
      return range.purpose;
    }
  }
  return std::nullopt;
}

using Bytes6 = std::array<std::uint8_t, 16>;

std::array<std::uint8_t, 4> four_of(const Bytes6& bytes, std::size_t at) {
  return {bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]};
}

/// The IPv4 address that packets to an IPv6 one end at.
std::optional<std::array<std::uint8_t, 4>> embedded(const Bytes6& bytes) {
  constexpr std::array<std::uint8_t, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  constexpr std::array<std::uint8_t, 12> kNat64 = {0x00, 0x64, 0xFF, 0x9B};  // RFC 6052 §2.1
  constexpr std::array<std::uint8_t, 2> k6to4 = {0x20, 0x02};                // RFC 3056 §2
  if (is_in(bytes, kMapped, 96) || is_in(bytes, kNat64, 96)) {
    return four_of(bytes, 12);
  }
  return is_in(bytes, k6to4, 16) ? std::optional(four_of(bytes, 2)) : std::nullopt;
}

std::optional<std::string_view> purpose(const Bytes6& bytes) {
  if (const auto inner = embedded(bytes)) {
    return purpose(*inner);
  }
  const asio::ip::address_v6 address(bytes);
  if (address.is_loopback()) {
    return kLoopback;
  }
  if (address.is_unspecified()) {
    return kUnspecified;
  }
  for (const Range6& range : kRanges6) {
    if (is_in(bytes, range.start, range.length)) {
      return range.purpose;
    }
  }
  constexpr std::array<std::uint8_t, 1> kGlobal = {0x20};  // RFC 4291 §2.4, RFC 7249 §2.2
  return is_in(bytes, kGlobal, 3) ? std::nullopt : std::optional(kReserved);
}

}  // namespace

std::optional<std::string_view> special_purpose(const asio::ip::address& address) {
  return address.is_v4() ? purpose(address.to_v4().to_bytes())
                         : purpose(address.to_v6().to_bytes());
}

}  // namespace whence::net
