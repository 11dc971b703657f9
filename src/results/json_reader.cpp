// See json_reader.h. The format is a tree of fixed depth, so where the reader stands is one State
// and not a stack; of whatever lies beside that tree only the depth is counted. RapidJSON parses it
// iteratively: nesting costs no stack.
#include "results/json_reader.h"

#include <cassert>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include "results/json_input.h"
#include "results/json_rows.h"
#include "results/json_term.h"

namespace whence::results {
namespace {

enum class State : std::uint8_t {
  kDocument,  ///< Before and behind the outermost object.
  kTop,
  kHead,
  kVariables,
  kResults,
  kBindings,
  kSolution,
  kTerm,
};

/// What a JSON value is, as messages call it.
enum class Kind : std::uint8_t { kNull, kBoolean, kNumber, kString, kObject, kArray };

constexpr std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::kNull:
      return "null";
    case Kind::kBoolean:
      return "a boolean";
    case Kind::kNumber:
      return "a number";
    case Kind::kString:
      return "a string";
    case Kind::kObject:
      return "an object";
    case Kind::kArray:
      return "an array";
  }
  return "a value";
}

/// RapidJSON's handler. Errors are thrown, so each event returns true.
class Handler {
 public:
  Handler(JsonInput& input, const JsonReadOptions& options, ResultSink& sink)
      : input_(input), options_(options), sink_(sink), rows_(sink, input) {}

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON's names.
  bool Null() { return scalar(Kind::kNull); }
  bool Bool(bool value) {
    scalar(Kind::kBoolean);
    if (skipped_depth_ == 0 && state_ == State::kTop && key_ == "boolean") {
      once(has_boolean_);
      boolean_ = value;
    }
    return true;
  }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return scalar(Kind::kNumber); }
  bool Int(int) { return scalar(Kind::kNumber); }
  bool Uint(unsigned) { return scalar(Kind::kNumber); }
  bool Int64(std::int64_t) { return scalar(Kind::kNumber); }
  bool Uint64(std::uint64_t) { return scalar(Kind::kNumber); }
  bool Double(double) { return scalar(Kind::kNumber); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    scalar(Kind::kString);
    take_string({text, size});
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    input_.end_token();
    if (skipped_depth_ == 0) {
      key_.assign(text, size);
    }
    return true;
  }
  bool StartObject() { return open(Kind::kObject); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open(Kind::kArray); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  // NOLINTEND(readability-identifier-naming)

  /// The document is complete.
  void finish();

 private:
  bool scalar(Kind kind);
  bool open(Kind kind);
  bool close();
  [[nodiscard]] std::optional<Kind> expected_kind();
  void check_kind(Kind found);
  void enter();
  void leave();
  void take_string(std::string_view text);
  void begin_rows();
  void count_row();
  void once(bool& seen) const;

  [[noreturn]] void fail(std::string_view message, ErrorCode code = ErrorCode::kBadData) const {
    throw input_.error(code, message);
  }

  JsonInput& input_;
  const JsonReadOptions& options_;
  ResultSink& sink_;

  State state_ = State::kDocument;
  std::string key_;
  std::size_t depth_ = 0;          ///< Of open objects and arrays.
  std::size_t skipped_depth_ = 0;  ///< Of those, what belongs to a member that is skipped.

  bool has_head_ = false;
  bool has_variables_ = false;
  bool has_results_ = false;
  bool has_bindings_ = false;
  bool has_boolean_ = false;
  bool boolean_ = false;

  JsonRows rows_;
  std::uint64_t row_count_ = 0;
  JsonSolution solution_;
  std::string variable_;  ///< Whose term is being read.
  JsonTerm term_;
};

/// What kind of value may stand here; nothing: any, it is skipped.
std::optional<Kind> Handler::expected_kind() {
  switch (state_) {
    case State::kDocument:
    case State::kBindings:
    case State::kSolution:
      return Kind::kObject;
    case State::kTop:
      if (key_ == "boolean") {
        return Kind::kBoolean;
      }
      return key_ == "head" || key_ == "results" ? std::optional(Kind::kObject) : std::nullopt;
    case State::kHead:
      return key_ == "vars" ? std::optional(Kind::kArray) : std::nullopt;
    case State::kVariables:
      return Kind::kString;
    case State::kResults:
      return key_ == "bindings" ? std::optional(Kind::kArray) : std::nullopt;
    case State::kTerm:
      return term_.member(key_) != nullptr ? std::optional(Kind::kString) : std::nullopt;
  }
  return std::nullopt;
}

void Handler::check_kind(Kind found) {
  const std::optional<Kind> expected = expected_kind();
  if (!expected || *expected == found) {
    return;
  }
  if (state_ == State::kTerm && term_.type == "triple") {
    fail("a triple term, which RDF 1.1 does not have", ErrorCode::kUnsupported);
  }
  std::string where;
  switch (state_) {
    case State::kDocument:
      where = "as the document";
      break;
    case State::kVariables:
      where = "as the name of a variable";
      break;
    case State::kBindings:
      where = "as a solution";
      break;
    default:
      where = fmt::format("as \"{}\"", key_);
  }
  fail(fmt::format("expected {} {}, found {}", name_of(*expected), where, name_of(found)));
}

bool Handler::scalar(Kind kind) {
  input_.end_token();
  if (skipped_depth_ == 0) {
    check_kind(kind);
  }
  return true;
}

bool Handler::open(Kind kind) {
  input_.end_token();
  if (++depth_ > options_.depth_max) {
    fail(fmt::format("objects and arrays nested more than {} deep", options_.depth_max),
         ErrorCode::kLimit);
  }
  if (skipped_depth_ > 0) {
    ++skipped_depth_;
    return true;
  }
  check_kind(kind);
  if (expected_kind()) {
    enter();
  } else {
    skipped_depth_ = 1;
  }
  return true;
}

bool Handler::close() {
  input_.end_token();
  --depth_;
  if (skipped_depth_ > 0) {
    --skipped_depth_;
  } else {
    leave();
  }
  return true;
}

void Handler::once(bool& seen) const {
  if (std::exchange(seen, true)) {
    fail(fmt::format("\"{}\" stands here a second time", key_));
  }
}

void Handler::enter() {
  switch (state_) {
    case State::kDocument:
      state_ = State::kTop;
      break;
    case State::kTop:
      once(key_ == "head" ? has_head_ : has_results_);
      state_ = key_ == "head" ? State::kHead : State::kResults;
      break;
    case State::kHead:
      once(has_variables_);
      state_ = State::kVariables;
      break;
    case State::kResults:
      once(has_bindings_);
      state_ = State::kBindings;
      begin_rows();
      break;
    case State::kBindings:
      solution_.clear();
      state_ = State::kSolution;
      break;
    case State::kSolution:
      variable_ = key_;
      term_ = {};
      state_ = State::kTerm;
      break;
    case State::kVariables:
    case State::kTerm:
      assert(false);  // check_kind() lets strings alone through.
  }
}

void Handler::leave() {
  switch (state_) {
    case State::kDocument:
      assert(false);  // RapidJSON keeps brackets in pairs.
      break;
    case State::kTop:
      state_ = State::kDocument;
      break;
    case State::kVariables:
      state_ = State::kHead;
      break;
    case State::kBindings:
      state_ = State::kResults;
      break;
    case State::kHead:
      state_ = State::kTop;
      begin_rows();
      break;
    case State::kResults:
      if (!has_bindings_) {
        fail("\"results\" has no \"bindings\"");
      }
      state_ = State::kTop;
      break;
    case State::kSolution:
      count_row();
      rows_.add(solution_);
      state_ = State::kBindings;
      break;
    case State::kTerm:
      if (!solution_.emplace(variable_, to_term(term_, variable_, input_)).second) {
        fail(fmt::format("a solution that binds ?{} twice", variable_));
      }
      state_ = State::kSolution;
      break;
  }
}

void Handler::take_string(std::string_view text) {
  if (skipped_depth_ > 0) {
    return;
  }
  if (state_ == State::kVariables) {
    rows_.add_variable(text);
  } else if (state_ == State::kTerm) {
    if (std::optional<std::string>* part = term_.member(key_)) {
      bool is_there = part->has_value();
      once(is_there);
      *part = text;
    }
  }
}

/// Called at the end of the head and at the beginning of the rows; acts on what comes later.
void Handler::begin_rows() {
  if (has_variables_ && has_bindings_) {
    rows_.begin();
  }
}

void Handler::count_row() {
  if (++row_count_ > options_.rows_max && options_.rows_max != 0) {
    fail(fmt::format("the results have more than {} rows", options_.rows_max), ErrorCode::kLimit);
  }
}

void Handler::finish() {
  if (has_boolean_ && has_results_) {
    fail("both \"boolean\" and \"results\"");
  }
  if (has_boolean_) {
    sink_.boolean(boolean_);
    return;
  }
  if (!has_results_) {
    fail("neither \"results\" nor \"boolean\"");
  }
  if (!has_variables_) {
    fail("no \"head\" with \"vars\"");
  }
}

}  // namespace

void read_json(io::ByteSource& source, const JsonReadOptions& options, ResultSink& sink) {
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  JsonInput input(source, options.source_name, options.bytes_max);
  Handler handler(input, options, sink);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(input, handler);
  if (result.IsError()) {
    throw input.error(ErrorCode::kBadData,
                      fmt::format("not in JSON: {}", rapidjson::GetParseError_En(result.Code())));
  }
  if (!input.is_at_end()) {
    throw input.error(ErrorCode::kBadData, "a byte of value 0 after the document");
  }
  handler.finish();
}

}  // namespace whence::results
