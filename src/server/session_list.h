// The sessions of a server that are not over: to be counted, told to stop, and waited for. Any
// number of threads.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

#include "server/session.h"

namespace whence::server {

class SessionList {
 public:
  /// False once it is closed.
  [[nodiscard]] bool add(const std::shared_ptr<Session>& session);
  void remove(const std::shared_ptr<Session>& session);

  [[nodiscard]] std::size_t size() const;
  /// Those that are there; afterwards no more can be added.
  std::vector<std::shared_ptr<Session>> close();
  /// Those that are there.
  [[nodiscard]] std::vector<std::shared_ptr<Session>> sessions() const;
  /// Whether all have been removed before `limit` passed.
  bool wait_until_empty(std::chrono::milliseconds limit);

 private:
  mutable std::mutex mutex_;
  std::condition_variable is_empty_;
  std::unordered_set<std::shared_ptr<Session>> sessions_;  // Guarded by mutex_, as is is_closed_.
  bool is_closed_ = false;
};

}  // namespace whence::server
