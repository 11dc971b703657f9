// SPARQL Query Results XML Format (Second Edition). The document is XML 1.0, which has no way to
// write most control characters: a term that holds one is an error, never a changed term.
#pragma once

#include <string>
#include <vector>

#include "results/output_buffer.h"
#include "results/writer.h"

namespace whence::results {

class XmlWriter final : public ResultWriter {
 public:
  explicit XmlWriter(io::ByteSink& sink) : buffer_(sink) {}

  void begin(const std::vector<std::string>& variables) override;
  void row(std::span<const std::optional<rdf::TermView>> cells) override;
  void boolean(bool value) override;
  void finish() override;

 private:
  void open_document();
  void term(const rdf::TermView& term, std::string_view variable);
  void text(std::string_view text, std::string_view variable);

  OutputBuffer buffer_;
  std::vector<std::string> variables_;
  bool has_rows_ = false;
};

}  // namespace whence::results
