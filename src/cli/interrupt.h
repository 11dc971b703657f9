// SIGINT and SIGTERM, taken by a thread of their own instead of a handler, so that what they set
// off may be ordinary code.
//
// At first a signal ends the process at once (after `clean_up`): loading has nothing to save. From
// defer() on, the first signal only asks the stop token to stop, so that a query or a server can
// end in order; the second ends the process.
//
// To be made before any other thread, which then inherit that the signals are not for them. One at
// a time.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace whence::cli {

class Interrupt {
 public:
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

  [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }
  void defer() { is_deferred_ = true; }
  /// What to do before a signal ends the process: remove a half-written file. Called from another
  /// thread, at any time until it is replaced.
  void set_clean_up(std::function<void()> clean_up);

 private:
  void watch();
  [[noreturn]] void end_process();

  std::stop_source stop_;
  std::atomic<bool> is_deferred_ = false;
  std::atomic<bool> is_over_ = false;
  std::mutex clean_up_mutex_;
  std::function<void()> clean_up_;
  std::thread thread_;
};

}  // namespace whence::cli
