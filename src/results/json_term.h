// A term of the JSON format of results (SPARQL 1.1 Query Results JSON Format §3.2.2): an object
// whose members may come in any order.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rdf/term.h"
#include "results/json_input.h"

namespace whence::results {

struct JsonTerm {
  std::optional<std::string> type;
  std::optional<std::string> value;
  std::optional<std::string> language;
  std::optional<std::string> datatype;

  /// Where the value of the member `key` belongs; null for a member that the format does not know.
  [[nodiscard]] std::optional<std::string>* member(std::string_view key);
};

/// The term that `variable` is bound to. Throws Error (kBadData) at the place that `input` reached.
[[nodiscard]] rdf::Term to_term(const JsonTerm& parts, std::string_view variable,
                                const JsonInput& input);

}  // namespace whence::results
