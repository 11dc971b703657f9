// See inputs.h.
#include "cli/inputs.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "cli/names.h"
#include "rdf/error.h"

namespace whence::cli {

std::vector<InputFile> find_inputs(const InputOptions& options) {
  std::optional<io::Syntax> syntax;
  if (!options.syntax_name.empty()) {
    syntax = parse_syntax(options.syntax_name, "--from");
  }
  const auto stdin_count = std::ranges::count(options.paths, "-");
  if (stdin_count > 1) {
    throw Error(ErrorCode::kUsage, "standard input can be read once; '-' is given twice");
  }
  if (stdin_count == 1 && !syntax) {
    throw Error(ErrorCode::kUsage,
                fmt::format("standard input has no suffix to tell its syntax; name it: --from "
                            "SYNTAX ({})",
                            syntax_names()));
  }
  std::vector<InputFile> files;
  for (const std::string& path : options.paths) {
    for (InputFile& file : find_input_files({path})) {
      if (file.path == path) {
        file.syntax = syntax;
      }
      file.base_iri = options.base_iri;
      files.push_back(std::move(file));
    }
  }
  return files;
}

std::string to_string(const LoadReport& report) {
  const double seconds = std::chrono::duration<double>(report.elapsed).count();
  return fmt::format("{} {} from {} {} in {:.{}f} s", report.quads_after,
                     report.quads_after == 1 ? "quad" : "quads", report.file_count,
                     report.file_count == 1 ? "file" : "files", seconds, seconds < 0.1 ? 3 : 1);
}

}  // namespace whence::cli
