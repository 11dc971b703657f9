#include "store/page_allocator.h"

#include <sys/mman.h>

namespace whence::store {
namespace {

constexpr std::size_t kHugePagesFromBytes = std::size_t{1} << 23;

}  // namespace

void* map_pages(std::size_t bytes) {
  void* start = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED) {
    throw std::bad_alloc();
  }
  if (bytes >= kHugePagesFromBytes) {
    ::madvise(start, bytes, MADV_HUGEPAGE);  // A wish: it may be refused.
  }
  return start;
}

void unmap_pages(void* start, std::size_t bytes) noexcept { ::munmap(start, bytes); }

}  // namespace whence::store
