#include "store/parallel.h"

#include <exception>
#include <thread>
#include <vector>

namespace whence::store {

void run_parallel(std::size_t thread_count, const std::function<void(std::size_t)>& work) {
  std::vector<std::exception_ptr> failures(thread_count);
  const auto guarded = [&](std::size_t number) {
    try {
      work(number);
    } catch (...) {
      failures[number] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    threads.reserve(thread_count);
    for (std::size_t number = 1; number < thread_count; ++number) {
      threads.emplace_back(guarded, number);
    }
    guarded(0);
  }
  for (const auto& failure : failures) {
    if (failure) {
      std::rethrow_exception(failure);
    }
  }
}

}  // namespace whence::store
