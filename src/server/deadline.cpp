#include "server/deadline.h"

namespace whence::server {
namespace {

/// An operation that has just succeeded cannot be cancelled, and the next one would go on without a
/// limit: so cancel again until the deadline is stopped.
constexpr std::chrono::milliseconds kRepeatInterval{100};

}  // namespace

void Deadline::start(std::chrono::milliseconds limit) {
  has_passed_ = false;
  timer_.expires_after(limit);
  wait();
}

void Deadline::wait() {
  timer_.async_wait([this, alive = std::weak_ptr(is_alive_)](error_code error) {
    // A handler may be on its way already while its limit is replaced or its owner ends.
    if (error || alive.expired() || timer_.expiry() > std::chrono::steady_clock::now()) {
      return;
    }
    has_passed_ = true;
    error_code ignored;
    socket_.cancel(ignored);
    timer_.expires_after(kRepeatInterval);
    wait();
  });
}

void Deadline::stop() { timer_.expires_at(std::chrono::steady_clock::time_point::max()); }

}  // namespace whence::server
