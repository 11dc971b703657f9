// Ids as plans show them: the tag's name and the payload, "iri#4".
#pragma once

#include <string>

#include "store/id.h"

namespace whence::plan {

[[nodiscard]] std::string id_text(store::Id id);

}  // namespace whence::plan
