// The page for people: one HTML document that holds its own style and script and needs no other
// file. Its text is src/server/page.html, built into the program.
#pragma once

#include "server/http_message.h"

namespace whence::server {

/// With a Content-Security-Policy that lets run what stands in the document, by its hash, and lets
/// it speak to this server alone.
[[nodiscard]] const Response& page_response();

}  // namespace whence::server
