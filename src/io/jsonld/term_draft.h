// A term on its way from a local context to a definition. Of term_creator.h's own files.
#pragma once

#include <string>
#include <string_view>

#include "io/jsonld/term_creator.h"

namespace whence::io::jsonld {

struct TermCreator::Draft {
  const std::string& term;
  const Json& value;  // As it stands in the local context.
  bool is_simple = false;
  TermDefinition definition;

  [[nodiscard]] const Json* member(std::string_view name) const { return value.find(name); }
};

}  // namespace whence::io::jsonld
