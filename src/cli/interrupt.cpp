// See interrupt.h.
#include "cli/interrupt.h"

#include <csignal>
#include <unistd.h>
#include <utility>

#include "cli/exit_code.h"

namespace whence::cli {
namespace {

sigset_t watched_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

Interrupt::Interrupt() {
  const sigset_t signals = watched_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  thread_ = std::thread([this] { watch(); });
}

Interrupt::~Interrupt() {
  is_over_ = true;
  pthread_kill(thread_.native_handle(), SIGINT);  // Wakes sigwait().
  thread_.join();
  const sigset_t signals = watched_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void Interrupt::set_clean_up(std::function<void()> clean_up) {
  const std::lock_guard lock(clean_up_mutex_);
  clean_up_ = std::move(clean_up);
}

void Interrupt::watch() {
  const sigset_t signals = watched_signals();
  for (;;) {
    int signal = 0;
    sigwait(&signals, &signal);
    if (is_over_) {
      return;
    }
    if (!is_deferred_ || !stop_.request_stop()) {
      end_process();
    }
  }
}

void Interrupt::end_process() {
  {
    const std::lock_guard lock(clean_up_mutex_);
    if (clean_up_) {
      clean_up_();
    }
  }
  // No destructors: other threads are still at work.
  _exit(kInterrupted);
}

}  // namespace whence::cli
