// From a request to its answer in a channel: what runs on the threads of the query pool. The only
// place of the server where errors of the engine are caught.
#pragma once

#include <functional>
#include <string_view>

#include "engine/database.h"
#include "server/answer_channel.h"
#include "server/protocol.h"
#include "server/server.h"

namespace whence::server {

/// Parses, plans, chooses the format, runs and writes. Small answers are sent whole, with their
/// length; of larger ones the first bytes leave before the last row is found. An error before the
/// first byte becomes its own response; after it, the answer is broken off and `options.log` told.
/// Never throws.
void answer_query(const Database& database, const ServerOptions& options,
                  const QueryRequest& request, AnswerChannel& channel) noexcept;

/// Writes the service description, or the page for who prefers it. Never throws.
void answer_description(const Database& database, const ServerOptions& options,
                        const DescriptionRequest& request, AnswerChannel& channel) noexcept;

}  // namespace whence::server
