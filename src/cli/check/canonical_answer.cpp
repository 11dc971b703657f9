// See canonical_answer.h. The rows are said as a graph, and RDFC-1.0 names its blank nodes. A
// triple is itself; of a row of results the blank nodes alone matter, and it becomes a node that
// says what else is in the row, where it stands, how often it comes, and which blank node is in
// which column.
#include "cli/check/canonical_answer.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "io/canonical/canonical_form.h"

namespace whence::cli {
namespace {

// Of the node of a row, and nowhere else: they never leave this file.
constexpr std::string_view kContent = "row:content";
constexpr std::string_view kPlace = "row:place";
constexpr std::string_view kCount = "row:count";
constexpr std::string_view kColumn = "row:column";
/// Stands before the labels of rows. No label of a document begins with a dot.
constexpr char kRowMark = '.';

bool is_blank(const std::optional<rdf::Term>& cell) { return cell && cell->is_blank_node(); }

bool has_blank_node(const AnswerRow& row) { return std::ranges::any_of(row, is_blank); }

/// What is in the row besides blank nodes.
std::string content_of(const AnswerRow& row) {
  std::string text;
  for (const auto& cell : row) {
    if (cell) {
      text += is_blank(cell) ? "_:" : rdf::to_ntriples(*cell);
    }
    text += '\t';
  }
  return text;
}

void add_row(const AnswerRow& row, std::size_t number, std::size_t count, bool is_ordered,
             io::CanonicalForm& form) {
  const std::string label = kRowMark + std::to_string(number);
  const auto say = [&](std::string_view predicate, const rdf::TermView& object) {
    form.quad({rdf::TermView::blank_node(label), rdf::TermView::iri(predicate), object, {}});
  };
  say(kContent, rdf::TermView::literal(content_of(row)));
  say(kCount, rdf::TermView::literal(std::to_string(count)));
  if (is_ordered) {
    say(kPlace, rdf::TermView::literal(std::to_string(number)));
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (is_blank(row[i])) {
      say(fmt::format("{}{}", kColumn, i), *row[i]);
    }
  }
}

void add_graph(const std::vector<AnswerRow>& rows, io::CanonicalForm& form) {
  for (const AnswerRow& row : rows) {
    form.quad({row[0].value(), row[1].value(), row[2].value(), {}});
  }
}

void add_rows(const std::vector<AnswerRow>& rows, bool is_ordered, io::CanonicalForm& form) {
  std::size_t number = 0;
  if (is_ordered) {
    for (const AnswerRow& row : rows) {
      add_row(row, number++, 1, is_ordered, form);
    }
    return;
  }
  // Equal rows are one node with a number: they could not be told apart.
  std::map<AnswerRow, std::size_t> counts;
  for (const AnswerRow& row : rows) {
    if (has_blank_node(row)) {
      ++counts[row];
    }
  }
  for (const auto& [row, count] : counts) {
    add_row(row, number++, count, is_ordered, form);
  }
}

}  // namespace

std::vector<AnswerRow> canonical_rows(const Answer& answer, bool is_ordered) {
  std::vector<AnswerRow> rows = answer.rows;
  if (std::ranges::none_of(rows, has_blank_node)) {
    return rows;
  }
  io::CanonicalForm form;
  if (answer.is_graph) {
    add_graph(rows, form);
  } else {
    add_rows(rows, is_ordered, form);
  }
  form.finish();
  std::map<std::string, std::string, std::less<>> names;
  for (const auto& issued : form.issued_labels()) {
    names.emplace(issued.label, issued.canonical);
  }
  for (AnswerRow& row : rows) {
    for (auto& cell : row) {
      if (is_blank(cell)) {
        cell->value = names.at(cell->value);
      }
    }
  }
  return rows;
}

}  // namespace whence::cli
