// What the endpoint says of itself: SPARQL 1.1 Service Description §3, with sizes in VoID's terms.
#pragma once

#include <string>
#include <string_view>

#include "engine/database.h"
#include "io/syntax.h"

namespace whence::server {

/// Named graphs are listed where they are at most so many; a store of a million claims, each a
/// graph, would otherwise be told in full to every client that says hello.
inline constexpr std::size_t kGraphsDescribedMax = 1000;

/// `endpoint` is the address that the client used.
[[nodiscard]] std::string describe_service(const Database& database, std::string_view endpoint,
                                           io::Syntax syntax);

}  // namespace whence::server
