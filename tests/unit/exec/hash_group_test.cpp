// Groups and set functions: errors, multiplicities, DISTINCT, and the group of no rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/exec/operator_rows.h"

namespace whence::exec {
namespace {

struct AggregateCase {
  const char* name;
  const char* function;
  bool distinct;
  RowTexts rows;  ///< Of the one column ?a.
  const char* expected;
};

void PrintTo(const AggregateCase& sample, std::ostream* out) { *out << sample.name; }

class AggregateTest : public testing::TestWithParam<AggregateCase> {};

TEST_P(AggregateTest, OfOneGroup) {
  QueryContext context(std::make_shared<const store::Snapshot>(), QueryLimits{});
  const AggregateCase& sample = GetParam();
  sparql::Aggregate aggregate;
  const std::string function = sample.function;
  aggregate.name = function == "count*" ? "count" : function;
  aggregate.distinct = sample.distinct;
  aggregate.separator = ",";
  if (function != "count*") {
    aggregate.argument = variable("a");
  }
  const sparql::Group group{.keys = {},
                            .aggregates = {{sparql::Variable{"n"}, aggregate}},
                            .child = sparql::Algebra{sparql::Bgp{}}};
  const plan::Plan plan = plan::group(columns_plan({"a"}), group, nullptr);
  const auto op = make_hash_group(std::get<plan::HashGroup>(plan.node),
                                  std::make_unique<WrittenRows>(sample.rows, 1, context), context);
  EXPECT_THAT(texts(*op, context), testing::ElementsAre(sample.expected));
}

const AggregateCase kCases[] = {
    {"CountOfNothing", "count", false, {}, "0"},
    {"CountLeavesOutErrors", "count", false, {"1", "_", "1 x3"}, "4"},
    {"CountDistinct", "count", true, {"1", "_", "2", "1 x3"}, "2"},
    {"CountOfRows", "count*", false, {"1", "_ x2"}, "3"},
    {"CountOfDistinctRows", "count*", true, {"1 x5", "_ x2", "1"}, "2"},
    {"SumOfNothing", "sum", false, {}, "0"},
    {"SumOfMany", "sum", false, {"2 x3", "5"}, "11"},
    {"SumDistinct", "sum", true, {"2 x3", "5", "2"}, "7"},
    {"SumWithAnError", "sum", false, {"2", "_", "3"}, "_"},
    {"AverageOfNothing", "avg", false, {}, "0"},
    {"AverageOfMany", "avg", false, {"1 x3", "5"}, "2.0"},
    {"AverageWithAnError", "avg", false, {"_", "2"}, "_"},
    {"MinOfNothing", "min", false, {}, "_"},
    {"MinOfNumbers", "min", false, {"10", "9", "11"}, "9"},
    {"MinWithAnError", "min", false, {"10", "_"}, "_"},
    {"MaxOfNumbers", "max", false, {"9", "10", "-11"}, "10"},
    {"SampleOfNothing", "sample", false, {}, "_"},
    {"SampleLeavesOutErrors", "sample", false, {"_", "7"}, "7"},
    {"ConcatenationOfNothing", "group_concat", false, {}, ""},
    {"ConcatenationOfMany", "group_concat", false, {"1", "2 x2"}, "1,2,2"},
    {"ConcatenationDistinct", "group_concat", true, {"1", "2 x2", "1"}, "1,2"},
    {"ConcatenationWithAnError", "group_concat", false, {"1", "_"}, "_"},
};

INSTANTIATE_TEST_SUITE_P(Aggregates, AggregateTest, testing::ValuesIn(kCases),
                         [](const auto& sample) { return sample.param.name; });

TEST(HashGroupTest, GroupsByKeysOneOfWhichMayBeUnbound) {
  QueryContext context(std::make_shared<const store::Snapshot>(), QueryLimits{});
  sparql::Aggregate sum;
  sum.name = "sum";
  sum.argument = variable("b");
  const sparql::Group group{.keys = {{"a"}},
                            .aggregates = {{sparql::Variable{"n"}, sum}},
                            .child = sparql::Algebra{sparql::Bgp{}}};
  const plan::Plan plan = plan::group(columns_plan({"a", "b"}, true), group, nullptr);
  const auto op = make_hash_group(
      std::get<plan::HashGroup>(plan.node),
      std::make_unique<WrittenRows>(RowTexts{"1 2", "_ 3", "1 5 x2", "_ 4", "2 _"}, 2, context),
      context);
  EXPECT_THAT(texts(*op, context), testing::ElementsAre("1 12", "_ 7", "2 _"));
}

TEST(HashGroupTest, OfNoRowsThereIsNoGroupOfAKey) {
  QueryContext context(std::make_shared<const store::Snapshot>(), QueryLimits{});
  const sparql::Group group{
      .keys = {{"a"}}, .aggregates = {}, .child = sparql::Algebra{sparql::Bgp{}}};
  const plan::Plan plan = plan::group(columns_plan({"a"}), group, nullptr);
  const auto op = make_hash_group(std::get<plan::HashGroup>(plan.node),
                                  std::make_unique<WrittenRows>(RowTexts{}, 1, context), context);
  EXPECT_THAT(texts(*op, context), testing::IsEmpty());
}

TEST(HashGroupTest, AnUnknownAggregateIsAnErrorWithItsPlace) {
  QueryContext context(std::make_shared<const store::Snapshot>(), QueryLimits{});
  sparql::Aggregate median;
  median.name = "median";
  median.position = {3, 14};
  const sparql::Group group{.keys = {},
                            .aggregates = {{sparql::Variable{"n"}, median}},
                            .child = sparql::Algebra{sparql::Bgp{}}};
  const plan::Plan plan = plan::group(columns_plan({"a"}), group, nullptr);
  try {
    make_hash_group(std::get<plan::HashGroup>(plan.node),
                    std::make_unique<WrittenRows>(RowTexts{}, 1, context), context);
    FAIL() << "made a group with an unknown aggregate";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUnsupported);
    EXPECT_EQ(error.position(), (Position{3, 14}));
  }
}

}  // namespace
}  // namespace whence::exec
