// Which classes of an ontology have no SHACL shape, so that nothing would be said of bad data.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/database.h"

namespace whence::cli {

struct ShapeCoverage {
  std::size_t class_count = 0;
  std::vector<std::string> missing;  ///< The IRIs of the classes without a shape, sorted.
};

/// Looks at each class that an ontology in the default graph defines: an owl:Class with
/// rdfs:isDefinedBy something that is an owl:Ontology there. Borrowed classes are not asked for.
[[nodiscard]] ShapeCoverage shape_coverage(const Database& ontology);

}  // namespace whence::cli
