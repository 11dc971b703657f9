// The RDF files that a command is given, and how they are loaded.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "engine/database.h"

namespace whence::cli {

struct InputOptions {
  std::vector<std::string> paths{};  ///< Files, folders, "-".
  std::string syntax_name{};         ///< --from; empty: by each file's suffix.
  std::string base_iri{};            ///< --base; empty: each file's own file: IRI.
};

/// The syntax that was named holds for every file given by its own path; files found in a folder go
/// by their suffix. Throws Error (kUsage) for what cannot be read: standard input whose syntax is
/// not named, or that is named twice; (kIo) for a folder without RDF files.
[[nodiscard]] std::vector<InputFile> find_inputs(const InputOptions& options);

/// "1234 quads from 5 files in 0.1 s".
[[nodiscard]] std::string to_string(const LoadReport& report);

}  // namespace whence::cli
