#include "server/page.h"

#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include "server/page_text.h"

namespace whence::server {
namespace {

/// The text between the first `<element>` and its end.
std::string_view content_of(std::string_view html, std::string_view element) {
  const std::string start_tag = fmt::format("<{}>", element);
  const std::size_t start = html.find(start_tag) + start_tag.size();
  return html.substr(start, html.find(fmt::format("</{}>", element), start) - start);
}

/// A hash-source (Content Security Policy Level 3 §2.3.1).
std::string hash_source(std::string_view text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  std::array<unsigned char, 4 * ((SHA256_DIGEST_LENGTH + 2) / 3) + 1> encoded{};
  const int size = EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(digest.size()));
  return fmt::format("'sha256-{}'", std::string_view(reinterpret_cast<const char*>(encoded.data()),
                                                     static_cast<std::size_t>(size)));
}

Response make_page_response() {
  const std::string policy = fmt::format(
      "default-src 'none'; script-src {}; style-src {}; connect-src 'self'; img-src data:; "
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      hash_source(content_of(kPageText, "script")), hash_source(content_of(kPageText, "style")));
  return {.status = Status::kOk,
          .content_type = "text/html; charset=utf-8",
          .fields = {{"Content-Security-Policy", policy},
                     {"Referrer-Policy", "no-referrer"},
                     {"Cache-Control", "no-cache"}},
          .body = std::string(kPageText)};
}

}  // namespace

const Response& page_response() {
  static const Response kResponse = make_page_response();
  return kResponse;
}

}  // namespace whence::server
