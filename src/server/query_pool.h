// The threads that queries run on: a fixed number, and a bounded queue in front of them. Network
// threads hand over and go on; they never wait for a query.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace whence::server {

class QueryPool {
 public:
  /// Must not throw: it answers for its own errors.
  using Job = std::function<void()>;

  QueryPool(std::size_t thread_count, std::size_t waiting_max);
  /// Runs what waits, then ends. Whoever wants this to be quick stops the jobs beforehand.
  ~QueryPool();
  QueryPool(const QueryPool&) = delete;
  QueryPool& operator=(const QueryPool&) = delete;

  /// False, and `job` is dropped, where too many wait already.
  [[nodiscard]] bool submit(Job job);

 private:
  void work();

  std::size_t waiting_max_;
  std::mutex mutex_;
  std::condition_variable has_work_;
  std::deque<Job> waiting_;     // Guarded by mutex_, as is what follows.
  std::size_t idle_count_ = 0;  // Threads that wait for a job.
  bool is_ending_ = false;
  std::vector<std::jthread> threads_;  // Last: they use all of the above.
};

}  // namespace whence::server
