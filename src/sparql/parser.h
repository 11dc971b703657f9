// SPARQL text to algebra: the door of the module.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sparql/algebra.h"

namespace whence::sparql {

struct ParserOptions {
  std::string base_iri;         ///< Against which relative IRIs are resolved before a BASE.
  std::size_t depth_max = 512;  ///< Of nested groups, brackets and lists, and of the tree.
};

/// Parses a query (SPARQL 1.1 §19.8, production [2] Query) and translates it (§18.2).
/// Throws Error with a position: kSyntax for what is not in the language, naming what was found
/// and what was expected; kUnsupported for a feature that is not there yet, naming it; kLimit for
/// what is deeper than depth_max.
[[nodiscard]] Query parse_query(std::string_view text, const ParserOptions& options = {});

}  // namespace whence::sparql
