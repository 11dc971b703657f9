#include "results/json_reader.h"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "io/byte_source.h"
#include "rdf/error.h"
#include "unit/results/writing.h"

namespace whence::results {
namespace {

/// What a sink was given, as text: "(a b)" for the columns, a row in brackets, "true" for an ASK.
class Record final : public ResultSink {
 public:
  void begin(const std::vector<std::string>& variables) override {
    text += "(";
    for (const std::string& variable : variables) {
      text += (text.ends_with('(') ? "?" : " ?") + variable;
    }
    text += ")";
  }
  void row(std::span<const std::optional<rdf::TermView>> cells) override {
    text += " [";
    for (const auto& cell : cells) {
      text += text.ends_with('[') ? "" : " ";
      text += cell ? rdf::to_ntriples(*cell) : "-";
    }
    text += "]";
  }
  void boolean(bool value) override { text += value ? "true" : "false"; }

  std::string text;
};

std::string read(std::string_view text, const JsonReadOptions& options = {}) {
  io::StringSource source(text);
  Record record;
  read_json(source, options, record);
  return record.text;
}

/// The error as an editor sees it.
std::string error_of(std::string_view text, JsonReadOptions options = {}) {
  options.source_name = "a.srj";
  try {
    return "no error: " + read(text, options);
  } catch (const Error& error) {
    return error.formatted();
  }
}

struct Case {
  const char* name;
  std::string_view text;
  std::string expected;
};

void PrintTo(const Case& it, std::ostream* out) { *out << it.name; }

std::string name_of(const testing::TestParamInfo<Case>& info) { return info.param.name; }

/// A document with the column ?x and these solutions.
std::string with_bindings(std::string_view bindings) {
  return R"({"head":{"vars":["x"]},"results":{"bindings":[)" + std::string(bindings) + "]}}";
}

class JsonReaderTest : public testing::TestWithParam<Case> {};

TEST_P(JsonReaderTest, Reads) { EXPECT_EQ(read(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Documents, JsonReaderTest,
    testing::ValuesIn(std::vector<Case>{
        {"NoRows", R"({"head":{"vars":["x","y"]},"results":{"bindings":[]}})", "(?x ?y)"},
        {"NoColumns", R"({"head":{"vars":[]},"results":{"bindings":[{},{}]}})", "() [] []"},
        {"Ask", R"({"head":{},"boolean":true})", "true"},
        {"AskWithLink", R"({"head":{"link":["http://e/"]},"boolean":false})", "false"},
        {"AskWithoutHead", R"({"boolean":true})", "true"},
        {"EveryTerm",
         R"({"head":{"vars":["a","b","c","d","e"]},"results":{"bindings":[{
           "e":{"type":"typed-literal","value":"2","datatype":"http://e/d"},
           "a":{"type":"uri","value":"http://e/a"},
           "b":{"type":"bnode","value":"r2"},
           "c":{"type":"literal","value":"caf\u00e9","xml:lang":"fr"},
           "d":{"value":"1","datatype":"http://www.w3.org/2001/XMLSchema#string","type":"literal"}
         }]}})",
         R"((?a ?b ?c ?d ?e) [<http://e/a> _:r2 "café"@fr "1" "2"^^<http://e/d>])"},
        {"UnboundVariables",
         R"({"head":{"vars":["a","b"]},"results":{"bindings":[
           {"b":{"type":"literal","value":""}}, {}]}})",
         R"((?a ?b) [- ""] [- -])"},
        {"ResultsBeforeHead",
         R"({"results":{"bindings":[{"x":{"type":"uri","value":"http://e/"}},{}]},
             "head":{"vars":["y","x"]}})",
         "(?y ?x) [- <http://e/>] [- -]"},
        {"UnknownMembersOfEveryKind",
         R"({"a":[{"head":1},[null,true,-1e99,"s"]],"head":{"b":{"vars":2},"vars":["x"]},
             "results":{"distinct":false,"ordered":true,"bindings":[
               {"x":{"type":"literal","value":"v","its:dir":"ltr","more":{"value":["w"]}}}]},
             "c":null})",
         R"((?x) ["v"])"},
        {"EmptyLanguage",
         R"({"head":{"vars":["x"]},"results":{"bindings":[
           {"x":{"type":"literal","value":"v","xml:lang":""}}]}})",
         R"((?x) ["v"])"},
        {"SurrogatePairs",
         R"({"head":{"vars":["x"]},"results":{"bindings":[
           {"x":{"type":"literal","value":"\ud83d\ude00"}}]}})",
         R"((?x) ["😀"])"},
    }),
    name_of);

class JsonReaderErrorTest : public testing::TestWithParam<Case> {};

TEST_P(JsonReaderErrorTest, Says) { EXPECT_EQ(error_of(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Documents, JsonReaderErrorTest,
    testing::ValuesIn(std::vector<Case>{
        {"Empty", "", "a.srj:1:1: error: not in JSON: The document is empty."},
        {"NoJson", "<sparql/>", "a.srj:1:1: error: not in JSON: Invalid value."},
        {"Cut", "{\"head\":\n  {",
         "a.srj:2:4: error: not in JSON: Missing a name for object member."},
        {"Trailing", "{\"boolean\":true}\n{}",
         "a.srj:2:1: error: not in JSON: The document root must not be followed by other values."},
        {"TrailingZeroByte",
         {"{\"boolean\":true}\0x", 18},
         "a.srj:1:17: error: a byte of value 0 after the document"},
        {"BadUtf8", "{\"boolean\":true,\"\xFF\":1}",
         "a.srj:1:19: error: not in JSON: Invalid encoding in string."},
        {"Array", "[]", "a.srj:1:1: error: expected an object as the document, found an array"},
        {"Neither", R"({"head":{"vars":["x"]}})",
         R"(a.srj:1:24: error: neither "results" nor "boolean")"},
        {"Both", R"({"head":{"vars":[]},"boolean":true,"results":{"bindings":[]}})",
         R"(a.srj:1:62: error: both "boolean" and "results")"},
        {"NoHead", R"({"results":{"bindings":[]}})", R"(a.srj:1:28: error: no "head" with "vars")"},
        {"NoVariables", R"({"head":{},"results":{"bindings":[]}})",
         R"(a.srj:1:38: error: no "head" with "vars")"},
        {"NoBindings", R"({"head":{"vars":[]},"results":{}})",
         R"(a.srj:1:32: error: "results" has no "bindings")"},
        {"HeadTwice", R"({"head":{},"head":{}})",
         R"(a.srj:1:19: error: "head" stands here a second time)"},
        {"BooleanTwice", R"({"boolean":true,"boolean":true})",
         R"(a.srj:1:31: error: "boolean" stands here a second time)"},
        {"BooleanAsText", R"({"boolean":"true"})",
         R"(a.srj:1:18: error: expected a boolean as "boolean", found a string)"},
        {"VariableTwice", R"({"head":{"vars":["x","x"]}})",
         R"(a.srj:1:25: error: the variable ?x stands in "vars" twice)"},
        {"VariableAsNumber", R"({"head":{"vars":[1]}})",
         "a.srj:1:19: error: expected a string as the name of a variable, found a number"},
    }),
    name_of);

TEST(JsonReaderErrorOfTermTest, Says) {
  const std::string plain = R"("type":"literal","value":"v")";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"1", "expected an object as a solution, found a number"},
      {R"({"x":"http://e/"})", R"(expected an object as "x", found a string)"},
      {R"({"x":{}})", R"(the term of ?x has no "type")"},
      {R"({"x":{"type":"uri"}})", R"(the term of ?x has no "value")"},
      {R"({"x":{"type":"iri","value":"http://e/"}})",
       R"(expected the type "uri", "bnode" or "literal", found "iri")"},
      {R"({"x":{"type":"uri","value":1}})", R"(expected a string as "value", found a number)"},
      {R"({"x":{"type":"triple","value":{}}})", "a triple term, which RDF 1.1 does not have"},
      {R"({"x":{"type":"uri","value":"http://e/","xml:lang":"en"}})",
       R"(a term of the type "uri" with a language)"},
      {R"({"x":{)" + plain + R"(,"xml:lang":"en","datatype":"http://e/d"}})",
       "a literal with both a language and a datatype"},
      {R"({"x":{)" + plain + R"(,"value":"w"}})", R"("value" stands here a second time)"},
      {R"({"x":{)" + plain + R"(},"x":{)" + plain + "}}", "a solution that binds ?x twice"},
      {R"({"y":{)" + plain + "}}", R"(a solution that binds ?y, which is not in "vars")"},
  };
  for (const auto& [bindings, message] : cases) {
    const std::string found = error_of(with_bindings(bindings));
    EXPECT_TRUE(found.starts_with("a.srj:1:") && found.ends_with("error: " + message)) << found;
  }
}

TEST(JsonReaderLimitTest, HoldsRowsBytesAndDepth) {
  const std::string two = with_bindings("{},{}");
  EXPECT_EQ(read(two, {.rows_max = 2}), "(?x) [-] [-]");
  EXPECT_EQ(error_of(two, {.rows_max = 1}), "a.srj:1:51: error: the results have more than 1 rows");
  EXPECT_EQ(read(two, {.bytes_max = two.size()}), "(?x) [-] [-]");
  EXPECT_EQ(error_of(two, {.bytes_max = two.size() - 1}),
            "a.srj:1:1: error: the results have more than 53 bytes");
  const std::string deep = R"({"a":)" + std::string(100000, '[');
  EXPECT_EQ(error_of(deep), "a.srj:1:69: error: objects and arrays nested more than 64 deep");
}

TEST(JsonReaderTest, ReadsWhatTheWriterWrites) {
  const std::vector<Row> rows = {
      {iri("http://e/s"), TermView::language_literal("line\nof \"text\" \x01 é", "fr")},
      {TermView::blank_node("b0"), integer("1")},
      {kUnbound, text("")},
  };
  const std::string written = write(Format::kJson, {"s", "o"}, rows);
  io::StringSource source(written);
  io::StringSink again;
  const auto writer = make_result_writer(Format::kJson, again);
  read_json(source, {}, *writer);
  writer->finish();
  EXPECT_EQ(again.text(), written);
}

/// A source that hands out one byte at a time, and a network that fails.
class Trickle final : public io::ByteSource {
 public:
  explicit Trickle(std::string_view text) : rest_(text) {}
  std::size_t read(std::span<char> buffer) override {
    if (rest_.empty()) {
      throw Error(ErrorCode::kIo, "the connection was lost");
    }
    buffer[0] = rest_.front();
    rest_.remove_prefix(1);
    return 1;
  }

 private:
  std::string_view rest_;
};

TEST(JsonReaderTest, AFailingSourceIsHeard) {
  Trickle source(R"({"head":{"vars":["x"]},"results":{"bindings":[{}, )");
  Record record;
  EXPECT_THROW(read_json(source, {}, record), Error);
  EXPECT_EQ(record.text, "(?x) [-]");
}

}  // namespace
}  // namespace whence::results
