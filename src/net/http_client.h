// A client of HTTP/1.1 over TCP and TLS: one request at a time, the answer's body as it comes.
//
//   net::HttpClient client(policy, limits);
//   const auto answer = client.send({.iri = "https://example.org/sparql", .accept = "..."}, {});
//
// What FetchPolicy does not allow is not fetched, and redirects are judged like the first address:
// there is no way around it. Nothing is sent that would name who asks: no cookies, no credentials.
#pragma once

#include <memory>
#include <string>

#include "net/fetch_policy.h"
#include "net/http_limits.h"
#include "net/http_response.h"

namespace whence::net {

struct HttpRequest {
  std::string iri;
  std::string accept;
  std::string content_type{};  ///< Not empty: the request is a POST of `body`; else a GET.
  std::string body{};
};

/// Belongs to one thread.
class HttpClient {
 public:
  HttpClient(FetchPolicy policy, const HttpLimits& limits);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// The first answer that is no redirect, whatever its status, in no content coding. Throws Error:
  /// kUsage for what may not be fetched, kIo, kLimit, and kTimeout and kCancelled by `patience`.
  [[nodiscard]] std::unique_ptr<HttpResponse> send(HttpRequest request, const Patience& patience);

 private:
  struct Tls;

  [[nodiscard]] std::unique_ptr<HttpResponse> exchange(const Url& url, const HttpRequest& request,
                                                       const Patience& patience);

  FetchPolicy policy_;
  HttpLimits limits_;
  std::unique_ptr<Tls>
      tls_;  ///< Made when https is first needed: it reads the trusted authorities.
};

}  // namespace whence::net
