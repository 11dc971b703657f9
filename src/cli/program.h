// The program: arguments in, an exit code out. Data goes to standard output and nothing else does;
// whatever a person should know goes to standard error.
#pragma once

namespace whence::cli {

/// Runs one command. Never throws.
int run_program(int argc, char** argv);

}  // namespace whence::cli
