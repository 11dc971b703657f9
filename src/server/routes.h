// From a request to what is to be done about it: the table of paths, the methods of each, and the
// answers that need no query.
#pragma once

#include <string_view>
#include <variant>

#include "server/http_message.h"
#include "server/protocol.h"

namespace whence::server {

using Action = std::variant<Response, QueryRequest, DescriptionRequest>;

/// HEAD is treated as GET; that the body stays behind is the connection's business. Throws
/// HttpError, 404 and 405 among others. `own_authority`: see parse_target().
[[nodiscard]] Action route(const Request& request, std::string_view own_authority);

}  // namespace whence::server
