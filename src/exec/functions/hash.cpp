// MD5 to SHA512 (SPARQL 1.1 §17.4.6), by OpenSSL; the digest in lower-case hexadecimal.
#include <array>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "exec/functions/function.h"
#include "exec/functions/string_argument.h"
#include "rdf/error.h"

namespace whence::exec {

namespace {

struct Free {
  void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
  void operator()(EVP_MD_CTX* state) const { EVP_MD_CTX_free(state); }
};

/// Looks its algorithm up once: that costs more than a digest.
class HashNode final : public Evaluator {
 public:
  HashNode(const sparql::Call& call, Arguments arguments)
      : argument_(std::move(arguments[0])),
        algorithm_(EVP_MD_fetch(nullptr, call.name.c_str(), nullptr)),
        state_(EVP_MD_CTX_new()) {
    if (algorithm_ == nullptr || state_ == nullptr) {
      throw Error(ErrorCode::kUnsupported,
                  fmt::format("this machine's OpenSSL does not offer {}", call.name),
                  call.position);
    }
  }

  Value evaluate(const Row& row, QueryContext& context) override {
    const auto term = argument_->view(row, context, scratch_);
    if (!term || !is_simple_literal(*term)) {
      return ExpressionError{};
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (EVP_DigestInit_ex2(state_.get(), algorithm_.get(), nullptr) != 1 ||
        EVP_DigestUpdate(state_.get(), term->value.data(), term->value.size()) != 1 ||
        EVP_DigestFinal_ex(state_.get(), digest.data(), &size) != 1) {
      return ExpressionError{};
    }
    std::string text;
    text.reserve(std::size_t{2} * size);
    for (const unsigned char byte : std::span(digest).first(size)) {
      constexpr std::string_view kDigits = "0123456789abcdef";
      text += kDigits[byte >> 4U];
      text += kDigits[byte & 0xFU];
    }
    return string_value(std::move(text));
  }

 private:
  std::unique_ptr<Evaluator> argument_;
  std::unique_ptr<EVP_MD, Free> algorithm_;
  std::unique_ptr<EVP_MD_CTX, Free> state_;
  TermScratch scratch_;
};

std::unique_ptr<Evaluator> make(const sparql::Call& call, Arguments arguments) {
  return std::make_unique<HashNode>(call, std::move(arguments));
}

// OpenSSL knows its algorithms by the same names.
constexpr std::array kFunctions{
    Function{"md5", make},    Function{"sha1", make},   Function{"sha256", make},
    Function{"sha384", make}, Function{"sha512", make},
};

}  // namespace

std::span<const Function> hash_functions() { return kFunctions; }

}  // namespace whence::exec
