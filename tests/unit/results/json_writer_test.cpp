#include "results/json_writer.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "unit/results/writing.h"

namespace whence::results {
namespace {

TEST(JsonWriterTest, WritesASolutionALine) {
  EXPECT_EQ(write(Format::kJson, {"s", "o"},
                  {{iri("http://e/s"), TermView::language_literal("Paris", "fr")},
                   {TermView::blank_node("b0"), integer("1")},
                   {kUnbound, text("one")},
                   {kUnbound, kUnbound}}),
            R"({"head":{"vars":["s","o"]},"results":{"bindings":[
{"s":{"type":"uri","value":"http://e/s"},)"
            R"("o":{"type":"literal","xml:lang":"fr","value":"Paris"}},
{"s":{"type":"bnode","value":"b0"},"o":{"type":"literal",)"
            R"("datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"1"}},
{"o":{"type":"literal","value":"one"}},
{}]}}
)");
}

TEST(JsonWriterTest, WritesNoSolutionsAndNoColumns) {
  EXPECT_EQ(write(Format::kJson, {"s"}, {}),
            "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[]}}\n");
  EXPECT_EQ(write(Format::kJson, {}, {{}, {}}),
            "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[\n{},\n{}]}}\n");
}

TEST(JsonWriterTest, WritesABoolean) {
  EXPECT_EQ(write_boolean(Format::kJson, true), "{\"head\":{},\"boolean\":true}\n");
  EXPECT_EQ(write_boolean(Format::kJson, false), "{\"head\":{},\"boolean\":false}\n");
}

TEST(JsonWriterTest, EscapesWhatJsonCannotHave) {
  const struct {
    std::string_view value;
    std::string_view written;
  } cases[] = {{"", R"("")"},
               {"\"a\\b\"", R"("\"a\\b\"")"},
               {"tab\tline\nreturn\r", R"("tab\tline\nreturn\r")"},
               {{"\0\x01\x1F\x7F", 4}, "\"\\u0000\\u0001\\u001F\x7F\""},
               {"é 漢 \U0001F600 </script>", "\"é 漢 \U0001F600 </script>\""}};
  for (const auto& test : cases) {
    EXPECT_NE(write_one(Format::kJson, text(test.value)).find(test.written), std::string::npos)
        << write_one(Format::kJson, text(test.value));
  }
}

/// Every length around a chunk's, so that a string is cut nowhere.
TEST(JsonWriterTest, ReadsBackWhateverTheLength) {
  std::vector<std::string> values;
  std::vector<Row> rows;
  for (std::size_t size = 0; size < 70'000; size = size * 2 + 1) {
    values.push_back(std::string(size, 'x') + "\"\n" + std::string(size, 'y'));
  }
  for (const std::string& value : values) {
    rows.push_back({text(value)});
  }
  rapidjson::Document document;
  document.Parse(write(Format::kJson, {"x"}, rows));
  ASSERT_FALSE(document.HasParseError());
  const auto& bindings = document["results"]["bindings"];
  ASSERT_EQ(bindings.Size(), values.size());
  for (rapidjson::SizeType i = 0; i < bindings.Size(); ++i) {
    EXPECT_EQ(bindings[i]["x"]["value"].GetString(), values[i]);
  }
}

}  // namespace
}  // namespace whence::results
