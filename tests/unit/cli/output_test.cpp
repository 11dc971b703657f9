#include "cli/output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/cli/temporary_folder.h"

namespace whence::cli {
namespace {

namespace fs = std::filesystem;

TEST(OutputTest, AFileAppearsWhenItIsComplete) {
  const TemporaryFolder folder;
  const std::string path = folder / "out.nt";
  const auto output = open_output(path);
  output->write("one ");
  output->write("two");
  EXPECT_FALSE(fs::exists(path));
  output->commit();
  EXPECT_EQ(content_of(path), "one two");
  EXPECT_EQ(folder.entry_count(), 1U);
}

TEST(OutputTest, WithoutCommitTheOldFileStays) {
  const TemporaryFolder folder;
  const std::string path = folder.file("out.nt", "old");
  {
    const auto output = open_output(path);
    output->write("new");
  }
  EXPECT_EQ(content_of(path), "old");
  EXPECT_EQ(folder.entry_count(), 1U);
}

TEST(OutputTest, DiscardedItStaysAwayWhateverFollows) {
  const TemporaryFolder folder;
  const auto output = open_output(folder / "out.nt");
  output->write("new");
  output->discard();
  EXPECT_EQ(folder.entry_count(), 0U);
  output->write("more");
  output->commit();
  EXPECT_EQ(folder.entry_count(), 0U);
}

TEST(OutputTest, KeepsTheModeOfTheFileThatItReplaces) {
  const TemporaryFolder folder;
  const std::string path = folder.file("out.nt", "old");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  const auto output = open_output(path);
  output->commit();
  EXPECT_EQ(fs::status(path).permissions(),
            fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  EXPECT_EQ(content_of(path), "");
}

TEST(OutputTest, ReplacesWhatALinkNamesAndKeepsTheLink) {
  const TemporaryFolder folder;
  const std::string target = folder.file("target.nt", "old");
  fs::create_symlink("target.nt", folder.path() / "link.nt");
  const auto output = open_output(folder / "link.nt");
  output->write("new");
  output->commit();
  EXPECT_TRUE(fs::is_symlink(folder / "link.nt"));
  EXPECT_EQ(content_of(target), "new");
}

TEST(OutputTest, ADeviceIsWrittenToAndNotReplaced) {
  const auto output = open_output("/dev/null");
  output->write("gone");
  output->commit();
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(OutputTest, AFullDiskIsAnErrorThatNamesThePath) {
  const auto output = open_output("/dev/full");
  try {
    output->write("x");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kIo);
    EXPECT_STREQ(error.what(), "cannot write '/dev/full': No space left on device");
  }
}

TEST(OutputTest, AFolderThatIsNotThereIsAnError) {
  const TemporaryFolder folder;
  try {
    (void)open_output(folder / "none/out.nt");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kIo);
    EXPECT_THAT(error.what(), testing::EndsWith("none/out.nt': No such file or directory"));
  }
  EXPECT_THROW((void)open_output(folder.path().native()), Error) << "a folder is no file";
}

}  // namespace
}  // namespace whence::cli
