// The values that @container may have, and what @type may be redefined to (JSON-LD 1.1 API §4.2.2,
// steps 4 and 19).
#pragma once

#include "io/jsonld/context.h"

namespace whence::io::jsonld {

/// The bits of Container. Throws JsonLdProblem ("invalid container mapping").
[[nodiscard]] unsigned parse_containers(const Json& value, bool is_10);

/// Throws JsonLdProblem ("keyword redefinition") for anything but @container: @set and @protected.
void check_type_redefinition(const Json& value, bool is_10);

}  // namespace whence::io::jsonld
