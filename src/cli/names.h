// The names of syntaxes and formats on the command line: how they are taken, and how they are
// listed for a person who used another.
#pragma once

#include <string>
#include <string_view>

#include "io/syntax.h"
#include "results/format.h"

namespace whence::cli {

/// "nt, nq, ttl, trig".
[[nodiscard]] std::string syntax_names();
/// "json, xml, csv, tsv, table".
[[nodiscard]] std::string format_names();

/// Throw Error (kUsage) that names `option`, what was found and what was expected.
[[nodiscard]] io::Syntax parse_syntax(std::string_view name, std::string_view option);
[[nodiscard]] results::Format parse_format(std::string_view name, std::string_view option);

}  // namespace whence::cli
