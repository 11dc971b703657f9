// A table for people, with a frame, as wide as its cells or as the terminal. The first kWindowRows
// rows are held back to find the widths; whatever comes later is fitted into them as it comes, so
// memory stays bounded. Its form is for eyes alone and may change: programs take the other formats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "results/output_buffer.h"
#include "results/table_cell.h"
#include "results/writer.h"

namespace whence::results {

class TableWriter final : public ResultWriter {
 public:
  static constexpr std::size_t kWindowRows = 1000;

  TableWriter(io::ByteSink& sink, const WriterOptions& options);

  void begin(const std::vector<std::string>& variables) override;
  void row(std::span<const std::optional<rdf::TermView>> cells) override;
  void boolean(bool value) override;
  void finish() override;

 private:
  void fit_widths();
  void write_window();
  void write_rule(std::string_view left, std::string_view middle, std::string_view right);
  void write_header();
  void write_row(std::span<const Cell> cells);
  void write_cell(const Cell& cell, std::size_t width, std::string_view style);
  void write_styled(std::string_view text, std::string_view style);
  void write_spaces(std::size_t count) { buffer_.text().append(count, ' '); }

  OutputBuffer buffer_;
  CellFormat format_;
  std::size_t width_max_;
  bool has_colour_;
  std::vector<std::string> variables_;
  std::vector<std::size_t> widths_;
  std::vector<Cell> window_;  ///< The rows held back, or the one that is being written.
  std::uint64_t row_count_ = 0;
  bool is_windowed_ = true;  ///< Whether rows are still held back.
  bool has_rows_ = false;    ///< SELECT, not ASK.
};

}  // namespace whence::results
