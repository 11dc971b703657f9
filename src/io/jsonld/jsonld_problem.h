// What the algorithms throw: one of the specification's error codes (JSON-LD 1.1 API §9.6) and a
// place. JsonLdReader makes whence::Error of it, which knows the name of the text.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "io/jsonld/json.h"
#include "rdf/error.h"

namespace whence::io::jsonld {

class JsonLdProblem : public std::runtime_error {
 public:
  /// `code` as the specification spells it: "invalid @id value". `detail` is what was expected, and
  /// what was found.
  JsonLdProblem(std::string_view code, const std::string& detail, const JsonPlace& place,
                ErrorCode kind = ErrorCode::kBadData)
      : std::runtime_error(std::string(code) + ": " + detail), place_(place), kind_(kind) {}

  [[nodiscard]] const JsonPlace& place() const { return place_; }
  [[nodiscard]] ErrorCode kind() const { return kind_; }

 private:
  JsonPlace place_;
  ErrorCode kind_;
};

/// "expected X, found Y", at the value that was found.
[[noreturn]] inline void throw_found(std::string_view code, std::string_view expected,
                                     const Json& found) {
  throw JsonLdProblem(code, "expected " + std::string(expected) + ", found " + describe(found),
                      found.place());
}

}  // namespace whence::io::jsonld
