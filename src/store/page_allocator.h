// Arrays of many megabytes: a std::vector whose memory comes in pages straight from the kernel and
// goes straight back, so that what a load frees lowers its peak, and what was never written costs
// nothing. Large ones ask for huge pages: lookups hit them at random. Small ones come from the
// heap. Elements are not zeroed by resize(): whoever resizes writes them.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace whence::store {

/// Throws std::bad_alloc.
[[nodiscard]] void* map_pages(std::size_t bytes);
void unmap_pages(void* start, std::size_t bytes) noexcept;

template <typename T>
class PageAllocator {
 public:
  static_assert(std::is_trivially_copyable_v<T>);
  using value_type = T;

  PageAllocator() = default;
  template <typename U>
  // NOLINTNEXTLINE(google-explicit-constructor): allocators convert.
  PageAllocator(const PageAllocator<U>& /*other*/) noexcept {}

  T* allocate(std::size_t count) {
    if (count > kBytesMax / sizeof(T)) {
      throw std::bad_alloc();
    }
    const std::size_t bytes = count * sizeof(T);
    return static_cast<T*>(bytes < kPagesFromBytes ? ::operator new(bytes) : map_pages(bytes));
  }
  void deallocate(T* start, std::size_t count) noexcept {
    const std::size_t bytes = count * sizeof(T);
    if (bytes < kPagesFromBytes) {
      ::operator delete(start);
    } else {
      unmap_pages(start, bytes);
    }
  }

  /// Leaves a new element as it is where no value is given: its type needs no more to exist.
  template <typename U>
  void construct(U* /*place*/) noexcept {}
  template <typename U, typename... Arguments>
  void construct(U* place, Arguments&&... arguments) {
    ::new (static_cast<void*>(place)) U(std::forward<Arguments>(arguments)...);
  }

  friend bool operator==(const PageAllocator&, const PageAllocator&) { return true; }

 private:
  static constexpr std::size_t kPagesFromBytes = std::size_t{1} << 16;
  static constexpr std::size_t kBytesMax = std::size_t{1} << 48;
};

template <typename T>
using PageVector = std::vector<T, PageAllocator<T>>;

}  // namespace whence::store
