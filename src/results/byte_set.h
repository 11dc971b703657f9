// A set of bytes, and the search for the first of them in a text: how the writers find what they
// must escape, and copy the run before it in one go.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace whence::results {

class ByteSet {
 public:
  /// The bytes of `members`, and those below `below`.
  constexpr explicit ByteSet(std::string_view members, unsigned char below = 0) {
    for (std::size_t byte = 0; byte < below; ++byte) {
      has_[byte] = true;
    }
    for (const char c : members) {
      has_[static_cast<unsigned char>(c)] = true;
    }
  }

  [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  /// The offset of the first member at or after `from`; the text's size if there is none.
  [[nodiscard]] constexpr std::size_t find_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && !has(text[from])) {
      ++from;
    }
    return from;
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace whence::results
