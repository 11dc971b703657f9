#include "server/request_target.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "server/http_error.h"
#include "server/url_encoding.h"

namespace whence::server {
namespace {

constexpr std::string_view kScheme = "http://";

/// uri-host [ ":" port ] (RFC 3986 §3.2), by its characters: nothing that could end a header line,
/// an IRI or a string in a page.
bool is_authority(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("-._~%!$&()*+,;=:[]").find(c) != std::string_view::npos;
  });
}

/// RFC 9112 §3.2: a request of HTTP/1.1 has exactly one Host field, which may be empty.
std::string host_of(const Request& request) {
  const auto count = std::ranges::count_if(request.fields, [](const HeaderField& field) {
    return equal_ignoring_case(field.name, "Host");
  });
  if (count > 1 || (count == 0 && request.version >= 11)) {
    throw HttpError(Status::kBadRequest,
                    fmt::format("error: expected one Host field, found {}", count));
  }
  return request.field("Host");
}

}  // namespace

std::string RequestTarget::url() const { return std::string(kScheme) + authority + path; }

RequestTarget parse_target(const Request& request, std::string_view own_authority) {
  std::string_view rest = request.target;
  RequestTarget target{.path = {}, .query = {}, .authority = host_of(request)};
  if (rest.size() > kScheme.size() &&
      equal_ignoring_case(rest.substr(0, kScheme.size()), kScheme)) {
    // Absolute-form, as a proxy gets it; its authority replaces the Host field (§3.2.2).
    rest.remove_prefix(kScheme.size());
    const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
    target.authority = rest.substr(0, end);
    rest.remove_prefix(end);
    if (rest.empty() || rest.front() == '?') {
      target.path = "/";
    }
  } else if (rest == "*") {
    target.path = "*";
    rest = {};
  } else if (!rest.starts_with('/')) {
    throw HttpError(
        Status::kBadRequest,
        fmt::format("error: expected a path as the request's target, found '{}'", rest));
  }
  if (!is_authority(target.authority)) {
    throw HttpError(Status::kBadRequest,
                    fmt::format("error: '{}' is no host and port", target.authority));
  }
  if (target.authority.empty()) {
    target.authority = own_authority;
  }
  const std::size_t question_mark = std::min(rest.find('?'), rest.size());
  target.path += percent_decode(rest.substr(0, question_mark));
  require_utf8(target.path, "the path");
  target.query = rest.substr(std::min(question_mark + 1, rest.size()));
  return target;
}

}  // namespace whence::server
