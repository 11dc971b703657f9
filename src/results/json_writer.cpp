// See json_writer.h.
#include "results/json_writer.h"

#include "results/byte_set.h"

namespace rapidjson {

/// RapidJSON's hook for copying what needs no escape in one go; without it a string is written
/// byte by byte. Returns whether there is more.
template <>
// NOLINTNEXTLINE(readability-identifier-naming): RapidJSON's name.
inline bool Writer<whence::results::JsonStream>::ScanWriteUnescapedString(StringStream& stream,
                                                                          std::size_t length) {
  static constexpr whence::results::ByteSet kEscaped("\"\\", 0x20);  // RFC 8259 §7
  const std::string_view rest(stream.src_, length - stream.Tell());
  const std::size_t size = kEscaped.find_in(rest);
  os_->text.append(rest, 0, size);
  stream.src_ += size;
  return size < rest.size();
}

}  // namespace rapidjson

namespace whence::results {

void JsonWriter::begin(const std::vector<std::string>& variables) {
  variables_ = variables;
  json_.StartObject();
  json_.Key("head");
  json_.StartObject();
  json_.Key("vars");
  json_.StartArray();
  for (const std::string& variable : variables_) {
    json_.String(variable);
  }
  json_.EndArray();
  json_.EndObject();
  json_.Key("results");
  json_.StartObject();
  json_.Key("bindings");
  json_.StartArray();
  has_rows_ = true;
}

void JsonWriter::row(std::span<const std::optional<rdf::TermView>> cells) {
  // A solution a line: for people, grep and diff.
  buffer_.text() += is_first_ ? "\n" : ",\n";
  is_first_ = false;
  row_.Reset(stream_);
  row_.StartObject();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i]) {  // §3.2.1: an unbound variable has no member.
      row_string(variables_[i]);
      row_term(*cells[i]);
    }
  }
  row_.EndObject();
  buffer_.end_row();
}

void JsonWriter::boolean(bool value) {
  json_.StartObject();
  json_.Key("head");
  json_.StartObject();
  json_.EndObject();
  json_.Key("boolean");
  json_.Bool(value);
}

void JsonWriter::finish() {
  if (has_rows_) {
    json_.EndArray();
    json_.EndObject();
  }
  json_.EndObject();
  buffer_.text().push_back('\n');
  buffer_.flush();
}

void JsonWriter::row_string(std::string_view text) {
  // RapidJSON asserts that there is a pointer, even to no characters.
  row_.String(text.empty() ? "" : text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

/// §3.2.2, Encoding RDF terms. A literal of xsd:string is a plain one.
void JsonWriter::row_term(const rdf::TermView& term) {
  row_.StartObject();
  row_.Key("type");
  switch (term.kind) {
    case rdf::TermKind::kIri:
      row_.String("uri");
      break;
    case rdf::TermKind::kBlankNode:
      row_.String("bnode");
      break;
    case rdf::TermKind::kLiteral:
      row_.String("literal");
      break;
  }
  if (!term.language.empty()) {
    row_.Key("xml:lang");
    row_string(term.language);
  } else if (!term.datatype.empty()) {
    row_.Key("datatype");
    row_string(term.datatype);
  }
  row_.Key("value");
  row_string(term.value);
  row_.EndObject();
}

}  // namespace whence::results
