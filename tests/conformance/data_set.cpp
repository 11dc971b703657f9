#include "conformance/data_set.h"

#include "io/byte_sink.h"
#include "io/byte_source.h"
#include "io/writer.h"
#include "rdf/error.h"

namespace whence::conformance {
namespace {

class Collector final : public io::QuadSink {
 public:
  void quad(const rdf::QuadView& quad) override { data.quads.emplace_back(quad); }
  void prefix(std::string_view name, std::string_view iri) override {
    data.prefixes.emplace_back(name, iri);
  }
  DataSet data;
};

DataSet read_source(io::Syntax syntax, io::ByteSource& source, const io::ReadOptions& options) {
  Collector collector;
  io::read(syntax, source, options, collector);
  return std::move(collector.data);
}

}  // namespace

DataSet read_file(const std::filesystem::path& file, const std::string& base_iri) {
  const auto syntax = io::syntax_from_path(file.string());
  if (!syntax) {
    throw Error(ErrorCode::kUsage, "no syntax has the suffix of " + file.string());
  }
  const auto source = io::open_source(file.string());
  return read_source(*syntax, *source, {.base_iri = base_iri, .source_name = file.string()});
}

DataSet read_text(io::Syntax syntax, std::string_view text, const std::string& base_iri) {
  io::StringSource source(text);
  return read_source(syntax, source, {.base_iri = base_iri, .source_name = "written"});
}

std::string write_text(io::Syntax syntax, const DataSet& data) {
  io::StringSink sink;
  const auto writer = io::make_writer(syntax, sink, {.prefixes = data.prefixes});
  for (const rdf::Quad& quad : data.quads) {
    writer->quad(quad.view());
  }
  writer->finish();
  return sink.text();
}

}  // namespace whence::conformance
