// Feeds the reader of results in JSON: whatever the bytes are, it gives rows that can be written
// and read again as the same, or an Error with a position that is not of our making.
#include <string_view>

#include "fuzz/target.h"
#include "io/byte_sink.h"
#include "io/byte_source.h"
#include "rdf/error.h"
#include "results/json_reader.h"
#include "results/writer.h"

namespace whence::fuzz {
namespace {

std::string written(std::string_view text) {
  io::StringSource source(text);
  io::StringSink sink;
  const auto writer = results::make_result_writer(results::Format::kJson, sink);
  results::read_json(source, {.source_name = "input"}, *writer);
  writer->finish();
  return sink.text();
}

}  // namespace

void run(std::string_view text) {
  std::string once;
  try {
    once = written(text);
  } catch (const Error& error) {
    require(error.code() != ErrorCode::kInternal, error.formatted());
    require(error.position().has_value(), "an error without a position: " + error.formatted());
    return;
  }
  require(written(once) == once, "results that change when they are read again: " + once);
}

}  // namespace whence::fuzz
