#include "server/session_list.h"

namespace whence::server {

bool SessionList::add(const std::shared_ptr<Session>& session) {
  const std::lock_guard lock(mutex_);
  if (!is_closed_) {
    sessions_.insert(session);
  }
  return !is_closed_;
}

void SessionList::remove(const std::shared_ptr<Session>& session) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(session);
  if (sessions_.empty()) {
    is_empty_.notify_all();
  }
}

std::size_t SessionList::size() const {
  const std::lock_guard lock(mutex_);
  return sessions_.size();
}

std::vector<std::shared_ptr<Session>> SessionList::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  return {sessions_.begin(), sessions_.end()};
}

std::vector<std::shared_ptr<Session>> SessionList::sessions() const {
  const std::lock_guard lock(mutex_);
  return {sessions_.begin(), sessions_.end()};
}

bool SessionList::wait_until_empty(std::chrono::milliseconds limit) {
  std::unique_lock lock(mutex_);
  return is_empty_.wait_for(lock, limit, [this] { return sessions_.empty(); });
}

}  // namespace whence::server
