// All that is wrong with the syntax of a file, not only what comes first: behind an error the file
// is read again without the statement that has it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/database.h"
#include "rdf/error.h"

namespace whence::cli {

/// Of one file no more are told.
constexpr std::size_t kErrorsOfFileMax = 10;

/// Of an RDF file. Throws Error for what is not about its syntax.
[[nodiscard]] std::vector<Error> rdf_errors(const InputFile& file);

/// Of the text of a query: at most one.
[[nodiscard]] std::vector<Error> query_errors(const std::string& path, const std::string& text);

/// Of an expected answer in JSON: at most one.
[[nodiscard]] std::vector<Error> results_errors(const std::string& path);

}  // namespace whence::cli
