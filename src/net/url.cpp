// See url.h.
#include "net/url.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>

#include <fmt/format.h>

#include "rdf/error.h"
#include "rdf/iri.h"

namespace whence::net {
namespace {

constexpr std::uint16_t kHttpPort = 80;
constexpr std::uint16_t kHttpsPort = 443;

[[noreturn]] void fail(std::string_view iri, std::string_view reason) {
  throw Error(ErrorCode::kUsage, fmt::format("<{}> cannot be fetched: {}", iri, reason));
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
  return result;
}

/// RFC 3986 §3.2.2, reg-name and IPv4address; or what stands between the brackets of an IP-literal,
/// without zones, which name interfaces of this machine.
bool is_host(std::string_view host, bool is_bracketed) {
  const std::string_view others = is_bracketed ? ":." : "-._~";
  return !host.empty() && std::ranges::all_of(host, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || others.contains(c);
  });
}

/// ASCII alone, as RFC 3987 §3.1 maps an IRI to a URI; what neither may have is encoded as well, so
/// that nothing ends the request's line early.
std::string encoded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || std::string_view("<>\"{}|\\^`").contains(c)) {
      result += fmt::format("%{:02X}", byte);
    } else {
      result += c;
    }
  }
  return result;
}

/// The host of `authority`, which keeps what follows it.
std::string take_host(std::string_view iri, std::string_view& authority) {
  const bool is_bracketed = authority.starts_with('[');
  const std::size_t end = is_bracketed ? authority.find(']') : authority.find(':');
  if (is_bracketed && end == std::string_view::npos) {
    fail(iri, "the bracket of its address is not closed");
  }
  std::string host = canonical_host(authority.substr(0, is_bracketed ? end + 1 : end));
  if (std::ranges::any_of(host, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    fail(iri, "write the name of its host in ASCII (xn--...)");
  }
  if (!is_host(host, is_bracketed)) {
    fail(iri, host.empty() ? "it names no host" : fmt::format("'{}' is no host", host));
  }
  authority.remove_prefix(std::min(authority.size(), is_bracketed ? end + 1 : end));
  return host;
}

}  // namespace

std::string canonical_host(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  if (host.ends_with('.')) {
    host.remove_suffix(1);
  }
  return lower(host);
}

std::uint16_t parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc() && rest == text.data() + text.size() ? port : 0;
}

Url parse_url(std::string_view iri) {
  const rdf::IriComponents parts = rdf::split_iri(iri);
  const std::string scheme = lower(parts.scheme);
  if (scheme != "http" && scheme != "https") {
    fail(iri, parts.has_scheme
                  ? fmt::format("expected the scheme http or https, found {}", parts.scheme)
                  : "it is not absolute; expected http://... or https://...");
  }
  std::string_view authority = parts.authority;
  if (authority.contains('@')) {
    fail(iri, "it has a user's name or password before '@'");
  }
  Url url;
  url.is_secure = scheme == "https";
  url.port = url.is_secure ? kHttpsPort : kHttpPort;
  url.host = take_host(iri, authority);
  if (authority.size() > 1) {  // A lone ":" is the scheme's own port (RFC 3986 §3.2.3).
    url.port = authority.starts_with(':') ? parse_port(authority.substr(1)) : 0;
    if (url.port == 0) {
      fail(iri, fmt::format("expected ':' and a port of 1 to 65535, found '{}'", authority));
    }
  }
  url.target = parts.path.empty() ? "/" : encoded(parts.path);
  if (parts.has_query) {
    url.target += "?" + encoded(parts.query);
  }
  return url;
}

std::string Url::place() const {
  return fmt::format(fmt::runtime(host.contains(':') ? "[{}]:{}" : "{}:{}"), host, port);
}

std::string Url::host_field() const {
  if (port != (is_secure ? kHttpsPort : kHttpPort)) {
    return place();
  }
  return host.contains(':') ? "[" + host + "]" : host;
}

std::string Url::to_string() const {
  return fmt::format("{}://{}{}", is_secure ? "https" : "http", host_field(), target);
}

}  // namespace whence::net
