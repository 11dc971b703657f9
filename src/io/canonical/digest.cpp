// See digest.h. The algorithm is looked up once: that costs more than a digest.
#include "io/canonical/digest.h"

#include <array>
#include <cstddef>
#include <span>

#include <fmt/format.h>

#include "rdf/error.h"

namespace whence::io {

Digest::Digest(CanonicalHash hash) : state_(EVP_MD_CTX_new()) {
  const char* name = hash == CanonicalHash::kSha256 ? "SHA256" : "SHA384";
  algorithm_.reset(EVP_MD_fetch(nullptr, name, nullptr));
  if (algorithm_ == nullptr || state_ == nullptr) {
    throw Error(ErrorCode::kUnsupported,
                fmt::format("this machine's OpenSSL does not offer {}", name));
  }
}

std::string Digest::hexadecimal(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_DigestInit_ex2(state_.get(), algorithm_.get(), nullptr) != 1 ||
      EVP_DigestUpdate(state_.get(), text.data(), text.size()) != 1 ||
      EVP_DigestFinal_ex(state_.get(), digest.data(), &size) != 1) {
    throw Error(ErrorCode::kInternal, "OpenSSL cannot make a digest");
  }
  std::string digits;
  digits.reserve(std::size_t{2} * size);
  for (const unsigned char byte : std::span(digest).first(size)) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    digits += kDigits[byte >> 4U];
    digits += kDigits[byte & 0xFU];
  }
  return digits;
}

}  // namespace whence::io
