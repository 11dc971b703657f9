#include "results/csv_writer.h"

#include <gtest/gtest.h>

#include "unit/results/writing.h"

namespace whence::results {
namespace {

TEST(CsvWriterTest, WritesValuesWithoutTheirTypes) {
  EXPECT_EQ(write(Format::kCsv, {"x", "literal"},
                  {{iri("http://e/x"), text("String")},
                   {TermView::blank_node("b0"), TermView::language_literal("Paris", "fr")},
                   {iri("http://e/y"), integer("007")},
                   {kUnbound, text("")},
                   {kUnbound, kUnbound}}),
            "x,literal\r\n"
            "http://e/x,String\r\n"
            "_:b0,Paris\r\n"
            "http://e/y,007\r\n"
            ",\r\n"
            ",\r\n");
}

TEST(CsvWriterTest, QuotesWhereItMust) {
  const struct {
    std::string_view value;
    std::string_view written;
  } cases[] = {{"plain 'text'; a\tb", "plain 'text'; a\tb"},
               {"a,b", "\"a,b\""},
               {"\"", "\"\"\"\""},
               {"say \"a\"", "\"say \"\"a\"\"\""},
               {"two\nlines", "\"two\nlines\""},
               {"a\rb", "\"a\rb\""}};
  for (const auto& test : cases) {
    EXPECT_EQ(write_one(Format::kCsv, text(test.value)),
              "x\r\n" + std::string(test.written) + "\r\n");
  }
  EXPECT_EQ(write_one(Format::kCsv, iri("http://e/a,b")), "x\r\n\"http://e/a,b\"\r\n");
}

TEST(CsvWriterTest, WritesABooleanAndNoColumns) {
  EXPECT_EQ(write_boolean(Format::kCsv, true), "true\r\n");
  EXPECT_EQ(write_boolean(Format::kCsv, false), "false\r\n");
  EXPECT_EQ(write(Format::kCsv, {}, {{}}), "\r\n\r\n");
}

}  // namespace
}  // namespace whence::results
