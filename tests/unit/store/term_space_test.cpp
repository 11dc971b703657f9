// Numbered texts: a table, and segments that follow one another.
#include "store/term_space.h"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "store/term_table.h"

namespace whence::store {
namespace {

constexpr std::uint64_t kSeed = 7;

TEST(TermTable, NumbersTextsInTheOrderTheyCome) {
  TermTable table;
  EXPECT_EQ(table.find("a", hash_of("a", kSeed)), std::nullopt);
  for (const auto& [text, number] : {std::pair{"a", 0U}, {"", 1U}, {"a longer text", 2U}}) {
    const auto inserted = table.insert(text, hash_of(text, kSeed), kSeed);
    EXPECT_EQ(inserted.number, number);
    EXPECT_TRUE(inserted.is_new);
  }
  EXPECT_EQ(table.size(), 3);
  EXPECT_EQ(table.at(0), "a");
  EXPECT_EQ(table.at(1), "");
  EXPECT_EQ(table.at(2), "a longer text");
}

TEST(TermTable, KeepsOneNumberForOneText) {
  TermTable table;
  const std::uint64_t first = table.insert("a", hash_of("a", kSeed), kSeed).number;
  const auto again = table.insert("a", hash_of("a", kSeed), kSeed);
  EXPECT_EQ(again.number, first);
  EXPECT_FALSE(again.is_new);
  EXPECT_EQ(table.size(), 1);
}

TEST(TermTable, TellsTextsOfOneHashApart) {
  TermTable table;
  for (int i = 0; i < 100; ++i) {
    table.insert(std::to_string(i), 42, kSeed);  // Grows meanwhile: rehashes by the real hash.
  }
  TermTable all_equal;
  EXPECT_EQ(all_equal.insert("a", 42, kSeed).number, 0);
  EXPECT_EQ(all_equal.insert("b", 42, kSeed).number, 1);
  EXPECT_EQ(all_equal.find("a", 42), 0);
  EXPECT_EQ(all_equal.find("b", 42), 1);
  EXPECT_EQ(all_equal.find("c", 42), std::nullopt);
}

TEST(TermTable, FindsEveryTextAfterGrowing) {
  TermTable table;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = "text " + std::to_string(i);
    table.insert(text, hash_of(text, kSeed), kSeed);
  }
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = "text " + std::to_string(i);
    ASSERT_EQ(table.find(text, hash_of(text, kSeed)), i);
    ASSERT_EQ(table.at(static_cast<std::uint64_t>(i)), text);
  }
  EXPECT_EQ(table.find("text 20000", hash_of("text 20000", kSeed)), std::nullopt);
}

/// A segment that follows `space`, in `table_count` tables.
std::shared_ptr<const TermSegment> segment_after(const TermSpace& space,
                                                 const std::vector<std::string>& texts,
                                                 std::size_t table_count) {
  std::vector<TermTable> tables(table_count);
  for (const std::string& text : texts) {
    const std::uint64_t hash = hash_of(text, kSeed);
    tables[TermSegment::table_of(hash, table_count)].insert(text, hash, kSeed);
  }
  return std::make_shared<const TermSegment>(space.size(), std::move(tables));
}

TEST(TermSpace, NumbersStayAsSegmentsComeAndMerge) {
  std::vector<TermSpace> history(1);
  for (int load = 0; load < 60; ++load) {
    std::vector<std::string> texts;
    for (int i = 0; i <= load % 7 * 10; ++i) {
      texts.push_back("load " + std::to_string(load) + " text " + std::to_string(i));
    }
    const TermSpace last = history.back();
    history.push_back(last.with(segment_after(last, texts, load % 3 == 0 ? 8 : 1), kSeed));
    ASSERT_EQ(history.back().size(), last.size() + texts.size());
  }
  const TermSpace& newest = history.back();
  for (const TermSpace& space : history) {
    for (std::uint64_t number = 0; number < space.size(); ++number) {
      const std::string text(space.at(number));
      ASSERT_EQ(text, newest.at(number));
      ASSERT_EQ(space.find(text, hash_of(text, kSeed)), number);
    }
  }
  const std::string late = "load 59 text 0";
  EXPECT_TRUE(newest.find(late, hash_of(late, kSeed)));
  EXPECT_EQ(history[59].find(late, hash_of(late, kSeed)), std::nullopt);
}

TEST(TermSpace, SharesALargeSegmentWithTheNextSpace) {
  std::vector<std::string> many;
  for (int i = 0; i < 1000; ++i) {
    many.push_back(std::to_string(i));
  }
  const TermSpace empty;
  const TermSpace large = empty.with(segment_after(empty, many, 1), kSeed);
  const TermSpace next = large.with(segment_after(large, {"one more"}, 1), kSeed);
  EXPECT_EQ(next.at(5).data(), large.at(5).data());
}

}  // namespace
}  // namespace whence::store
