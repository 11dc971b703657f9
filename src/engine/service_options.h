// What SERVICE may do (SPARQL 1.1 Federated Query): which hosts it may ask, and how much and how
// long. Nobody, unless somebody allowed it.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "net/fetch_policy.h"
#include "net/http_limits.h"

namespace whence {

struct ServiceOptions {
  net::FetchPolicy policy;
  net::HttpLimits limits;
  /// Endpoints that are to be found elsewhere than where their IRIs say: http and https addresses
  /// by IRI, a mirror or a machine for tests. The policy judges the address.
  std::map<std::string, std::string> aliases;
  /// How many rows of bindings one request takes along; at least one.
  std::size_t rows_per_request = 100;
};

}  // namespace whence
