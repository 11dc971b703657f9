// See difference.h.
#include "cli/check/difference.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/check/canonical_answer.h"
#include "results/table_cell.h"

namespace whence::cli {
namespace {

std::string columns_of(const Answer& answer) {
  return fmt::format("?{}", fmt::join(answer.variables, " ?"));
}

std::string_view kind_of(const Answer& answer) {
  if (answer.boolean) {
    return *answer.boolean ? "true" : "false";
  }
  return answer.is_graph ? "a graph" : "rows";
}

class RowText {
 public:
  RowText(const std::vector<std::string>& variables, const Prefixes& prefixes)
      : variables_(variables), format_(prefixes) {}

  /// "?who="Watson"@en ?claim=claim:x"; a triple without the names of its columns.
  std::string operator()(const AnswerRow& row, bool is_triple) {
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i]) {
        format_.format(*row[i], cell_);
        text += text.empty() ? "" : " ";
        text += is_triple ? cell_.text : fmt::format("?{}={}", variables_[i], cell_.text);
      }
    }
    return text.empty() ? "(a row that binds nothing)" : text;
  }

 private:
  const std::vector<std::string>& variables_;
  results::CellFormat format_;
  results::Cell cell_;
};

/// The rows of `rows` that `others` has less often.
std::vector<AnswerRow> surplus(const std::vector<AnswerRow>& rows,
                               const std::vector<AnswerRow>& others) {
  std::map<AnswerRow, std::size_t> counts;
  for (const AnswerRow& row : others) {
    ++counts[row];
  }
  std::vector<AnswerRow> left;
  for (const AnswerRow& row : rows) {
    const auto other = counts.find(row);
    if (other == counts.end() || other->second == 0) {
      left.push_back(row);
    } else {
      --other->second;
    }
  }
  return left;
}

void append_rows(std::vector<std::string>& lines, std::string_view word,
                 std::span<const AnswerRow> rows, bool is_graph, RowText& text) {
  for (const AnswerRow& row : rows.first(std::min(rows.size(), kRowsShownMax))) {
    lines.push_back(fmt::format("{} {}", word, text(row, is_graph)));
  }
  if (rows.size() > kRowsShownMax) {
    lines.push_back(fmt::format("{} {} more", word, rows.size() - kRowsShownMax));
  }
}

}  // namespace

std::vector<std::string> differences(const Answer& expected, const Answer& found, bool is_ordered,
                                     const Prefixes& prefixes) {
  if (expected.boolean != found.boolean) {
    return {fmt::format("expected {}, found {}", kind_of(expected), kind_of(found))};
  }
  if (expected.variables != found.variables) {
    return {
        fmt::format("expected the columns {}, found {}", columns_of(expected), columns_of(found))};
  }
  const std::vector<AnswerRow> left = canonical_rows(expected, is_ordered);
  const std::vector<AnswerRow> right = canonical_rows(found, is_ordered);
  std::vector<std::string> lines;
  RowText text(expected.variables, prefixes);
  append_rows(lines, "missing", surplus(left, right), expected.is_graph, text);
  append_rows(lines, "surplus", surplus(right, left), expected.is_graph, text);
  if (lines.empty() && is_ordered && left != right) {
    const auto at = std::ranges::mismatch(left, right).in1 - left.begin();
    lines.push_back(fmt::format("the rows are right, their order is not: row {} should be {}",
                                at + 1, text(left[static_cast<std::size_t>(at)], false)));
  }
  return lines;
}

}  // namespace whence::cli
