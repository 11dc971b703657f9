// Who answers for the endpoints of SERVICE. This module knows neither HTTP nor formats of results:
// the engine gives its queries a client that does.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rdf/term.h"

namespace whence::exec {

class QueryContext;

/// Takes an answer: begin, row....
class ServiceRows {
 public:
  ServiceRows() = default;
  ServiceRows(const ServiceRows&) = delete;
  ServiceRows& operator=(const ServiceRows&) = delete;
  virtual ~ServiceRows() = default;

  /// The columns, named without "?".
  virtual void begin(const std::vector<std::string>& variables) = 0;
  /// A cell a column; the views live until it returns. Blank nodes are of this answer alone.
  virtual void row(std::span<const std::optional<rdf::TermView>> cells) = 0;
};

/// Belongs to one query.
class ServiceClient {
 public:
  ServiceClient() = default;
  ServiceClient(const ServiceClient&) = delete;
  ServiceClient& operator=(const ServiceClient&) = delete;
  virtual ~ServiceClient() = default;

  /// Puts a SELECT to the endpoint and hands its answer on. Throws Error, naming the endpoint, for
  /// whatever goes wrong, also after some rows; and what `rows` throws. Ends when the query must.
  virtual void ask(const std::string& endpoint, const std::string& query,
                   const QueryContext& context, ServiceRows& rows) = 0;
  /// How many rows of bindings one request takes along; at least one.
  [[nodiscard]] virtual std::size_t rows_per_request() const = 0;
};

}  // namespace whence::exec
