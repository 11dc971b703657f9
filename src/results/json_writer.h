// SPARQL 1.1 Query Results JSON Format, over RapidJSON's SAX writer, which writes straight into the
// output buffer.
#pragma once

#include <string>
#include <vector>

#include <rapidjson/writer.h>

#include "results/output_buffer.h"
#include "results/writer.h"

namespace whence::results {

/// What RapidJSON takes for a stream: the buffer's text.
struct JsonStream {
  using Ch = char;

  void Put(char c) { text.push_back(c); }  // NOLINT(readability-identifier-naming): RapidJSON's.
  void Flush() {}                          // NOLINT(readability-identifier-naming)

  std::string& text;
};

class JsonWriter final : public ResultWriter {
 public:
  explicit JsonWriter(io::ByteSink& sink) : buffer_(sink), stream_{buffer_.text()} {}

  void begin(const std::vector<std::string>& variables) override;
  void row(std::span<const std::optional<rdf::TermView>> cells) override;
  void boolean(bool value) override;
  void finish() override;

 private:
  void row_string(std::string_view text);
  void row_term(const rdf::TermView& term);

  OutputBuffer buffer_;
  JsonStream stream_;
  rapidjson::Writer<JsonStream> json_{stream_};
  rapidjson::Writer<JsonStream> row_{stream_};  ///< Anew for each, to break the line between them.
  std::vector<std::string> variables_;
  bool has_rows_ = false;  ///< SELECT, not ASK.
  bool is_first_ = true;   ///< Whether no row has been written.
};

}  // namespace whence::results
