// The function that libFuzzer and replay.cpp call.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/target.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  whence::fuzz::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
