// A file or a text of RDF as a list of quads, and back.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/reader.h"
#include "io/syntax.h"
#include "rdf/quad.h"

namespace whence::conformance {

struct DataSet {
  std::vector<rdf::Quad> quads;
  std::vector<std::pair<std::string, std::string>> prefixes;
};

/// The syntax is taken from the suffix. Throws what the reader throws.
[[nodiscard]] DataSet read_file(const std::filesystem::path& file, const std::string& base_iri);
[[nodiscard]] DataSet read_text(io::Syntax syntax, std::string_view text,
                                const std::string& base_iri = {});
[[nodiscard]] std::string write_text(io::Syntax syntax, const DataSet& data);

}  // namespace whence::conformance
