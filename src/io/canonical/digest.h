// The hash function of the canonicalization (RDFC-1.0 §4.1), over OpenSSL: text in, lower-case
// hexadecimal digits out.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <openssl/evp.h>

#include "io/canonical/canonical_form.h"

namespace whence::io {

class Digest {
 public:
  /// Throws Error (kUnsupported) where OpenSSL does not offer the algorithm.
  explicit Digest(CanonicalHash hash);

  [[nodiscard]] std::string hexadecimal(std::string_view text);

 private:
  struct Free {
    void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
    void operator()(EVP_MD_CTX* state) const { EVP_MD_CTX_free(state); }
  };

  std::unique_ptr<EVP_MD, Free> algorithm_;
  std::unique_ptr<EVP_MD_CTX, Free> state_;
};

}  // namespace whence::io
