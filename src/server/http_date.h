// The Date field's form of a moment: "Sun, 06 Nov 1994 08:49:37 GMT" (IMF-fixdate, RFC 9110
// §5.6.7).
#pragma once

#include <chrono>
#include <string>

namespace whence::server {

[[nodiscard]] std::string http_date(std::chrono::sys_seconds moment);

}  // namespace whence::server
