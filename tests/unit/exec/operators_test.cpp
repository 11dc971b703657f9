// Each operator over rows written as text, with multiplicities and unbound cells.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/exec/operator_rows.h"

namespace whence::exec {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

class OperatorsTest : public testing::Test {
 protected:
  OperatorPtr rows(const RowTexts& texts, std::size_t columns) {
    return std::make_unique<WrittenRows>(texts, columns, context_);
  }
  RowTexts run(OperatorPtr op) { return texts(*op, context_); }

  template <typename Node>
  static const Node& node(const plan::Plan& plan) {
    return std::get<Node>(plan.node);
  }

  QueryContext context_{std::make_shared<const store::Snapshot>(), QueryLimits{}};
};

TEST_F(OperatorsTest, FilterKeepsMultiplicities) {
  const plan::Plan plan =
      plan::filter({call("<", {variable("a"), variable("b")})}, columns_plan({"a", "b"}));
  EXPECT_THAT(run(make_filter(node<plan::Filter>(plan),
                              rows({"1 2 x3", "2 1", "3 _", "1 1", "0 9"}, 2), context_)),
              ElementsAre("1 2 x3", "0 9"));
}

TEST_F(OperatorsTest, ExtendLeavesAnErrorUnbound) {
  const plan::Plan plan =
      plan::extend(columns_plan({"a", "b"}), {"c"}, call("+", {variable("a"), variable("b")}));
  EXPECT_THAT(run(make_extend(node<plan::Extend>(plan), rows({"1 2 x3", "3 _"}, 2), context_)),
              ElementsAre("1 2 3 x3", "3 _ _"));
}

TEST_F(OperatorsTest, AFreshValueIsMadeForEachSolution) {
  const plan::Plan plan = plan::extend(columns_plan({"a"}), {"b"}, call("bnode", {}));
  const RowTexts found = run(make_extend(node<plan::Extend>(plan), rows({"1 x3"}, 1), context_));
  ASSERT_EQ(found.size(), 3U);
  EXPECT_NE(found[0], found[1]);
  EXPECT_NE(found[1], found[2]);
}

TEST_F(OperatorsTest, OrderByIsStableAndPutsUnboundFirst) {
  const plan::Plan plan = plan::order_by({{variable("a"), false}}, columns_plan({"a", "b"}));
  EXPECT_THAT(run(make_order_by(node<plan::OrderBy>(plan),
                                rows({"2 1", "10 2", "_ 3", "2 4 x2", "1 5"}, 2), context_)),
              ElementsAre("_ 3", "1 5", "2 1", "2 4 x2", "10 2"));
}

TEST_F(OperatorsTest, DescendingOrderIsStableToo) {
  const plan::Plan plan =
      plan::order_by({{variable("a"), true}, {variable("b"), false}}, columns_plan({"a", "b"}));
  EXPECT_THAT(run(make_order_by(node<plan::OrderBy>(plan), rows({"1 2", "2 3", "_ 1", "2 1"}, 2),
                                context_)),
              ElementsAre("2 1", "2 3", "1 2", "_ 1"));
}

TEST_F(OperatorsTest, DistinctGivesEachRowOnce) {
  const plan::Plan plan = plan::distinct(columns_plan({"a", "b"}));
  EXPECT_THAT(run(make_distinct(node<plan::Distinct>(plan),
                                rows({"1 _ x4", "1 2", "1 _", "2 2", "1 2"}, 2), context_)),
              ElementsAre("1 _", "1 2", "2 2"));
}

TEST_F(OperatorsTest, SliceCutsWithinAMultiplicity) {
  const plan::Plan plan = plan::slice(2, 4, columns_plan({"a"}), nullptr);
  EXPECT_THAT(run(make_slice(node<plan::Slice>(plan), rows({"1 x3", "2", "3 x5", "4"}, 1))),
              ElementsAre("1", "2", "3 x2"));
}

TEST_F(OperatorsTest, SliceOfEachGraph) {
  const plan::Variable graph{"g"};
  const plan::Plan plan = plan::slice(1, 1, columns_plan({"g", "a"}), &graph);
  EXPECT_THAT(run(make_slice(node<plan::Slice>(plan),
                             rows({"1 10", "2 20", "1 11", "1 12", "2 21 x2", "3 30"}, 2))),
              ElementsAre("1 11", "2 21"));
}

TEST_F(OperatorsTest, SortByIdOrdersIntegersAsNumbers) {
  const plan::Plan plan = plan::sort_by_id({{"b"}, {"a"}}, columns_plan({"a", "b"}));
  EXPECT_THAT(run(make_sort_by_id(node<plan::SortById>(plan),
                                  rows({"1 10", "2 9", "1 9 x2", "3 -1"}, 2), context_)),
              ElementsAre("3 -1", "1 9 x2", "2 9", "1 10"));
}

TEST_F(OperatorsTest, MergeJoinMultipliesMultiplicities) {
  const plan::Plan inner = plan::merge_join(plan::JoinKind::kInner, columns_plan({"a", "b"}),
                                            columns_plan({"a", "c"}), {{"a"}}, 1);
  EXPECT_THAT(run(make_merge_join(node<plan::MergeJoin>(inner),
                                  rows({"1 1", "2 2 x2", "2 3", "4 4", "5 5"}, 2),
                                  rows({"0 7", "2 8 x3", "2 9", "3 9", "5 6"}, 2), context_)),
              UnorderedElementsAre("2 2 8 x6", "2 2 9 x2", "2 3 8 x3", "2 3 9", "5 5 6"));
  const plan::Plan left = plan::merge_join(plan::JoinKind::kLeft, columns_plan({"a", "b"}),
                                           columns_plan({"a", "c"}), {{"a"}}, 1);
  EXPECT_THAT(run(make_merge_join(node<plan::MergeJoin>(left), rows({"1 1 x2", "2 2", "6 6"}, 2),
                                  rows({"2 8", "3 9"}, 2), context_)),
              ElementsAre("1 1 _ x2", "2 2 8", "6 6 _"));
}

TEST_F(OperatorsTest, HashJoinTakesTheBoundOneOfCompatibleCells) {
  const plan::Plan plan = plan::hash_join(plan::JoinKind::kInner, columns_plan({"a", "b"}, true),
                                          columns_plan({"b", "c"}, true), std::nullopt, 1);
  EXPECT_THAT(run(make_hash_join(node<plan::HashJoin>(plan), rows({"1 2 x2", "1 _", "1 3"}, 2),
                                 rows({"2 7", "_ 8 x3"}, 2), context_)),
              UnorderedElementsAre("1 2 7 x2", "1 2 8 x6", "1 2 7", "1 _ 8 x3", "1 3 8 x3"));
}

TEST_F(OperatorsTest, TheConditionOfALeftJoinSeesBothSides) {
  const plan::Plan plan =
      plan::hash_join(plan::JoinKind::kLeft, columns_plan({"a", "b"}), columns_plan({"a", "c"}),
                      call("<", {variable("b"), variable("c")}), 1);
  EXPECT_THAT(run(make_hash_join(node<plan::HashJoin>(plan), rows({"1 5 x2", "1 9", "2 0"}, 2),
                                 rows({"1 6", "1 7"}, 2), context_)),
              ElementsAre("1 5 6 x2", "1 5 7 x2", "1 9 _", "2 0 _"));
}

TEST_F(OperatorsTest, HashJoinWithoutSharedColumnsIsAProduct) {
  const plan::Plan plan = plan::hash_join(plan::JoinKind::kInner, columns_plan({"a"}),
                                          columns_plan({"b"}), std::nullopt, 1);
  EXPECT_THAT(run(make_hash_join(node<plan::HashJoin>(plan), rows({"1", "2 x2"}, 1),
                                 rows({"3 x2", "4"}, 1), context_)),
              ElementsAre("1 3 x2", "1 4", "2 3 x4", "2 4 x2"));
}

TEST(QueryLimitsTest, AnOperatorThatHoldsRowsKeepsToTheMemoryOfItsQuery) {
  QueryLimits limits;
  limits.memory_max = 20000;
  QueryContext context(std::make_shared<const store::Snapshot>(), limits);
  const plan::Plan plan = plan::order_by({{variable("a"), false}}, columns_plan({"a"}));
  const auto sort =
      make_order_by(std::get<plan::OrderBy>(plan.node),
                    std::make_unique<WrittenRows>(RowTexts(1000, "1"), 1, context), context);
  Batch batch;
  try {
    sort->next(batch);
    FAIL() << "sorted a thousand rows in 20000 bytes";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kMemoryLimit);
  }
}

TEST(QueryLimitsTest, ACancelledQueryEnds) {
  std::stop_source stop;
  QueryLimits limits;
  limits.stop = stop.get_token();
  QueryContext context(std::make_shared<const store::Snapshot>(), limits);
  const plan::Plan plan = plan::distinct(columns_plan({"a"}));
  const auto distinct =
      make_distinct(std::get<plan::Distinct>(plan.node),
                    std::make_unique<WrittenRows>(RowTexts{"1", "2", "3"}, 1, context), context);
  Batch batch;
  EXPECT_TRUE(distinct->next(batch));
  stop.request_stop();
  EXPECT_THROW(distinct->next(batch), Error);
}

}  // namespace
}  // namespace whence::exec
