// See statement_removal.h.
#include "cli/check/statement_removal.h"

#include <algorithm>
#include <vector>

namespace whence::cli {
namespace {

/// A line without its comment, as far as that can be told from an IRI's fragment, and trailing
/// space.
std::string_view content_of(std::string_view line) {
  const std::size_t comment = line.find(" #");
  line = line.substr(0, comment);
  const std::size_t last = line.find_last_not_of(" \t\r");
  return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

bool is_directive(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t@"), line.size()));
  for (const std::string_view word : {"prefix", "base"}) {
    if (line.size() > word.size() && (line[word.size()] == ' ' || line[word.size()] == '\t') &&
        std::ranges::equal(line.substr(0, word.size()), word,
                           [](char a, char b) { return (a | 0x20) == b; })) {
      return true;
    }
  }
  return false;
}

/// Whether a new statement begins on the next line.
bool ends_statement(std::string_view line) {
  const std::string_view content = content_of(line);
  return content.ends_with('.') || content.ends_with('{') || content.ends_with('}') ||
         is_directive(content);
}

bool closes_graph(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] == '}';
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

/// The lines from `first` to `last` stay, empty.
std::string without_lines(const std::vector<std::string_view>& lines, std::size_t first,
                          std::size_t last) {
  std::string rest;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    rest += i < first || i > last ? lines[i] : std::string_view();
    rest += '\n';
  }
  return rest;
}

}  // namespace

std::string without_statement(std::string_view text, std::size_t number, io::Syntax syntax) {
  const std::vector<std::string_view> lines = lines_of(text);
  if (number == 0 || number > lines.size()) {
    return {};
  }
  if (io::info(syntax).is_line_based) {
    return without_lines(lines, number - 1, number - 1);
  }
  if ((syntax != io::Syntax::kTurtle && syntax != io::Syntax::kTriG) ||
      is_directive(lines[number - 1])) {
    return {};
  }
  std::size_t first = number - 1;
  while (first > 0 && !ends_statement(lines[first - 1])) {
    --first;
  }
  std::size_t last = number - 1;
  if (content_of(lines[last]).ends_with('{')) {  // The name of a graph: all of the graph.
    while (last + 1 < lines.size() && !closes_graph(lines[last])) {
      ++last;
    }
  } else {
    while (last + 1 < lines.size() && !content_of(lines[last]).ends_with('.') &&
           !closes_graph(lines[last + 1])) {
      ++last;
    }
  }
  return without_lines(lines, first, last);
}

}  // namespace whence::cli
