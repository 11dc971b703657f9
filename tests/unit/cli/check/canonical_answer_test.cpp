#include "cli/check/canonical_answer.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace whence::cli {
namespace {

using rdf::Term;

/// A row of blank nodes "_:x" and of literals; "-" is unbound.
AnswerRow row(const std::vector<std::string>& cells) {
  AnswerRow row;
  for (const std::string& cell : cells) {
    if (cell == "-") {
      row.emplace_back();
    } else {
      row.emplace_back(cell.starts_with("_:") ? Term::blank_node(cell.substr(2))
                                              : Term::literal(cell));
    }
  }
  return row;
}

using Rows = std::vector<std::vector<std::string>>;

Answer answer(const Rows& rows, bool is_graph = false) {
  Answer answer{.boolean = {}, .is_graph = is_graph, .variables = {}, .rows = {}};
  for (const auto& cells : rows) {
    answer.rows.push_back(row(cells));
  }
  return answer;
}

bool are_same_in_any_order(const Rows& left, const Rows& right, bool are_graphs = false) {
  auto a = canonical_rows(answer(left, are_graphs), false);
  auto b = canonical_rows(answer(right, are_graphs), false);
  std::ranges::sort(a);
  std::ranges::sort(b);
  return a == b;
}

bool are_same_in_order(const Rows& left, const Rows& right) {
  return canonical_rows(answer(left), true) == canonical_rows(answer(right), true);
}

TEST(CanonicalAnswerTest, WithoutBlankNodesNothingChanges) {
  const Answer plain = answer({{"a", "-"}, {"a", "-"}, {"b", "c"}});
  EXPECT_EQ(canonical_rows(plain, false), plain.rows);
  EXPECT_EQ(canonical_rows(plain, true), plain.rows);
}

TEST(CanonicalAnswerTest, NamesOfBlankNodesDoNotCount) {
  EXPECT_TRUE(are_same_in_any_order({{"_:a", "1"}, {"_:b", "2"}}, {{"_:b", "1"}, {"_:a", "2"}}));
  EXPECT_TRUE(are_same_in_any_order({{"_:a", "1"}, {"_:b", "2"}}, {{"_:x", "2"}, {"_:y", "1"}}));
  EXPECT_FALSE(are_same_in_any_order({{"_:a", "1"}, {"_:a", "2"}}, {{"_:x", "2"}, {"_:y", "1"}}));
}

TEST(CanonicalAnswerTest, WhatTheRowsSayTogetherCounts) {
  // A chain of two against two loops.
  EXPECT_FALSE(
      are_same_in_any_order({{"_:a", "_:b"}, {"_:b", "_:a"}}, {{"_:a", "_:a"}, {"_:b", "_:b"}}));
  EXPECT_TRUE(
      are_same_in_any_order({{"_:a", "_:b"}, {"_:b", "_:c"}}, {{"_:c", "_:a"}, {"_:b", "_:c"}}));
}

TEST(CanonicalAnswerTest, HowOftenARowComesCounts) {
  EXPECT_TRUE(are_same_in_any_order({{"_:a"}, {"_:a"}, {"_:b"}}, {{"_:b"}, {"_:a"}, {"_:b"}}));
  EXPECT_FALSE(are_same_in_any_order({{"_:a"}, {"_:a"}, {"_:b"}}, {{"_:a"}, {"_:b"}, {"_:c"}}));
}

TEST(CanonicalAnswerTest, ManyRowsThatLookAlikeAreNoTrouble) {
  Rows left;
  Rows right;
  for (int i = 0; i < 200; ++i) {
    left.push_back({"_:a" + std::to_string(i), "same"});
    right.push_back({"_:b" + std::to_string(1000 - i), "same"});
  }
  EXPECT_TRUE(are_same_in_any_order(left, right));
}

TEST(CanonicalAnswerTest, TheOrderCountsWhereItIsAskedFor) {
  EXPECT_TRUE(are_same_in_order({{"_:a"}, {"_:b"}, {"_:a"}}, {{"_:x"}, {"_:y"}, {"_:x"}}));
  EXPECT_FALSE(are_same_in_order({{"_:a"}, {"_:b"}, {"_:a"}}, {{"_:x"}, {"_:x"}, {"_:y"}}));
}

TEST(CanonicalAnswerTest, GraphsAreComparedAsGraphs) {
  EXPECT_TRUE(are_same_in_any_order({{"_:a", "p", "_:b"}, {"_:b", "p", "1"}},
                                    {{"_:b", "p", "_:a"}, {"_:a", "p", "1"}}, true));
  EXPECT_FALSE(are_same_in_any_order({{"_:a", "p", "_:b"}, {"_:b", "p", "1"}},
                                     {{"_:b", "p", "_:a"}, {"_:b", "p", "1"}}, true));
}

}  // namespace
}  // namespace whence::cli
