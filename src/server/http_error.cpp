#include "server/http_error.h"

namespace whence::server {

Status status_of(const Error& error) {
  switch (error.code()) {
    case ErrorCode::kUsage:
    case ErrorCode::kSyntax:
    case ErrorCode::kBadData:
      return Status::kBadRequest;
    case ErrorCode::kLimit:
      // With a position it is the text that asks for too much: brackets too deep, for one.
      return error.position() ? Status::kBadRequest : Status::kInternalServerError;
    case ErrorCode::kUnsupported:
      return Status::kNotImplemented;
    case ErrorCode::kCancelled:
      return Status::kServiceUnavailable;
    case ErrorCode::kTimeout:
    case ErrorCode::kMemoryLimit:
      // Not 503: clients and proxies send such a request again by themselves, and this one would
      // only run into the same limit.
    case ErrorCode::kIo:
    case ErrorCode::kInternal:
      return Status::kInternalServerError;
  }
  return Status::kInternalServerError;
}

Response plain_text(Status status, std::string_view line) {
  Response response{
      .status = status, .content_type = "text/plain; charset=utf-8", .fields = {}, .body = {}};
  response.body.reserve(line.size() + 1);
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    response.body += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  response.body += '\n';
  return response;
}

Response error_response(const HttpError& error) {
  Response response = plain_text(error.status(), error.what());
  response.fields = error.fields();
  return response;
}

Response error_response(const Error& error) {
  return plain_text(status_of(error), error.formatted());
}

}  // namespace whence::server
