// See console.h.
#include "cli/console.h"

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

#include "cli/excerpt.h"

namespace whence::cli {
namespace {

bool wants_colour() {
  const char* refused = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return (refused == nullptr || *refused == '\0') &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

}  // namespace

Console::Console()
    : has_terminal_output_(::isatty(STDOUT_FILENO) == 1),
      has_terminal_errors_(::isatty(STDERR_FILENO) == 1),
      takes_colour_(wants_colour()) {}

std::size_t Console::output_width() const {
  winsize size{};
  return has_terminal_output_ && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void Console::note(std::string_view text) { say("whence: " + std::string(text) + "\n"); }

void Console::remember_text(std::string name, std::string text) {
  texts_.insert_or_assign(std::move(name), std::move(text));
}

void Console::report(const Error& error) {
  std::string text = error.formatted(error.position() ? "" : "whence") + "\n";
  if (has_terminal_errors_) {
    if (takes_colour_) {
      constexpr std::string_view kWord = "error:";
      const std::size_t at = text.find(kWord);
      text.replace(at, kWord.size(), "\x1B[1;31merror:\x1B[0m");
    }
    text += line_excerpt(error);
  }
  say(text);
}

std::string Console::line_excerpt(const Error& error) const {
  if (!error.position()) {
    return {};
  }
  const auto known = texts_.find(error.source());
  const std::optional<std::string> line =
      known != texts_.end() ? line_of(known->second, error.position()->line)
                            : line_of_file(error.source(), error.position()->line);
  return line ? excerpt(*line, error.position()->column) : std::string();
}

/// In one piece, so that the lines of two threads do not mix.
void Console::say(const std::string& text) {
  const std::lock_guard lock(mutex_);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace whence::cli
