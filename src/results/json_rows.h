// The rows of a JSON document of results on their way to a sink: solutions by name become cells by
// column, and wait for the columns where the document names these last.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rdf/term.h"
#include "results/json_input.h"
#include "results/result_sink.h"

namespace whence::results {

/// Terms by the names of their variables.
using JsonSolution = std::map<std::string, rdf::Term, std::less<>>;

class JsonRows {
 public:
  /// Errors (kBadData) are thrown at the place that `input` has reached. Both outlive it.
  JsonRows(ResultSink& sink, const JsonInput& input) : sink_(sink), input_(input) {}

  void add_variable(std::string_view name);
  /// The columns are complete, and this is a SELECT: they go to the sink, with what has waited.
  void begin();
  void add(JsonSolution& solution);

 private:
  void hand_on(const JsonSolution& solution);

  ResultSink& sink_;
  const JsonInput& input_;
  std::vector<std::string> variables_;
  std::map<std::string, std::size_t, std::less<>> columns_;  ///< Of variables, by name.
  bool has_begun_ = false;                                   ///< Whether the sink has the columns.
  std::vector<JsonSolution> waiting_;
  std::vector<std::optional<rdf::TermView>> cells_;
};

}  // namespace whence::results
