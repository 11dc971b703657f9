// How the program ends, for scripts to tell. The numbers are part of the interface.
#pragma once

#include "rdf/error.h"

namespace whence::cli {

enum ExitCode : int {
  kSuccess = 0,
  kNegative = 1,  ///< A negative finding, where it was asked for: --exit-status and no answer.
  kWrongUsage = 2,
  kBadInput = 3,        ///< Data or a query that is not in its language.
  kFailedIo = 4,        ///< Files or the network.
  kLimitReached = 5,    ///< Time or memory.
  kInternalError = 70,  ///< A mistake of ours; EX_SOFTWARE of sysexits.h.
  kInterrupted = 130,   ///< Ended by SIGINT or SIGTERM, as shells number it: 128 + SIGINT.
};

[[nodiscard]] ExitCode exit_code_of(ErrorCode code);

}  // namespace whence::cli
