#include <stdexcept>

#include "answers/answer.h"
#include "rdf/vocabulary.h"

namespace whence::answers {

namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.emplace_back(text);
  return parts;
}

std::string unescaped(std::string_view text) {
  constexpr std::string_view kEscapes = "tnrbf\"'\\";
  constexpr std::string_view kMeanings = "\t\n\r\b\f\"'\\";
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const std::size_t escape = kEscapes.find(text[++i]);
    if (escape == std::string_view::npos) {
      throw std::runtime_error("an unknown escape in a TSV result");
    }
    result += kMeanings[escape];
  }
  return result;
}

/// A literal without quotation marks is a number or a truth, as in Turtle.
std::string_view datatype_of(std::string_view text) {
  if (text == "true" || text == "false") {
    return rdf::xsd::kBoolean;
  }
  if (text.find_first_of("eE") != std::string_view::npos) {
    return rdf::xsd::kDouble;
  }
  return text.find('.') != std::string_view::npos ? rdf::xsd::kDecimal : rdf::xsd::kInteger;
}

rdf::Term term_of(std::string_view cell) {
  if (cell.starts_with('<')) {
    return rdf::Term::iri(cell.substr(1, cell.size() - 2));
  }
  if (cell.starts_with("_:")) {
    return rdf::Term::blank_node(cell.substr(2));
  }
  if (!cell.starts_with('"')) {
    return rdf::Term::literal(cell, datatype_of(cell));
  }
  const std::size_t end = cell.rfind('"');
  const std::string text = unescaped(cell.substr(1, end - 1));
  const std::string_view rest = cell.substr(end + 1);
  if (rest.starts_with('@')) {
    return rdf::Term::language_literal(text, rest.substr(1));
  }
  return rdf::Term::literal(text, rest.empty() ? rest : rest.substr(3, rest.size() - 4));
}

}  // namespace

Answer read_tsv(std::string_view text) {
  Answer answer;
  std::vector<std::string> lines = split(text, '\n');
  if (lines.back().empty()) {
    lines.pop_back();
  }
  for (const std::string& name : split(lines.at(0), '\t')) {
    if (name.starts_with('?')) {
      answer.variables.push_back(name.substr(1));
    }
  }
  for (std::size_t i = 1; i < lines.size(); ++i) {
    Row& row = answer.rows.emplace_back();
    const std::vector<std::string> cells = split(lines[i], '\t');
    for (std::size_t column = 0; column < answer.variables.size(); ++column) {
      if (!cells.at(column).empty()) {
        row.emplace(answer.variables[column], term_of(cells[column]));
      }
    }
  }
  return answer;
}

}  // namespace whence::answers
