// The limits of the server as options of the command line, each by the name of what it limits.
#pragma once

#include <CLI/App.hpp>

#include "server/server.h"

namespace whence::cli {

/// Adds the options to `command`. They are read into `options`, which must outlive it; what cannot
/// be read throws Error (kUsage) while the command line is parsed.
void add_server_limits(CLI::App& command, server::ServerOptions& options);

}  // namespace whence::cli
