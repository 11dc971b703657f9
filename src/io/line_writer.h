// Writes N-Triples and N-Quads, a line a statement, straight from the terms' views
// (docs/decisions/0001-own-writers.md).
#pragma once

#include <string>

#include "io/writer.h"

namespace whence::io {

class LineWriter final : public QuadWriter {
 public:
  LineWriter(Syntax syntax, ByteSink& sink);

  void quad(const rdf::QuadView& quad) override;
  void finish() override;

 private:
  ByteSink& sink_;
  bool has_graphs_;
  std::string buffer_;
};

}  // namespace whence::io
