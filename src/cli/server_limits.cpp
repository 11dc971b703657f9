// See server_limits.h. A table a kind of limit: the option, the member, what it means. The defaults
// are those of ServerOptions.
#include "cli/server_limits.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <string>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "cli/quantity.h"
#include "rdf/error.h"

namespace whence::cli {
namespace {

using server::ServerOptions;

constexpr const char* kGroup = "Limits";

template <typename Value>
struct Limit {
  const char* option = nullptr;
  Value ServerOptions::* member = nullptr;
  const char* description = nullptr;
  bool may_be_zero = false;
};

/// Nothing could be asked of a server whose addresses may have no byte, or that waits no time.
template <typename Value>
void check_not_zero(const Limit<Value>& limit, Value value) {
  if (value == Value{} && !limit.may_be_zero) {
    throw Error(ErrorCode::kUsage, fmt::format("{}: expected more than 0", limit.option));
  }
}

constexpr std::array kSizes = {
    Limit<std::size_t>{"--body-max", &ServerOptions::body_bytes_max,
                       "The body of a request, default 16M"},
    Limit<std::size_t>{"--url-max", &ServerOptions::url_bytes_max,
                       "The address of a request, its query among it, default 64K"},
    Limit<std::size_t>{"--header-max", &ServerOptions::header_bytes_max,
                       "All header fields of a request, default 32K"},
};

constexpr std::array kCounts = {
    Limit<std::size_t>{"--queries-max", &ServerOptions::concurrent_queries_max,
                       "Queries that run at a time; default 0: by the number of cores", true},
    Limit<std::size_t>{"--waiting-max", &ServerOptions::waiting_queries_max,
                       "Queries that wait for their turn, default 256; more are answered with 503",
                       true},
    Limit<std::size_t>{"--connections-max", &ServerOptions::connections_max,
                       "Connections that are open at a time, default 4096"},
    Limit<std::size_t>{"--network-threads", &ServerOptions::network_threads,
                       "Threads that read and write sockets; default 0: one a core", true},
};

constexpr std::array kTimes = {
    Limit<std::chrono::milliseconds>{"--idle-timeout", &ServerOptions::idle_timeout,
                                     "Silence between two requests, default 60s"},
    Limit<std::chrono::milliseconds>{"--header-timeout", &ServerOptions::header_timeout,
                                     "From a request's first byte to the end of its header, "
                                     "default 10s"},
    Limit<std::chrono::milliseconds>{"--body-timeout", &ServerOptions::body_timeout,
                                     "For the body of a request, default 30s"},
    Limit<std::chrono::milliseconds>{"--write-timeout", &ServerOptions::write_timeout,
                                     "For a client to accept one piece of an answer, default 30s"},
    Limit<std::chrono::milliseconds>{"--drain-timeout", &ServerOptions::drain_timeout,
                                     "For running requests to end when the server is stopped, "
                                     "default 3s",
                                     true},
};

}  // namespace

void add_server_limits(CLI::App& command, ServerOptions& options) {
  for (const auto& limit : kSizes) {
    command
        .add_option_function<std::string>(
            limit.option,
            [&options, limit](const std::string& text) {
              options.*limit.member = parse_size(text, limit.option);
              check_not_zero(limit, options.*limit.member);
            },
            limit.description)
        ->type_name("SIZE")
        ->group(kGroup);
  }
  for (const auto& limit : kCounts) {
    command
        .add_option_function<std::string>(
            limit.option,
            [&options, limit](const std::string& text) {
              options.*limit.member = parse_count(text, limit.option);
              check_not_zero(limit, options.*limit.member);
            },
            limit.description)
        ->type_name("N")
        ->group(kGroup);
  }
  for (const auto& limit : kTimes) {
    command
        .add_option_function<std::string>(
            limit.option,
            [&options, limit](const std::string& text) {
              options.*limit.member = parse_duration(text, limit.option);
              check_not_zero(limit, options.*limit.member);
            },
            limit.description)
        ->type_name("TIME")
        ->group(kGroup);
  }
}

}  // namespace whence::cli
