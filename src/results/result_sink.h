// Where the result of a SELECT or ASK goes, row by row: to a writer of a format, or to whoever
// wants the terms themselves.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rdf/term.h"

namespace whence::results {

/// Called in one of two orders: begin, row...; or boolean. Belongs to one thread. May throw; who
/// calls it then stops and lets the exception through.
class ResultSink {
 public:
  ResultSink() = default;
  ResultSink(const ResultSink&) = delete;
  ResultSink& operator=(const ResultSink&) = delete;
  virtual ~ResultSink() = default;

  /// The columns, named without "?".
  virtual void begin(const std::vector<std::string>& variables) = 0;
  /// One solution, a cell a column; no term where the variable is unbound. The views live until it
  /// returns.
  virtual void row(std::span<const std::optional<rdf::TermView>> cells) = 0;
  /// The answer of an ASK.
  virtual void boolean(bool value) = 0;
};

}  // namespace whence::results
