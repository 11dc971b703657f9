#include "server/routes.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "server/http_error.h"
#include "server/page.h"
#include "server/request_target.h"

namespace whence::server {
namespace {

using Handler = Action (*)(const Request&, const RequestTarget&);

struct Route {
  std::string_view path;
  std::string_view methods;  ///< The value of Allow.
  Handler handler;
};

Action show_page(const Request& /*request*/, const RequestTarget& /*target*/) {
  return page_response();
}

Action answer_endpoint(const Request& request, const RequestTarget& target) {
  if (auto query = parse_query_request(request, target)) {
    return std::move(*query);
  }
  return DescriptionRequest{.endpoint = target.url(), .wish = parse_wish(request, target)};
}

Action refuse_update(const Request& /*request*/, const RequestTarget& /*target*/) {
  throw HttpError(Status::kForbidden,
                  "error: updates are not allowed; queries go to /sparql or /query");
}

Action tell_health(const Request& /*request*/, const RequestTarget& /*target*/) {
  Response response = plain_text(Status::kOk, "ok");
  response.fields.push_back({"Cache-Control", "no-store"});
  return response;
}

constexpr std::array kRoutes = {
    Route{"/", "GET, HEAD, OPTIONS", show_page},
    Route{"/sparql", "GET, HEAD, POST, OPTIONS", answer_endpoint},
    Route{"/query", "GET, HEAD, POST, OPTIONS", answer_endpoint},
    Route{"/update", "POST, OPTIONS", refuse_update},
    Route{"/health", "GET, HEAD, OPTIONS", tell_health},
};

/// What a resource can do, also for a browser that asks before it sends a script's request (Fetch
/// Standard §3.2.3, CORS-preflight).
Response options_response(std::string_view methods) {
  return {.status = Status::kNoContent,
          .content_type = {},
          .fields = {{"Allow", std::string(methods)},
                     {"Access-Control-Allow-Methods", std::string(methods)},
                     {"Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type"},
                     {"Access-Control-Max-Age", "86400"}},
          .body = {}};
}

/// Whether `method` is an element of `methods`, which are separated by ", ".
bool allows(std::string_view methods, std::string_view method) {
  while (!methods.empty()) {
    const std::size_t end = std::min(methods.find(','), methods.size());
    if (methods.substr(0, end) == method) {
      return true;
    }
    methods.remove_prefix(std::min(end + 2, methods.size()));
  }
  return false;
}

}  // namespace

Action route(const Request& request, std::string_view own_authority) {
  const RequestTarget target = parse_target(request, own_authority);
  if (target.path == "*" && request.method == "OPTIONS") {
    return options_response("GET, HEAD, POST, OPTIONS");
  }
  const auto found = std::ranges::find(kRoutes, std::string_view(target.path), &Route::path);
  if (found == kRoutes.end()) {
    throw HttpError(Status::kNotFound,
                    fmt::format("error: there is no '{}' here; there are /, /sparql, /query and "
                                "/health",
                                target.path));
  }
  if (request.method == "OPTIONS") {
    return options_response(found->methods);
  }
  if (!allows(found->methods, request.method)) {
    throw HttpError(Status::kMethodNotAllowed,
                    fmt::format("error: '{}' is no method of {}; its methods are {}",
                                request.method, found->path, found->methods),
                    {{"Allow", std::string(found->methods)}});
  }
  return found->handler(request, target);
}

}  // namespace whence::server
