// Results written into a string, and terms to write: for the tests of all formats.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/byte_sink.h"
#include "rdf/term.h"
#include "rdf/vocabulary.h"
#include "results/writer.h"

namespace whence::results {

using rdf::TermView;
using Row = std::vector<std::optional<TermView>>;

inline const auto kUnbound = std::optional<TermView>();

inline TermView iri(std::string_view value) { return TermView::iri(value); }
inline TermView text(std::string_view value) { return TermView::literal(value); }
inline TermView integer(std::string_view value) {
  return TermView::literal(value, rdf::xsd::kInteger);
}

inline std::string write(Format format, const std::vector<std::string>& variables,
                         const std::vector<Row>& rows, const WriterOptions& options = {}) {
  io::StringSink sink;
  const auto writer = make_result_writer(format, sink, options);
  writer->begin(variables);
  for (const Row& row : rows) {
    writer->row(row);
  }
  writer->finish();
  return sink.text();
}

/// One row of one column, ?x.
inline std::string write_one(Format format, const TermView& term) {
  return write(format, {"x"}, {{term}});
}

inline std::string write_boolean(Format format, bool value) {
  io::StringSink sink;
  const auto writer = make_result_writer(format, sink);
  writer->boolean(value);
  writer->finish();
  return sink.text();
}

}  // namespace whence::results
