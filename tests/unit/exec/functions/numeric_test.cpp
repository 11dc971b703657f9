// Operators and functions on numbers (SPARQL 1.1 §17.3, §17.4.4).
#include <memory>

#include <gtest/gtest.h>

#include "store/snapshot.h"
#include "unit/exec/evaluating.h"

namespace whence::exec {

namespace {

class NumericFunction : public testing::TestWithParam<Example> {};

TEST_P(NumericFunction, HasTheValue) {
  EXPECT_EQ(evaluated(GetParam().expression), GetParam().result);
}

INSTANTIATE_TEST_SUITE_P(
    Examples, NumericFunction,
    testing::Values(
        Example{"Sum", "1 + 2", "\"3\"^^xsd:integer"},
        Example{"SumOfDerived", "'1'^^xsd:short + 2", "\"3\"^^xsd:integer"},
        Example{"SumOfDecimals", "0.1 + 0.2", "\"0.3\"^^xsd:decimal"},
        Example{"SumOfDoubles", "1 + 1e0", "\"2.0E0\"^^xsd:double"},
        Example{"SumWithString", "1 + '2'", "error"},
        Example{"SumWithUnbound", "1 + ?unbound", "error"},
        Example{"Difference", "1 - 2.5", "\"-1.5\"^^xsd:decimal"},
        Example{"SignAndNumber", "5-3", "\"2\"^^xsd:integer"},
        Example{"Product", "3 * -4", "\"-12\"^^xsd:integer"},
        Example{"Quotient", "1 / 4", "\"0.25\"^^xsd:decimal"},
        Example{"WholeQuotient", "4 / 2", "\"2.0\"^^xsd:decimal"},
        Example{"ByZero", "1 / 0", "error"}, Example{"ByZeroDecimal", "1.0 / 0.0", "error"},
        Example{"ByZeroDouble", "1 / 0e0", "\"INF\"^^xsd:double"},
        Example{"Minus", "-(5)", "\"-5\"^^xsd:integer"}, Example{"MinusString", "-('5')", "error"},
        Example{"Plus", "+(2.50)", "\"2.5\"^^xsd:decimal"},
        Example{"PlusString", "+('a')", "error"}, Example{"PlusBoolean", "+(true)", "error"},
        Example{"Precedence", "1 + 2 * 3 - 4 / 2", "\"5.0\"^^xsd:decimal"},
        Example{"Abs", "ABS(-2.5)", "\"2.5\"^^xsd:decimal"},
        Example{"AbsOfString", "ABS('1')", "error"},
        Example{"Ceil", "CEIL(2.1)", "\"3.0\"^^xsd:decimal"},
        Example{"Floor", "FLOOR(-2.1e0)", "\"-3.0E0\"^^xsd:double"},
        Example{"RoundHalfUp", "ROUND(2.5)", "\"3.0\"^^xsd:decimal"},
        Example{"RoundNegativeHalfUp", "ROUND(-2.5)", "\"-2.0\"^^xsd:decimal"},
        Example{"RoundInteger", "ROUND(7)", "\"7\"^^xsd:integer"},
        Example{"RoundIri", "ROUND(:a)", "error"}),
    example_name);

TEST(Rand, IsAnotherNumberEachTime) {
  QueryContext context(std::make_shared<const store::Snapshot>(), {});
  const TestRow row(context);
  const auto node = compile(parsed("RAND()"), {});
  double last = -1;
  for (int i = 0; i < 100; ++i) {
    const auto value = std::get<double>(to_xsd(node->evaluate(row.row(), context), context));
    EXPECT_GE(value, 0.0);
    EXPECT_LT(value, 1.0);
    EXPECT_NE(value, last);
    last = value;
  }
}

}  // namespace

}  // namespace whence::exec
