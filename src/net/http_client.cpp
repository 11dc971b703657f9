// See http_client.h.
#include "net/http_client.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "net/address_range.h"
#include "net/network.h"
#include "net/resolver.h"
#include "net/transport.h"
#include "rdf/error.h"
#include "rdf/iri.h"

namespace whence::net {
namespace {

/// RFC 9110 §15.4: those that name another place for the same thing.
bool is_redirect(unsigned status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Those of `addresses` that may be connected to. Which one it was that may not is not said:
/// whoever sends the query need not learn the addresses of a network that he cannot reach.
std::vector<asio::ip::address> permitted(const Url& url, std::vector<asio::ip::address> addresses) {
  std::string_view purpose;
  std::erase_if(addresses, [&](const asio::ip::address& address) {
    const auto found = special_purpose(address);
    purpose = found.value_or(purpose);
    return found.has_value();
  });
  if (addresses.empty()) {
    throw Error(ErrorCode::kUsage,
                fmt::format("<{}> may not be fetched: its host has {}, and '*' stands for public "
                            "ones alone; whoever runs whence can allow it by its name, with "
                            "--allow-service {}",
                            url.to_string(), purpose, url.place()));
  }
  return addresses;
}

std::string request_text(const Url& url, const HttpRequest& request) {
  std::string text = fmt::format(
      "{} {} HTTP/1.1\r\nHost: {}\r\nUser-Agent: whence\r\nAccept: {}\r\n"
      "Accept-Encoding: identity\r\nConnection: close\r\n",
      request.content_type.empty() ? "GET" : "POST", url.target, url.host_field(), request.accept);
  if (!request.content_type.empty()) {
    text += fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n", request.content_type,
                        request.body.size());
  }
  return text + "\r\n";
}

/// Where `response` points to. Throws Error (kIo, kUsage).
Url redirect_target(const Url& from, const HttpResponse& response) {
  const std::string location = response.field("Location");
  if (location.empty()) {
    throw Error(ErrorCode::kIo, fmt::format("<{}>: it answers {} and does not say where to go",
                                            from.to_string(), response.status()));
  }
  Url to = parse_url(rdf::resolve_iri(from.to_string(), location));
  if (from.is_secure && !to.is_secure) {
    throw Error(ErrorCode::kIo, fmt::format("<{}>: it leads on to <{}>, which is not secure",
                                            from.to_string(), to.to_string()));
  }
  return to;
}

}  // namespace

struct HttpClient::Tls {
  asio::ssl::context context = make_tls_context();
};

HttpClient::HttpClient(FetchPolicy policy, const HttpLimits& limits)
    : policy_(std::move(policy)), limits_(limits) {}

HttpClient::~HttpClient() = default;

std::unique_ptr<HttpResponse> HttpClient::exchange(const Url& url, const HttpRequest& request,
                                                   const Patience& patience) {
  policy_.check(url);
  std::vector<asio::ip::address> addresses = resolve(url.host, limits_.connect_timeout, patience);
  if (!policy_.names(url)) {
    addresses = permitted(url, std::move(addresses));
  }
  if (url.is_secure && tls_ == nullptr) {
    tls_ = std::make_unique<Tls>();
  }
  auto transport =
      std::make_unique<Transport>(url, url.is_secure ? &tls_->context : nullptr, limits_, patience);
  transport->connect(addresses);
  transport->write(request_text(url, request));
  transport->write(request.body);
  return std::make_unique<HttpResponse>(std::move(transport), url.to_string(), limits_);
}

std::unique_ptr<HttpResponse> HttpClient::send(HttpRequest request, const Patience& patience) {
  Url url = parse_url(request.iri);
  for (unsigned redirects = 0;; ++redirects) {
    auto response = exchange(url, request, patience);
    if (!is_redirect(response->status())) {
      const std::string coding = response->field("Content-Encoding");
      if (!coding.empty() && coding != "identity") {
        throw Error(ErrorCode::kIo, fmt::format("<{}>: its answer is in the coding '{}', which it "
                                                "was not asked for",
                                                url.to_string(), coding));
      }
      return response;
    }
    if (redirects == limits_.redirects_max) {
      throw Error(ErrorCode::kLimit, fmt::format("<{}>: it leads on more than {} times",
                                                 request.iri, limits_.redirects_max));
    }
    url = redirect_target(url, *response);
    if (response->status() == 303) {
      // §15.4.4: the answer is what a GET finds there. 301 and 302 keep the method, which §15.4.2
      // prefers: a POST turned into a GET would lose the query.
      request.content_type.clear();
      request.body.clear();
    }
  }
}

}  // namespace whence::net
