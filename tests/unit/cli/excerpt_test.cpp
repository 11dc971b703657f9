#include "cli/excerpt.h"

#include <gtest/gtest.h>

#include "unit/cli/temporary_folder.h"

namespace whence::cli {
namespace {

TEST(ExcerptTest, FindsTheLine) {
  const struct {
    const char* text = "";
    std::size_t number = 0;
    std::optional<std::string> line;
  } cases[] = {{"one\ntwo\r\nthree", 1, "one"},   {"one\ntwo\r\nthree", 2, "two"},
               {"one\ntwo\r\nthree", 3, "three"}, {"one\n", 2, ""},
               {"one\n", 3, std::nullopt},        {"", 1, ""}};
  for (const auto& test : cases) {
    EXPECT_EQ(line_of(test.text, test.number), test.line) << test.text << test.number;
  }
}

TEST(ExcerptTest, FindsTheLineOfAFile) {
  const TemporaryFolder folder;
  const std::string large(200'000, '\n');
  const std::string path = folder.file("a.ttl", large + "the line\n" + large);
  EXPECT_EQ(line_of_file(path, 200'001), "the line");
  EXPECT_EQ(line_of_file(path, 400'010), std::nullopt);
  EXPECT_EQ(line_of_file(folder / "none", 1), std::nullopt);
  EXPECT_EQ(line_of_file("-", 1), std::nullopt);
}

TEST(ExcerptTest, PutsTheCaretUnderTheCharacter) {
  const struct {
    std::string line;
    std::size_t column;
    std::string shown;
  } cases[] = {{"SELECT * { ?s FILTR ?o }", 15, "  SELECT * { ?s FILTR ?o }\n                ^\n"},
               {"x", 1, "  x\n  ^\n"},
               {"x", 9, "  x\n   ^\n"},
               {"", 1, "  \n  ^\n"},
               {"\ta\tb", 4, "   a b\n     ^\n"},
               {"\"漢é\" x", 6, "  \"漢é\" x\n        ^\n"},
               {"a\x1B[31mb", 7, "  a\\u001B[31mb\n             ^\n"}};
  for (const auto& test : cases) {
    EXPECT_EQ(excerpt(test.line, test.column), test.shown);
  }
}

TEST(ExcerptTest, CutsALongLineAroundThePlace) {
  const std::string line = std::string(500, 'a') + "X" + std::string(500, 'b');
  EXPECT_EQ(excerpt(line, 501), "  …" + std::string(60, 'a') + "X" + std::string(59, 'b') + "…\n" +
                                    std::string(63, ' ') + "^\n");
}

}  // namespace
}  // namespace whence::cli
