// What ends a request: a status, and one line of plain text for a person. Thrown by whatever looks
// at a request; turned into a response in one place.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rdf/error.h"
#include "server/http_message.h"

namespace whence::server {

class HttpError : public std::runtime_error {
 public:
  HttpError(Status status, const std::string& message, std::vector<HeaderField> fields = {})
      : std::runtime_error(message), status_(status), fields_(std::move(fields)) {}

  [[nodiscard]] Status status() const { return status_; }
  /// What goes with the status: Allow with 405, Retry-After with 503.
  [[nodiscard]] const std::vector<HeaderField>& fields() const { return fields_; }

 private:
  Status status_;
  std::vector<HeaderField> fields_;
};

/// The status of an error of the engine. SPARQL 1.1 Protocol §2.1.5: 400 for a text that is no
/// query, 500 for a query that the service fails or refuses to execute.
[[nodiscard]] Status status_of(const Error& error);

/// One line of text/plain; what cannot stand on one line is replaced.
[[nodiscard]] Response plain_text(Status status, std::string_view line);

[[nodiscard]] Response error_response(const HttpError& error);
/// "1:14: error: expected ...": the position is one in the query's text.
[[nodiscard]] Response error_response(const Error& error);

}  // namespace whence::server
