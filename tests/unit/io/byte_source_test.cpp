#include "io/byte_source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"

namespace whence::io {
namespace {

using testing::HasSubstr;

/// A folder of its own for each test, gone with it.
class ByteSourceTest : public testing::Test {
 protected:
  ByteSourceTest() {
    std::string name = (std::filesystem::temp_directory_path() / "whence-io-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~ByteSourceTest() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::string write(const std::string& name, std::string_view content) const {
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
  }

 private:
  std::filesystem::path folder_;
};

std::string read_all(ByteSource& source, std::size_t step = 4096) {
  std::string text;
  std::string buffer(step, '\0');
  while (const std::size_t count = source.read(buffer)) {
    text.append(buffer, 0, count);
  }
  return text;
}

std::string read_file(const std::string& path) { return read_all(*open_source(path)); }

using Filter = int (*)(archive*);

std::string compressed(Filter filter, std::string_view content) {
  std::string bytes(content.size() * 2 + 4096, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  filter(writer);
  archive_write_set_format_raw(writer);
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(writer, entry);
  archive_write_data(writer, content.data(), content.size());
  archive_entry_free(entry);
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

/// Enough to need many blocks, and hard to guess.
std::string long_text() {
  std::string text;
  for (int i = 0; i < 100'000; ++i) {
    text += std::to_string(i * 7919) + "\n";
  }
  return text;
}

void expect_io_error(const std::function<void()>& work, const std::string& path,
                     const std::string& reason) {
  try {
    work();
    ADD_FAILURE() << "no error for " << path;
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kIo);
    EXPECT_THAT(error.what(), HasSubstr(path));
    EXPECT_THAT(error.what(), HasSubstr(reason));
  }
}

TEST_F(ByteSourceTest, StringIsReadInSteps) {
  StringSource source("abcdefg");
  EXPECT_EQ(read_all(source, 3), "abcdefg");
  StringSource empty("");
  EXPECT_EQ(read_all(empty), "");
}

TEST_F(ByteSourceTest, PlainFilesAreReadAsTheyAre) {
  for (const std::string& content : {std::string(), std::string("a"), std::string("a\0b\r\n", 5),
                                     std::string("BZ not packed"), long_text()}) {
    EXPECT_EQ(read_file(write("plain", content)), content);
  }
}

TEST_F(ByteSourceTest, CompressionIsKnownByContentNotByName) {
  const std::string text = long_text();
  for (const Filter filter : {archive_write_add_filter_gzip, archive_write_add_filter_bzip2,
                              archive_write_add_filter_xz, archive_write_add_filter_zstd}) {
    const std::string packed = compressed(filter, text);
    ASSERT_LT(packed.size(), text.size());
    EXPECT_TRUE(read_file(write("no-suffix", packed)) == text);
    EXPECT_EQ(read_file(write("empty", compressed(filter, ""))), "");
  }
  EXPECT_EQ(read_file(write("named.gz", "plain")), "plain");
}

TEST_F(ByteSourceTest, MembersOfAGzipFileFollowEachOther) {
  const std::string packed = compressed(archive_write_add_filter_gzip, "one\n") +
                             compressed(archive_write_add_filter_gzip, "two\n");
  EXPECT_EQ(read_file(write("two.gz", packed)), "one\ntwo\n");
}

TEST_F(ByteSourceTest, WhatIsMissingIsSaid) {
  expect_io_error([&] { (void)open_source(path("absent.nt")); }, path("absent.nt"), "No such file");
}

TEST_F(ByteSourceTest, AFolderIsNoFile) {
  expect_io_error([&] { (void)open_source(path("")); }, path(""), "folder");
}

TEST_F(ByteSourceTest, DamageIsSaid) {
  const std::string packed = compressed(archive_write_add_filter_gzip, long_text());
  const std::string cut = write("cut.gz", packed.substr(0, packed.size() / 2));
  expect_io_error([&] { read_file(cut); }, cut, "damaged");

  std::string changed = compressed(archive_write_add_filter_zstd, long_text());
  for (std::size_t i = changed.size() / 2; i < changed.size() / 2 + 64; ++i) {
    changed[i] = static_cast<char>(~changed[i]);
  }
  const std::string wrong = write("wrong.zst", changed);
  expect_io_error([&] { read_file(wrong); }, wrong, "damaged");

  const std::string front = write("front.gz", "\x1F\x8B is all there is");
  expect_io_error([&] { read_file(front); }, front, "damaged");
}

TEST_F(ByteSourceTest, StandardInputIsADash) {
  const std::string packed =
      write("input", compressed(archive_write_add_filter_gzip, "from a pipe"));
  const int kept = ::dup(STDIN_FILENO);
  ASSERT_NE(std::freopen(packed.c_str(), "rb", stdin), nullptr);
  EXPECT_EQ(read_file("-"), "from a pipe");
  ::dup2(kept, STDIN_FILENO);
  ::close(kept);
}

}  // namespace
}  // namespace whence::io
