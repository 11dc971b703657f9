#include "cli/exit_code.h"

namespace whence::cli {

ExitCode exit_code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return kWrongUsage;
    case ErrorCode::kSyntax:
    case ErrorCode::kUnsupported:
    case ErrorCode::kBadData:
      return kBadInput;
    case ErrorCode::kIo:
      return kFailedIo;
    case ErrorCode::kTimeout:
    case ErrorCode::kMemoryLimit:
    case ErrorCode::kLimit:
      return kLimitReached;
    case ErrorCode::kCancelled:
      return kInterrupted;
    case ErrorCode::kInternal:
      break;
  }
  return kInternalError;
}

}  // namespace whence::cli
