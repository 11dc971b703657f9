#include "server/query_pool.h"

#include <utility>

namespace whence::server {

QueryPool::QueryPool(std::size_t thread_count, std::size_t waiting_max)
    : waiting_max_(waiting_max) {
  threads_.reserve(thread_count);
  for (std::size_t i = 0; i < thread_count; ++i) {
    threads_.emplace_back([this] { work(); });
  }
}

QueryPool::~QueryPool() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  has_work_.notify_all();
}

bool QueryPool::submit(Job job) {
  {
    const std::lock_guard lock(mutex_);
    // A job that an idle thread is about to take does not wait.
    if (waiting_.size() >= waiting_max_ + idle_count_) {
      return false;
    }
    waiting_.push_back(std::move(job));
  }
  has_work_.notify_one();
  return true;
}

void QueryPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    ++idle_count_;
    has_work_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
    --idle_count_;
    if (waiting_.empty()) {
      return;
    }
    Job job = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    job();
    job = nullptr;  // What it holds is let go here, not under the lock.
    lock.lock();
  }
}

}  // namespace whence::server
