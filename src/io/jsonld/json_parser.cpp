// See json_parser.h.
#include "io/jsonld/json_parser.h"

#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "io/characters.h"
#include "rdf/error.h"

namespace whence::io::jsonld {
namespace {

/// Lines and columns of offsets that only grow.
class PlaceFinder {
 public:
  PlaceFinder(std::string_view text, std::size_t first_line)
      : text_(text), position_{.line = first_line, .column = 1} {}

  Position at(std::size_t offset) {
    for (; offset_ < offset; ++offset_) {
      const char c = text_[offset_];
      if (c == '\n') {
        position_ = {.line = position_.line + 1, .column = 1};
      } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
        ++position_.column;  // A character's first byte.
      }
    }
    return position_;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Position position_;
};

/// RapidJSON's handler. Errors are thrown, so each event returns true.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const rapidjson::MemoryStream& stream,
              const JsonSource& source)
      : text_(text), stream_(stream), source_(source), places_(text, source.first_line) {}

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON's names.
  bool Null() { return add(Json()); }
  bool Bool(bool value) { return add(Json(value)); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    return add(Json(Json::Number{std::string(text, size)}));
  }
  bool Int(int) { return false; }  // All numbers come raw.
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return add(Json(checked(std::string(text, size))));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    keys_.push_back(checked(std::string(text, size)));
    token_end_ = stream_.Tell();
    return true;
  }
  bool StartObject() { return open(Json(Json::Object())); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open(Json(Json::Array())); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  // NOLINTEND(readability-identifier-naming)

  [[nodiscard]] Json take() { return std::move(root_); }
  [[noreturn]] void fail(ErrorCode code, const std::string& message, std::size_t offset) {
    throw Error(code, message, places_.at(offset), source_.name);
  }

 private:
  /// RapidJSON lets a low surrogate through that no high one precedes.
  std::string checked(std::string text) {
    if (valid_utf8_size(text) != text.size()) {
      fail(ErrorCode::kBadData,
           "expected characters, found the escape of half a surrogate pair in a string",
           token_start());
    }
    return text;
  }

  /// Where the token begins that the parser has just read.
  [[nodiscard]] std::size_t token_start() const {
    return std::min(text_.find_first_not_of(" \t\r\n,:]}", token_end_), text_.size());
  }

  bool add(Json value) {
    place(std::move(value));
    token_end_ = stream_.Tell();
    return true;
  }

  Json& place(Json value) {
    const Position position = places_.at(token_start());
    value.set_place({.line = static_cast<std::uint32_t>(position.line),
                     .column = static_cast<std::uint32_t>(position.column),
                     .document = source_.document});
    if (open_.empty()) {
      return root_ = std::move(value);
    }
    if (Json::Array* array = open_.back()->as_array()) {
      return array->emplace_back(std::move(value));
    }
    std::string key = std::move(keys_.back());
    keys_.pop_back();
    return open_.back()
        ->as_object()
        ->insert_or_assign(std::move(key), std::move(value))
        .first->second;
  }

  bool open(Json value) {
    if (open_.size() == kJsonDepthMax) {
      fail(ErrorCode::kLimit,
           fmt::format("objects and arrays nested more than {} deep", kJsonDepthMax),
           token_start());
    }
    // What is open is the last of its parent's elements: no other insertion moves it.
    open_.push_back(&place(std::move(value)));
    token_end_ = token_start() + 1;  // RapidJSON tells of a bracket before it takes it.
    return true;
  }

  bool close() {
    open_.pop_back();
    token_end_ = stream_.Tell();
    return true;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  const JsonSource& source_;
  PlaceFinder places_;
  std::size_t token_end_ = 0;  // Of the last token.
  Json root_;
  std::vector<Json*> open_;
  std::vector<std::string> keys_;  // Of members whose value has not been seen.
};

}  // namespace

Json parse_json(std::string_view text, const JsonSource& source) {
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
  }
  rapidjson::MemoryStream stream(text.data(), text.size());
  TreeBuilder builder(text, stream, source);
  if (const std::size_t valid = valid_utf8_size(text); valid != text.size()) {
    builder.fail(ErrorCode::kBadData, "expected UTF-8, found bytes that are no character", valid);
  }
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, builder);
  if (result.IsError()) {
    builder.fail(ErrorCode::kBadData,
                 fmt::format("not in JSON: {}", rapidjson::GetParseError_En(result.Code())),
                 std::min(result.Offset(), text.size()));
  }
  if (stream.Tell() != text.size()) {
    builder.fail(ErrorCode::kBadData, "not in JSON: a byte of value 0 after the document",
                 stream.Tell());
  }
  return builder.take();
}

std::string read_text(ByteSource& source, const std::string& name) {
  std::string text;
  std::array<char, std::size_t{1} << 14> block{};
  for (std::size_t size = source.read(block); size != 0; size = source.read(block)) {
    text.append(block.data(), size);
    if (text.size() > kJsonBytesMax) {
      throw Error(ErrorCode::kLimit,
                  fmt::format("a JSON document of more than {} bytes", kJsonBytesMax), Position{},
                  name);
    }
  }
  return text;
}

}  // namespace whence::io::jsonld
