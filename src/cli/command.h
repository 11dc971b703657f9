// The subcommands. Each declares its options in a file of its own and, if it is the one chosen,
// leaves behind what is to be run.
#pragma once

#include <functional>
#include <string_view>

#include "cli/console.h"

namespace CLI {
class App;
}

namespace whence::cli {

/// Returns an exit code, or throws Error.
using Command = std::function<int(Console&)>;

void add_serve_command(CLI::App& program, Command& chosen);
void add_query_command(CLI::App& program, Command& chosen);
void add_convert_command(CLI::App& program, Command& chosen);
void add_check_command(CLI::App& program, Command& chosen);

}  // namespace whence::cli
