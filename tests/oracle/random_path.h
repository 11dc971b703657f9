// Generated property paths, as SPARQL text.
#pragma once

#include <string>

namespace whence::oracle {

/// Any path, of at most `depth` levels of operators; in parentheses where it needs them.
[[nodiscard]] std::string random_path(int depth);

}  // namespace whence::oracle
