// What a DESCRIBE says of a resource (SPARQL 1.1 §16.4 leaves it to the service).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace whence::exec {

enum class DescriptionKind : std::uint8_t {
  kConcise,    ///< What is said of it, and of the blank nodes that this leads to.
  kSymmetric,  ///< And what says something with it.
};

/// "cbd" or "symmetric".
[[nodiscard]] constexpr std::optional<DescriptionKind> description_kind_from_name(
    std::string_view name) {
  if (name == "cbd") {
    return DescriptionKind::kConcise;
  }
  return name == "symmetric" ? std::optional(DescriptionKind::kSymmetric) : std::nullopt;
}

}  // namespace whence::exec
