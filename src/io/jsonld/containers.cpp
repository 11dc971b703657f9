// See containers.h.
#include "io/jsonld/containers.h"

#include <algorithm>
#include <utility>

#include "io/jsonld/jsonld_problem.h"

namespace whence::io::jsonld {
namespace {

constexpr std::string_view kCode = "invalid container mapping";

unsigned parse_container(const Json& value) {
  constexpr std::pair<std::string_view, Container> kNames[] = {
      {"@graph", kGraphContainer},       {"@id", kIdContainer},     {"@index", kIndexContainer},
      {"@language", kLanguageContainer}, {"@list", kListContainer}, {"@set", kSetContainer},
      {"@type", kTypeContainer}};
  const auto* const name = std::ranges::find_if(
      kNames, [&value](const auto& entry) { return value.is_string(entry.first); });
  if (name == std::end(kNames)) {
    throw_found(kCode, "one of the containers", value);
  }
  return name->second;
}

/// Which of them may stand together.
bool is_combination(unsigned containers) {
  const unsigned without_set = containers & ~static_cast<unsigned>(kSetContainer);
  const bool is_one = (without_set & (without_set - 1)) == 0;  // Or none.
  if (is_one) {
    return without_set != kListContainer || containers == without_set;
  }
  return without_set == (kGraphContainer | kIdContainer) ||
         without_set == (kGraphContainer | kIndexContainer);
}

}  // namespace

unsigned parse_containers(const Json& value, bool is_10) {
  if (is_10 && value.as_string() == nullptr) {
    throw_found(kCode, "one container, as JSON-LD 1.0 has it", value);
  }
  unsigned containers = kNoContainer;
  for (const Json* item : items_of(value)) {
    containers |= parse_container(*item);
  }
  if (containers == kNoContainer || !is_combination(containers)) {
    throw_found(kCode, "containers that may stand together", value);
  }
  if (is_10 && (containers & (kGraphContainer | kIdContainer | kTypeContainer)) != 0) {
    throw_found(kCode, "a container of JSON-LD 1.0", value);
  }
  return containers;
}

void check_type_redefinition(const Json& value, bool is_10) {
  const Json::Object* members = value.as_object();
  const bool is_allowed =
      !is_10 && members != nullptr && !members->empty() &&
      std::ranges::all_of(*members, [](const auto& member) {
        return member.first == "@protected" ||
               (member.first == "@container" && (member.second.is_string("@set") ||
                                                 member.second == Json(Json::Array{Json("@set")})));
      });
  if (!is_allowed) {
    throw_found("keyword redefinition", "@container: @set or @protected alone for @type", value);
  }
}

}  // namespace whence::io::jsonld
