// TSV by "SPARQL 1.1 Query Results CSV and TSV Formats" §4: terms in the form of SPARQL and Turtle,
// which reads back as the very same term.
#pragma once

#include "results/output_buffer.h"
#include "results/writer.h"

namespace whence::results {

class TsvWriter final : public ResultWriter {
 public:
  explicit TsvWriter(io::ByteSink& sink) : buffer_(sink) {}

  void begin(const std::vector<std::string>& variables) override;
  void row(std::span<const std::optional<rdf::TermView>> cells) override;
  void boolean(bool value) override;
  void finish() override { buffer_.flush(); }

 private:
  OutputBuffer buffer_;
};

}  // namespace whence::results
