// Joins that ask only whether there is a partner: every use over rows written as text, and hashing
// against the definitions of §18.3 and §18.5 on random rows with unbound cells.
#include <algorithm>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/exec/operator_rows.h"

namespace whence::exec {
namespace {

using plan::PartnerUse;
using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

class SemiJoinTest : public testing::Test {
 public:
  OperatorPtr rows(const RowTexts& texts, std::size_t columns) {
    return std::make_unique<WrittenRows>(texts, columns, context);
  }

  /// Of (a, b) with (a, c), which are always bound, on a.
  RowTexts hashed(PartnerUse use, const RowTexts& left, const RowTexts& right) {
    const plan::Plan plan = plan::hash_semi_join(use, columns_plan({"a", "b"}),
                                                 columns_plan({"a", "c"}), plan::Variable{"mark"});
    return texts(*make_hash_semi_join(std::get<plan::HashSemiJoin>(plan.node), rows(left, 2),
                                      rows(right, 2), context),
                 context);
  }
  RowTexts merged(PartnerUse use, const RowTexts& left, const RowTexts& right) {
    const plan::Plan plan = plan::merge_semi_join(
        use, columns_plan({"a", "b"}), columns_plan({"a", "c"}), {{"a"}}, plan::Variable{"mark"});
    return texts(*make_merge_semi_join(std::get<plan::MergeSemiJoin>(plan.node), rows(left, 2),
                                       rows(right, 2), context),
                 context);
  }
  /// Of two columns that may both be unbound.
  RowTexts compatible(PartnerUse use, const RowTexts& left, const RowTexts& right) {
    const plan::Plan plan =
        plan::hash_semi_join(use, columns_plan({"a", "b"}, true), columns_plan({"a", "b"}, true));
    return texts(*make_hash_semi_join(std::get<plan::HashSemiJoin>(plan.node), rows(left, 2),
                                      rows(right, 2), context),
                 context);
  }

  QueryContext context{std::make_shared<const store::Snapshot>(), QueryLimits{}};
};

TEST_F(SemiJoinTest, EveryUseByMergingAndByHashing) {
  const RowTexts left{"1 1", "2 2 x3", "2 3", "4 4", "7 5", "9 6"};
  const RowTexts right{"0 0", "2 1", "2 2", "3 3", "7 4 x5", "8 5"};
  const struct {
    PartnerUse use;
    RowTexts expected;
  } cases[] = {
      {PartnerUse::kSemi, {"2 2 x3", "2 3", "7 5"}},
      {PartnerUse::kAnti, {"1 1", "4 4", "9 6"}},
      {PartnerUse::kMark,
       {"1 1 false", "2 2 true x3", "2 3 true", "4 4 false", "7 5 true", "9 6 false"}},
  };
  for (const auto& [use, expected] : cases) {
    EXPECT_THAT(merged(use, left, right), ElementsAreArray(expected));
    EXPECT_THAT(hashed(use, left, right), ElementsAreArray(expected));
  }
}

TEST_F(SemiJoinTest, WithoutARowOnOneSide) {
  for (const auto join : {&SemiJoinTest::merged, &SemiJoinTest::hashed}) {
    EXPECT_THAT((this->*join)(PartnerUse::kSemi, {"1 1"}, {}), IsEmpty());
    EXPECT_THAT((this->*join)(PartnerUse::kAnti, {"1 1"}, {}), ElementsAre("1 1"));
    EXPECT_THAT((this->*join)(PartnerUse::kMark, {"1 1"}, {}), ElementsAre("1 1 false"));
    EXPECT_THAT((this->*join)(PartnerUse::kSemi, {}, {"1 1"}), IsEmpty());
    EXPECT_THAT((this->*join)(PartnerUse::kAnti, {}, {"1 1"}), IsEmpty());
  }
}

TEST_F(SemiJoinTest, WithoutSharedColumnsAnyRowIsAPartner) {
  const plan::Plan plan =
      plan::hash_semi_join(PartnerUse::kSemi, columns_plan({"a"}), columns_plan({"b"}));
  const auto& node = std::get<plan::HashSemiJoin>(plan.node);
  const auto run = [&](const RowTexts& right) {
    return texts(*make_hash_semi_join(node, rows({"1", "2 x2"}, 1), rows(right, 1), context),
                 context);
  };
  EXPECT_THAT(run({"7", "8", "9"}), ElementsAre("1", "2 x2"));
  EXPECT_THAT(run({}), IsEmpty());
}

TEST_F(SemiJoinTest, AnUnboundCellIsCompatibleWithEverything) {
  const RowTexts left{"1 1", "1 _", "_ 2", "_ _", "3 3"};
  EXPECT_THAT(compatible(PartnerUse::kSemi, left, {"1 _", "_ 2"}),
              ElementsAre("1 1", "1 _", "_ 2", "_ _"));
  EXPECT_THAT(compatible(PartnerUse::kAnti, left, {"1 _", "_ 2"}), ElementsAre("3 3"));
}

TEST_F(SemiJoinTest, MinusTakesNothingAwayByDisjointDomains) {
  const RowTexts left{"1 1", "1 _", "_ 2", "_ _", "3 3"};
  EXPECT_THAT(compatible(PartnerUse::kMinus, left, {"1 _", "_ _"}),
              ElementsAre("_ 2", "_ _", "3 3"));
}

/// A cell is "_" or one of few numbers.
RowTexts random_rows(std::mt19937& random, std::size_t count) {
  RowTexts rows;
  for (std::size_t i = 0; i < count; ++i) {
    std::string row;
    for (int column = 0; column < 2; ++column) {
      const auto value = random() % 6;
      row += (column == 0 ? "" : " ") + (value == 0 ? "_" : std::to_string(value));
    }
    rows.push_back(row);
  }
  return rows;
}

/// §18.3 of two rows of single characters; `shares`: some column is bound in both.
bool are_compatible(const std::string& a, const std::string& b, bool& shares) {
  shares = false;
  for (const std::size_t at : {0U, 2U}) {
    if (a[at] != '_' && b[at] != '_') {
      shares = true;
      if (a[at] != b[at]) {
        return false;
      }
    }
  }
  return true;
}

TEST_F(SemiJoinTest, HashingAgreesWithTheDefinition) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const RowTexts left = random_rows(random, random() % 12);
    const RowTexts right = random_rows(random, random() % 6);
    for (const PartnerUse use : {PartnerUse::kSemi, PartnerUse::kAnti, PartnerUse::kMinus}) {
      RowTexts expected;
      for (const std::string& row : left) {
        const bool has_partner = std::ranges::any_of(right, [&](const std::string& other) {
          bool shares = false;
          const bool fits = are_compatible(row, other, shares);
          return fits && (shares || use != PartnerUse::kMinus);
        });
        if (has_partner == (use == PartnerUse::kSemi)) {
          expected.push_back(row);
        }
      }
      EXPECT_THAT(compatible(use, left, right), ElementsAreArray(expected));
    }
  }
}

TEST_F(SemiJoinTest, MergingSkipsWhatCannotMatch) {
  RowTexts right;
  for (int i = 0; i < 9000; i += 2) {
    right.push_back(std::to_string(i) + " 0");
  }
  EXPECT_THAT(merged(PartnerUse::kSemi, {"1 0", "4000 0", "4001 0", "8998 0", "9500 0"}, right),
              ElementsAre("4000 0", "8998 0"));
  EXPECT_THAT(merged(PartnerUse::kAnti, {"1 0", "4000 0", "4001 0", "8998 0", "9500 0"}, right),
              ElementsAre("1 0", "4001 0", "9500 0"));
}

}  // namespace
}  // namespace whence::exec
