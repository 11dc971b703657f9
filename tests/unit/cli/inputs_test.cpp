#include "cli/inputs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/cli/temporary_folder.h"

namespace whence::cli {
namespace {

TEST(InputsTest, TheNamedSyntaxIsForFilesNotForFolders) {
  const TemporaryFolder folder;
  const std::string inside = folder.file("a.nt", "");
  const auto files =
      find_inputs({.paths = {"b.data", folder.path().native(), "-"}, .syntax_name = "trig"});
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files[0].syntax, io::Syntax::kTriG);
  EXPECT_EQ(files[1].path, inside);
  EXPECT_EQ(files[1].syntax, std::nullopt);
  EXPECT_EQ(files[2].path, "-");
  EXPECT_EQ(files[2].syntax, io::Syntax::kTriG);
}

TEST(InputsTest, TheBaseIsForAll) {
  const auto files = find_inputs({.paths = {"a.ttl", "b.ttl"}, .base_iri = "http://e/"});
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].base_iri, "http://e/");
  EXPECT_EQ(files[1].base_iri, "http://e/");
}

TEST(InputsTest, WhatCannotBeReadIsWrongUsage) {
  const InputOptions cases[] = {{.paths = {"-"}},
                                {.paths = {"-", "-"}, .syntax_name = "nt"},
                                {.paths = {"a"}, .syntax_name = "rtf"}};
  for (const InputOptions& options : cases) {
    try {
      (void)find_inputs(options);
      ADD_FAILURE() << "no error";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kUsage);
    }
  }
}

TEST(InputsTest, AReportReadsAsASentence) {
  using std::chrono::milliseconds;
  EXPECT_EQ(to_string(LoadReport{5, 0, 1234, milliseconds(140)}),
            "1234 quads from 5 files in 0.1 s");
  EXPECT_EQ(to_string(LoadReport{1, 0, 1, milliseconds(7)}), "1 quad from 1 file in 0.007 s");
}

}  // namespace
}  // namespace whence::cli
