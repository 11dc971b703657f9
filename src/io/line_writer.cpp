// See line_writer.h.
#include "io/line_writer.h"

#include "io/term_text.h"
#include "io/writer_support.h"

namespace whence::io {

LineWriter::LineWriter(Syntax syntax, ByteSink& sink)
    : sink_(sink), has_graphs_(info(syntax).has_graphs) {}

void LineWriter::quad(const rdf::QuadView& quad) {
  if (quad.graph && !has_graphs_) {
    throw_cannot_name_graphs(Syntax::kNTriples, *quad.graph);
  }
  append_term(buffer_, quad.subject);
  buffer_ += ' ';
  append_term(buffer_, quad.predicate);
  buffer_ += ' ';
  append_term(buffer_, quad.object);
  if (quad.graph) {
    buffer_ += ' ';
    append_term(buffer_, *quad.graph);
  }
  buffer_ += " .\n";
  if (buffer_.size() >= kWriteSize) {
    sink_.write(buffer_);
    buffer_.clear();
  }
}

void LineWriter::finish() {
  if (!buffer_.empty()) {
    sink_.write(buffer_);
    buffer_.clear();
  }
}

}  // namespace whence::io
