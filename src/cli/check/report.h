// What a check found: a line for each thing that was looked at, as a table for people or as JSON
// for programs.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "io/byte_sink.h"
#include "rdf/error.h"

namespace whence::cli {

enum class Outcome : std::uint8_t {
  kPassed,
  kKept,        ///< The answer was written down as the one that is expected from now on.
  kDiffers,     ///< A negative finding.
  kUnreadable,  ///< Bad input.
  kStopped,     ///< A limit was reached.
  kNotRun,      ///< Something that it needs is not readable.
};

struct ReportLine {
  std::string name;
  std::optional<std::size_t> count{};  ///< Of files, classes or rows.
  std::chrono::nanoseconds elapsed{};
  Outcome outcome = Outcome::kPassed;
  std::vector<std::string> details{};  ///< What is wrong, a line each.
  std::vector<Error> errors{};         ///< Errors in files.
};

struct Report {
  std::vector<ReportLine> steps;  ///< What is looked at as a whole.
  std::vector<ReportLine> questions;
  std::chrono::nanoseconds elapsed{};

  [[nodiscard]] std::size_t count(Outcome outcome) const;
  /// kBadInput before kLimitReached before kNegative before kSuccess.
  [[nodiscard]] ExitCode exit_code() const;
};

/// Errors are left out: they are for standard error.
void write_table(const Report& report, io::ByteSink& sink);
void write_json(const Report& report, io::ByteSink& sink);

}  // namespace whence::cli
