// See statement_line.h.
#include "io/statement_line.h"

#include <algorithm>

#include "io/characters.h"

namespace whence::io {
namespace {

std::size_t after_spaces(std::string_view line, std::size_t from) {
  return std::min(line.find_first_not_of(" \t", from), line.size());
}

std::size_t after_string(std::string_view line, std::size_t from) {
  for (++from; from < line.size() && line[from] != '"'; ++from) {
    from += line[from] == '\\' ? 1 : 0;
  }
  return std::min(from + 1, line.size());
}

/// The end of the term at `from`: an IRI, a label, or a literal with what belongs to it.
std::size_t after_term(std::string_view line, std::size_t from) {
  if (line[from] == '<') {
    return std::min(line.find('>', from), line.size() - 1) + 1;
  }
  if (line.substr(from).starts_with("_:")) {
    return from + 2 + blank_node_label_size(line.substr(from + 2));
  }
  if (line[from] == '"') {
    from = after_string(line, from);
    if (line.substr(from).starts_with("^^<")) {
      return after_term(line, from + 2);
    }
    if (line.substr(from).starts_with('@')) {
      do {
        ++from;
      } while (from < line.size() &&
               (is_ascii_letter(line[from]) || is_digit(line[from]) || line[from] == '-'));
    }
    return from;
  }
  return from + 1;
}

/// The offset of the final ".", which ends the statement; the line's size where there is none.
std::size_t final_dot(std::string_view line) {
  std::size_t from = after_spaces(line, 0);
  while (from < line.size() && line[from] != '.' && line[from] != '#') {
    from = after_spaces(line, after_term(line, from));
  }
  return from < line.size() && line[from] == '.' ? from : line.size();
}

}  // namespace

std::string rewrite_for_serd(std::string_view line) {
  const std::size_t dot = final_dot(line);
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i == dot) {
      text += ' ';
    }
    if (i > dot && line[i] == '#') {
      break;
    }
    if (line[i] == '\0') {
      text += "\\u0000";
    } else {
      text += line[i];
    }
  }
  return text;
}

std::size_t end_of_statement(std::string_view line) {
  return after_spaces(line, std::min(final_dot(line) + 1, line.size()));
}

std::size_t start_of_graph(std::string_view line) {
  std::size_t from = after_spaces(line, 0);
  for (int term = 0; term < 3 && from < line.size(); ++term) {
    from = after_spaces(line, after_term(line, from));
  }
  return from;
}

std::size_t start_of_bad_escape(std::string_view line) {
  for (std::size_t at = line.find('\\'); at < line.size(); at = line.find('\\', at)) {
    const NumericEscape escape = parse_numeric_escape(line.substr(at));
    if (escape.size > 0 && !is_scalar_value(escape.code)) {
      return at;
    }
    at += escape.size > 0 ? escape.size : 2;
  }
  return 0;
}

}  // namespace whence::io
