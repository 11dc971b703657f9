// The two streams that a person looks at: what standard output and standard error are connected
// to, and what is said on standard error.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "rdf/error.h"

namespace whence::cli {

class Console {
 public:
  Console();

  [[nodiscard]] bool has_terminal_output() const { return has_terminal_output_; }
  /// Colours are for terminals, and for those who did not refuse them (https://no-color.org).
  [[nodiscard]] bool has_colour_output() const { return has_terminal_output_ && takes_colour_; }
  /// Columns of the terminal on standard output; 0 where there is none.
  [[nodiscard]] std::size_t output_width() const;

  /// `whence: text` on standard error. From any thread.
  void note(std::string_view text);

  /// A text by the name under which errors speak of it, to show their line.
  void remember_text(std::string name, std::string text);

  /// `file:line:column: error: ...`; on a terminal also the line and a caret.
  void report(const Error& error);

 private:
  [[nodiscard]] std::string line_excerpt(const Error& error) const;
  void say(const std::string& text);

  bool has_terminal_output_;
  bool has_terminal_errors_;
  bool takes_colour_;
  std::map<std::string, std::string> texts_;
  std::mutex mutex_;
};

}  // namespace whence::cli
