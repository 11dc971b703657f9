// See table_writer.h.
#include "results/table_writer.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include <fmt/format.h>

#include "results/display_text.h"

namespace whence::results {
namespace {

// ECMA-48 SGR.
constexpr std::string_view kBold = "\x1B[1m";
constexpr std::string_view kDim = "\x1B[2m";
constexpr std::string_view kCyan = "\x1B[36m";
constexpr std::string_view kYellow = "\x1B[33m";
constexpr std::string_view kReset = "\x1B[0m";

constexpr std::size_t kWidthMin = 4;  // A narrower column says nothing.

std::string_view style_of(CellKind kind) {
  switch (kind) {
    case CellKind::kIri:
      return kCyan;
    case CellKind::kNumber:
      return kYellow;
    case CellKind::kBlankNode:
      return kDim;
    case CellKind::kEmpty:
    case CellKind::kText:
      break;
  }
  return {};
}

/// Narrows the widest columns until all fit into `available`, or none is wider than kWidthMin.
void shrink(std::vector<std::size_t>& widths, std::size_t available) {
  const auto total_at = [&](std::size_t cap) {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0},
                           [&](std::size_t sum, std::size_t w) { return sum + std::min(w, cap); });
  };
  std::size_t fits = kWidthMin;
  std::size_t too_wide = std::ranges::max(widths) + 1;
  if (total_at(too_wide) <= available) {
    return;
  }
  while (fits + 1 < too_wide) {
    const std::size_t cap = std::midpoint(fits, too_wide);
    (total_at(cap) <= available ? fits : too_wide) = cap;
  }
  const std::size_t total = total_at(fits);
  std::size_t spare = total < available ? available - total : 0;
  for (std::size_t& width : widths) {
    if (width > fits) {
      width = fits + (spare > 0 ? 1 : 0);
      spare -= spare > 0 ? 1 : 0;
    }
  }
}

}  // namespace

TableWriter::TableWriter(io::ByteSink& sink, const WriterOptions& options)
    : buffer_(sink),
      format_(options.prefixes),
      width_max_(options.width_max),
      has_colour_(options.colour) {}

void TableWriter::begin(const std::vector<std::string>& variables) {
  variables_ = variables;
  has_rows_ = true;
}

void TableWriter::row(std::span<const std::optional<rdf::TermView>> cells) {
  if (is_windowed_ && row_count_ == kWindowRows) {
    write_window();
  }
  const std::size_t first = is_windowed_ ? row_count_ * cells.size() : 0;
  if (window_.size() < first + cells.size()) {
    window_.resize(first + cells.size());
  }
  const std::span row = std::span(window_).subspan(first, cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i]) {
      format_.format(*cells[i], row[i]);
    } else {
      row[i].text.clear();
      row[i].columns = 0;
      row[i].kind = CellKind::kEmpty;
    }
  }
  ++row_count_;
  if (!is_windowed_) {
    write_row(row);
  }
}

void TableWriter::boolean(bool value) { buffer_.text() += value ? "true\n" : "false\n"; }

void TableWriter::finish() {
  if (has_rows_) {
    if (is_windowed_) {
      write_window();
    }
    write_rule("└", "┴", "┘");
    fmt::format_to(std::back_inserter(buffer_.text()), "({} {})\n", row_count_,
                   row_count_ == 1 ? "row" : "rows");
  }
  buffer_.flush();
}

void TableWriter::fit_widths() {
  widths_.clear();
  for (std::size_t i = 0; i < variables_.size(); ++i) {
    std::size_t width = count_columns(variables_[i]);
    for (std::size_t cell = i; cell < window_.size(); cell += variables_.size()) {
      width = std::max(width, window_[cell].columns);
    }
    widths_.push_back(width);
  }
  const std::size_t frame = 3 * widths_.size() + 1;  // "│ " and " " a column, "│" at the end.
  if (width_max_ > 0 && !widths_.empty()) {
    shrink(widths_, width_max_ > frame ? width_max_ - frame : 0);
  }
}

void TableWriter::write_window() {
  fit_widths();
  write_rule("┌", "┬", "┐");
  write_header();
  write_rule("├", "┼", "┤");
  for (std::size_t first = 0; first < window_.size(); first += variables_.size()) {
    write_row(std::span(window_).subspan(first, variables_.size()));
  }
  is_windowed_ = false;
}

void TableWriter::write_rule(std::string_view left, std::string_view middle,
                             std::string_view right) {
  if (widths_.empty()) {
    return;
  }
  std::string& out = buffer_.text();
  if (has_colour_) {
    out += kDim;
  }
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    out += i == 0 ? left : middle;
    for (std::size_t n = widths_[i] + 2; n > 0; --n) {
      out += "─";
    }
  }
  out += right;
  if (has_colour_) {
    out += kReset;
  }
  out += '\n';
}

void TableWriter::write_header() {
  for (std::size_t i = 0; i < variables_.size(); ++i) {
    write_styled("│", kDim);
    write_spaces(1);
    write_cell({variables_[i], count_columns(variables_[i]), CellKind::kText}, widths_[i], kBold);
    write_spaces(1);
  }
  if (!variables_.empty()) {
    write_styled("│", kDim);
    buffer_.text() += '\n';
  }
}

void TableWriter::write_row(std::span<const Cell> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    write_styled("│", kDim);
    write_spaces(1);
    write_cell(cells[i], widths_[i], style_of(cells[i].kind));
    write_spaces(1);
  }
  if (!cells.empty()) {
    write_styled("│", kDim);
    buffer_.text() += '\n';
  }
  buffer_.end_row();
}

/// One cell in `width` columns: numbers to the right. One that is too wide is cut on a terminal;
/// elsewhere it stays whole and its line grows, for nothing may be lost in a file.
void TableWriter::write_cell(const Cell& cell, std::size_t width, std::string_view style) {
  if (cell.columns > width && width_max_ > 0) {
    const std::string_view front(cell.text.data(), size_of_columns(cell.text, width - 1));
    write_styled(front, style);
    write_styled("…", kDim);
    write_spaces(width - 1 - count_columns(front));
    return;
  }
  const std::size_t padding = width > cell.columns ? width - cell.columns : 0;
  if (cell.kind == CellKind::kNumber) {
    write_spaces(padding);
  }
  write_styled(cell.text, style);
  if (cell.kind != CellKind::kNumber) {
    write_spaces(padding);
  }
}

void TableWriter::write_styled(std::string_view text, std::string_view style) {
  std::string& out = buffer_.text();
  if (has_colour_ && !style.empty() && !text.empty()) {
    out.append(style).append(text).append(kReset);
  } else {
    out += text;
  }
}

}  // namespace whence::results
