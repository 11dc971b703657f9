// The query operation of the SPARQL 1.1 Protocol (§2.1) read from a request in its three forms:
// GET, POST of a form, POST of the query itself. Pure: no query is looked into here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/database.h"
#include "server/answer_format.h"
#include "server/http_message.h"
#include "server/request_target.h"

namespace whence::server {

struct QueryRequest {
  std::string text;
  /// What relative IRIs of the query are resolved against: where it was sent (SPARQL 1.1 §4.1.1.2).
  std::string base_iri;
  FormatWish wish;
  /// The dataset of the client's choice, which goes before the query's own (§2.1.4).
  std::vector<std::string> default_graphs;
  std::vector<std::string> named_graphs;
  /// By the parameter `describe`, which is this server's own.
  exec::DescriptionKind description = exec::DescriptionKind::kConcise;
  /// Whether a browser may be answered with the page: the query stands in the address.
  bool can_be_page = false;
};

/// The endpoint asked what it is (SPARQL 1.1 Service Description §2).
struct DescriptionRequest {
  std::string endpoint;
  FormatWish wish;
};

/// Of a GET, HEAD or POST to an endpoint; nothing: the request has no query and is a GET or HEAD,
/// which asks for the description. Throws HttpError: 400 for a query that is missing, given twice
/// or not UTF-8, for a graph whose name is no absolute IRI and for an unknown kind of description,
/// 403 for an update, 415 for a body of another type.
[[nodiscard]] std::optional<QueryRequest> parse_query_request(const Request& request,
                                                              const RequestTarget& target);

/// The wish of a request that is no query.
[[nodiscard]] FormatWish parse_wish(const Request& request, const RequestTarget& target);

}  // namespace whence::server
