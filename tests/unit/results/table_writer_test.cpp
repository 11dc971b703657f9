#include "results/table_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/results/writing.h"

namespace whence::results {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = text.find('\n', start);
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

TEST(TableWriterTest, AlignsColumnsAndShortensIris) {
  const WriterOptions options{.prefixes = {{"e", "http://e/"}, {"ex", "http://e/x#"}}};
  EXPECT_EQ(
      write(Format::kTable, {"s", "count", "label"},
            {{iri("http://e/x#Paris"), integer("7"), TermView::language_literal("été", "fr")},
             {iri("http://e/a/b"), integer("1234567"), kUnbound},
             {TermView::blank_node("b0"), text("7"), TermView::literal("2015", rdf::xsd::kGYear)}},
            options),
      "┌────────────────┬─────────┬───────────────────┐\n"
      "│ s              │ count   │ label             │\n"
      "├────────────────┼─────────┼───────────────────┤\n"
      "│ ex:Paris       │       7 │ \"été\"@fr          │\n"
      "│ <http://e/a/b> │ 1234567 │                   │\n"
      "│ _:b0           │ \"7\"     │ \"2015\"^^xsd:gYear │\n"
      "└────────────────┴─────────┴───────────────────┘\n"
      "(3 rows)\n");
}

TEST(TableWriterTest, SaysHowManyRows) {
  EXPECT_EQ(write(Format::kTable, {"x"}, {}), "┌───┐\n│ x │\n├───┤\n└───┘\n(0 rows)\n");
  EXPECT_THAT(write_one(Format::kTable, integer("1")), EndsWith("(1 row)\n"));
  EXPECT_EQ(write(Format::kTable, {}, {{}, {}}), "(2 rows)\n");
}

TEST(TableWriterTest, WritesABoolean) {
  EXPECT_EQ(write_boolean(Format::kTable, true), "true\n");
  EXPECT_EQ(write_boolean(Format::kTable, false), "false\n");
}

TEST(TableWriterTest, WideCharactersTakeTwoColumnsAndCombiningOnesNone) {
  EXPECT_EQ(write(Format::kTable, {"x"}, {{text("漢字")}, {text("e\u0301")}, {text("\U0001F600")}}),
            "┌────────┐\n"
            "│ x      │\n"
            "├────────┤\n"
            "│ \"漢字\" │\n"
            "│ \"e\u0301\"    │\n"
            "│ \"\U0001F600\"   │\n"
            "└────────┘\n"
            "(3 rows)\n");
}

TEST(TableWriterTest, NothingOfTheDataReachesTheTerminalAsACommand) {
  const struct {
    std::string_view value;
    std::string_view written;
  } cases[] = {{"\x1B[31mred", "\"\\u001B[31mred\""},
               {"\u009B31m", "\"\\u009B31m\""},
               {"a\u202Eb", "\"a\\u202Eb\""},
               {"two\nlines\x7F", "\"two\\nlines\\u007F\""},
               {"\u2028", "\"\\u2028\""},
               {"\U000E0001", "\"\\U000E0001\""}};
  for (const auto& test : cases) {
    EXPECT_THAT(write_one(Format::kTable, text(test.value)), HasSubstr(test.written));
  }
}

TEST(TableWriterTest, FitsTheTerminal) {
  const WriterOptions options{.prefixes = {}, .width_max = 40};
  const std::string table = write(
      Format::kTable, {"a", "b", "c"},
      {{integer("1"), text(std::string(100, 'x')), text("漢漢漢漢漢漢漢漢漢漢漢漢漢")}}, options);
  EXPECT_EQ(table,
            "┌───┬─────────────────┬────────────────┐\n"
            "│ a │ b               │ c              │\n"
            "├───┼─────────────────┼────────────────┤\n"
            "│ 1 │ \"xxxxxxxxxxxxx… │ \"漢漢漢漢漢漢… │\n"
            "└───┴─────────────────┴────────────────┘\n"
            "(1 row)\n");
}

TEST(TableWriterTest, ATerminalTooNarrowForItsColumnsStillGetsThem) {
  const WriterOptions options{.prefixes = {}, .width_max = 5};
  EXPECT_THAT(
      write(Format::kTable, {"first", "second"}, {{text("abcdef"), text("abcdef")}}, options),
      HasSubstr("│ fir… │ sec… │\n├──────┼──────┤\n│ \"ab… │ \"ab… │\n"));
}

/// Beyond the window the widths are fixed. Where no terminal sets a limit nothing is cut.
TEST(TableWriterTest, StreamsBehindItsWindow) {
  std::vector<Row> rows(TableWriter::kWindowRows, {integer("1")});
  rows.push_back({integer("1234567")});
  rows.push_back({integer("2")});
  auto lines = lines_of(write(Format::kTable, {"number"}, rows));
  ASSERT_EQ(lines.size(), rows.size() + 5);
  EXPECT_EQ(lines[3], "│      1 │");
  EXPECT_EQ(lines[TableWriter::kWindowRows + 3], "│ 1234567 │");
  EXPECT_EQ(lines[TableWriter::kWindowRows + 4], "│      2 │");
  EXPECT_EQ(lines.back(), "(1002 rows)");

  lines = lines_of(write(Format::kTable, {"number"}, rows, {.prefixes = {}, .width_max = 80}));
  EXPECT_EQ(lines[TableWriter::kWindowRows + 3], "│ 12345… │");
}

TEST(TableWriterTest, ColoursAreBalancedAndOptional) {
  const std::string table =
      write(Format::kTable, {"x"}, {{iri("http://e/")}},
            {.prefixes = {{"e", "http://e/"}}, .width_max = 80, .colour = true});
  EXPECT_THAT(table, HasSubstr("\x1B[1mx\x1B[0m"));
  EXPECT_THAT(table, HasSubstr("\x1B[36me:\x1B[0m"));
  EXPECT_EQ(write_one(Format::kTable, iri("http://e/")).find('\x1B'), std::string::npos);
}

}  // namespace
}  // namespace whence::results
