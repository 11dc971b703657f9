// See resolver.h. getaddrinfo() cannot be broken off: it runs on a thread of its own, which is left
// to itself when nobody waits for it any longer; the system's resolver gives up after some seconds.
#include "net/resolver.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <netinet/in.h>
#include <optional>
#include <sys/socket.h>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::net {
namespace {

struct Lookup {
  std::mutex mutex;
  std::condition_variable_any ended;
  std::optional<int> status;  ///< Of getaddrinfo().
  std::vector<asio::ip::address> addresses;
};

asio::ip::address address_of(const sockaddr& socket_address) {
  if (socket_address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &socket_address, sizeof v4);
    return asio::ip::address_v4(ntohl(v4.sin_addr.s_addr));
  }
  sockaddr_in6 v6{};
  std::memcpy(&v6, &socket_address, sizeof v6);
  asio::ip::address_v6::bytes_type bytes{};
  std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
  return asio::ip::address_v6(bytes, v6.sin6_scope_id);
}

void look_up(const std::string& host, Lookup& lookup) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int status = ::getaddrinfo(host.c_str(), nullptr, &hints, &found);
  const std::unique_ptr<addrinfo, decltype([](addrinfo* list) { ::freeaddrinfo(list); })> list(
      found);
  const std::scoped_lock lock(lookup.mutex);
  for (const addrinfo* entry = found; entry != nullptr; entry = entry->ai_next) {
    if (entry->ai_family == AF_INET || entry->ai_family == AF_INET6) {
      lookup.addresses.push_back(address_of(*entry->ai_addr));
    }
  }
  lookup.status = status;
  lookup.ended.notify_all();
}

}  // namespace

std::vector<asio::ip::address> resolve(const std::string& host, std::chrono::milliseconds limit,
                                       const Patience& patience) {
  const auto lookup = std::make_shared<Lookup>();
  try {
    std::thread([host, lookup] { look_up(host, *lookup); }).detach();
  } catch (const std::system_error& error) {
    throw Error(ErrorCode::kIo,
                fmt::format("cannot look up the host '{}': {}", host, error.what()));
  }
  auto until = std::chrono::steady_clock::now() + limit;
  const bool is_last_moment = patience.deadline && *patience.deadline < until;
  if (is_last_moment) {
    until = *patience.deadline;
  }
  std::unique_lock lock(lookup->mutex);
  lookup->ended.wait_until(lock, patience.stop, until, [&] { return lookup->status.has_value(); });
  if (patience.stop.stop_requested()) {
    throw Error(ErrorCode::kCancelled, fmt::format("no longer looking up the host '{}'", host));
  }
  if (!lookup->status) {
    throw Error(is_last_moment ? ErrorCode::kTimeout : ErrorCode::kIo,
                fmt::format("no address of the host '{}' was found in time", host));
  }
  if (lookup->addresses.empty()) {
    throw Error(ErrorCode::kIo,
                fmt::format("the host '{}' is not found: {}", host,
                            *lookup->status == 0 ? "it has no IP address"
                                                 : ::gai_strerror(*lookup->status)));
  }
  return lookup->addresses;
}

}  // namespace whence::net
