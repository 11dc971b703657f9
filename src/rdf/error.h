// What ends a request: one exception type, with a code that the command line turns into an exit
// code and the server into an HTTP status, a message for a person, and a position where there is
// text. Thrown anywhere, caught in two places: server/ and cli/. An error inside a SPARQL
// expression is not one of these: SPARQL 1.1 §17.2 makes it a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace whence {

enum class ErrorCode : std::uint8_t {
  kUsage,        ///< The call itself is wrong: an unknown option, an unknown format name.
  kSyntax,       ///< A query or update is not in the language.
  kUnsupported,  ///< Legal, but not there yet; the message names the feature.
  kBadData,      ///< RDF input that is not in its syntax.
  kIo,           ///< A file, a socket or a store cannot be read or written.
  kTimeout,      ///< The deadline of a query passed.
  kMemoryLimit,  ///< The memory budget of a query is used up.
  kLimit,        ///< Another named limit is reached.
  kCancelled,    ///< The one who asked has gone away, or the program stops.
  kInternal,     ///< A mistake of ours.
};

/// A place in a text. Lines and columns count from 1; columns count Unicode code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;

  friend bool operator==(const Position&, const Position&) = default;
};

class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  Error(ErrorCode code, const std::string& message, Position position)
      : std::runtime_error(message), code_(code), position_(position) {}
  Error(ErrorCode code, const std::string& message, Position position, std::string source)
      : std::runtime_error(message), code_(code), position_(position), source_(std::move(source)) {}

  [[nodiscard]] ErrorCode code() const { return code_; }
  /// Where in the text, if the error is about a text.
  [[nodiscard]] const std::optional<Position>& position() const { return position_; }
  /// The name of the text: a file's path, "-" for standard input, empty where there is none.
  [[nodiscard]] const std::string& source() const { return source_; }

  /// The same error, said of the text named `source`.
  [[nodiscard]] Error in(std::string source) const;

  /// `source:line:column: error: message`, the form that editors read; parts that are not known
  /// are left out, and `fallback_source` stands for an empty source.
  [[nodiscard]] std::string formatted(std::string_view fallback_source = {}) const;

 private:
  ErrorCode code_;
  std::optional<Position> position_;
  std::string source_;
};

}  // namespace whence
