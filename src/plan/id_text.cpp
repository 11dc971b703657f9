#include "plan/id_text.h"

#include <array>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

namespace whence::plan {

std::string id_text(store::Id id) {
  if (id == store::Id::default_graph()) {
    return "default-graph";
  }
  constexpr std::array<std::string_view, 16> kTags{
      "none", "blank",    "iri",   "literal", "boolean", "integer", "decimal", "double",
      "date", "dateTime", "tag10", "tag11",   "tag12",   "tag13",   "triple",  "local"};
  return fmt::format("{}#{}", kTags[static_cast<std::size_t>(id.tag())], id.payload());
}

}  // namespace whence::plan
