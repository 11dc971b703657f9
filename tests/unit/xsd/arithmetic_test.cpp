// Operators on values, with promotion, and their order.
#include <ostream>

#include <gtest/gtest.h>

#include "unit/xsd/literals.h"

namespace whence::xsd {

namespace {

struct Binary {
  const char* left;
  char symbol;
  const char* right;
  const char* result;
};
void PrintTo(const Binary& example, std::ostream* out) {
  *out << example.left << ' ' << example.symbol << ' ' << example.right;
}

class Arithmetic : public testing::TestWithParam<Binary> {};

TEST_P(Arithmetic, Promotes) {
  const Value left = value_of(GetParam().left);
  const Value right = value_of(GetParam().right);
  const auto result = GetParam().symbol == '+'   ? add(left, right)
                      : GetParam().symbol == '-' ? subtract(left, right)
                      : GetParam().symbol == '*' ? multiply(left, right)
                                                 : divide(left, right);
  EXPECT_EQ(printed(result), GetParam().result);
}

std::string binary_name(const testing::TestParamInfo<Binary>& tested) {
  const char symbol = tested.param.symbol;
  const std::string word = symbol == '+'   ? "_and_"
                           : symbol == '-' ? "_less_"
                           : symbol == '*' ? "_times_"
                                           : "_by_";
  return test_name(tested.param.left) + word + test_name(tested.param.right);
}

// XPath Functions §6.2
INSTANTIATE_TEST_SUITE_P(Operators, Arithmetic,
                         testing::Values(Binary{"integer:1", '+', "integer:2", "integer:3"},
                                         Binary{"byte:100", '+', "byte:100", "integer:200"},
                                         Binary{"integer:9223372036854775807", '+', "integer:1",
                                                "integer:9223372036854775808"},
                                         Binary{"integer:1", '+', "decimal:0.5", "decimal:1.5"},
                                         Binary{"decimal:0.1", '+', "float:0.2", "float:3.0E-1"},
                                         Binary{"float:0.1", '+', "double:0.2",
                                                "double:3.0000000149011613E-1"},
                                         Binary{"integer:1", '+', "double:0.5", "double:1.5E0"},
                                         Binary{"integer:3", '-', "integer:5", "integer:-2"},
                                         Binary{"double:0", '-', "double:0", "double:0.0E0"},
                                         Binary{"integer:-3", '*', "integer:5", "integer:-15"},
                                         Binary{"decimal:1.5", '*', "integer:2", "decimal:3.0"},
                                         Binary{"double:1e308", '*', "integer:10", "double:INF"},
                                         Binary{"integer:7", '/', "integer:2", "decimal:3.5"},
                                         Binary{"integer:6", '/', "integer:2", "decimal:3.0"},
                                         Binary{"integer:-7", '/', "decimal:2", "decimal:-3.5"},
                                         Binary{"integer:1", '/', "integer:0", "error"},
                                         Binary{"decimal:1.0", '/', "decimal:0.0", "error"},
                                         Binary{"double:1", '/', "integer:0", "double:INF"},
                                         Binary{"double:-1", '/', "double:0", "double:-INF"},
                                         Binary{"double:1", '/', "double:-0", "double:-INF"},
                                         Binary{"float:0", '/', "float:0", "float:NaN"},
                                         Binary{"float:1", '/', "float:3", "float:3.3333334E-1"},
                                         Binary{"integer:1", '+', "string:1", "error"},
                                         Binary{"integer:1", '+', "boolean:true", "error"},
                                         Binary{"date:2020-01-01", '+', "integer:1", "error"},
                                         Binary{"integer:1", '+', "integer:one", "error"}),
                         binary_name);

struct Unary {
  const char* operand;
  const char* negated;
  const char* absolute;
  const char* ceiling;
  const char* floor;
  const char* round;
};
void PrintTo(const Unary& example, std::ostream* out) { *out << example.operand; }

class UnaryFunctions : public testing::TestWithParam<Unary> {};

TEST_P(UnaryFunctions, KeepTheType) {
  const Value operand = value_of(GetParam().operand);
  EXPECT_EQ(printed(negate(operand)), GetParam().negated);
  EXPECT_EQ(printed(absolute(operand)), GetParam().absolute);
  EXPECT_EQ(printed(ceiling(operand)), GetParam().ceiling);
  EXPECT_EQ(printed(floor(operand)), GetParam().floor);
  EXPECT_EQ(printed(round(operand)), GetParam().round);
}

// XPath Functions §6.4
INSTANTIATE_TEST_SUITE_P(
    Numbers, UnaryFunctions,
    testing::Values(
        Unary{"integer:-5", "integer:5", "integer:5", "integer:-5", "integer:-5", "integer:-5"},
        Unary{"decimal:-2.5", "decimal:2.5", "decimal:2.5", "decimal:-2.0", "decimal:-3.0",
              "decimal:-2.0"},
        Unary{"double:-2.5", "double:2.5E0", "double:2.5E0", "double:-2.0E0", "double:-3.0E0",
              "double:-2.0E0"},
        Unary{"double:-0.2", "double:2.0E-1", "double:2.0E-1", "double:-0.0E0", "double:-1.0E0",
              "double:-0.0E0"},
        Unary{"double:0.49999999999999994", "double:-4.9999999999999994E-1",
              "double:4.9999999999999994E-1", "double:1.0E0", "double:0.0E0", "double:0.0E0"},
        Unary{"double:4503599627370497", "double:-4.503599627370497E15",
              "double:4.503599627370497E15", "double:4.503599627370497E15",
              "double:4.503599627370497E15", "double:4.503599627370497E15"},
        Unary{"double:-0.5", "double:5.0E-1", "double:5.0E-1", "double:-0.0E0", "double:-1.0E0",
              "double:-0.0E0"},
        Unary{"float:2.5", "float:-2.5E0", "float:2.5E0", "float:3.0E0", "float:2.0E0",
              "float:3.0E0"},
        Unary{"double:NaN", "double:NaN", "double:NaN", "double:NaN", "double:NaN", "double:NaN"},
        Unary{"double:-INF", "double:INF", "double:INF", "double:-INF", "double:-INF",
              "double:-INF"},
        Unary{"string:5", "error", "error", "error", "error", "error"},
        Unary{"boolean:true", "error", "error", "error", "error", "error"}),
    [](const auto& tested) { return test_name(tested.param.operand); });

struct Comparison {
  const char* left;
  const char* right;
  const char* order;  ///< "<", "=", ">", "unordered" or "error".
};
void PrintTo(const Comparison& example, std::ostream* out) {
  *out << example.left << " " << example.order << " " << example.right;
}

class Comparing : public testing::TestWithParam<Comparison> {};

std::string printed_order(const std::optional<std::partial_ordering>& order) {
  if (!order) {
    return "error";
  }
  if (*order == std::partial_ordering::unordered) {
    return "unordered";
  }
  return *order < 0 ? "<" : *order > 0 ? ">" : "=";
}

TEST_P(Comparing, IsByValue) {
  const Value left = value_of(GetParam().left);
  const Value right = value_of(GetParam().right);
  EXPECT_EQ(printed_order(compare(left, right)), GetParam().order);
  const std::string turned = printed_order(compare(right, left));
  const std::string order = GetParam().order;
  EXPECT_EQ(turned, order == "<" ? ">" : order == ">" ? "<" : order);
}

INSTANTIATE_TEST_SUITE_P(
    Values, Comparing,
    testing::Values(
        Comparison{"integer:1", "decimal:1.0", "="}, Comparison{"integer:2", "integer:10", "<"},
        Comparison{"byte:5", "unsignedLong:5", "="}, Comparison{"integer:1", "double:1e0", "="},
        // At the rank of a float both are the same float (XPath 2.0 §B.1).
        Comparison{"decimal:0.1", "float:0.1", "="}, Comparison{"decimal:0.1", "double:0.1", "="},
        Comparison{"float:0.1", "double:0.1", ">"},
        Comparison{"integer:9007199254740993", "integer:9007199254740992", ">"},
        Comparison{"integer:9007199254740993", "double:9007199254740992", "="},
        Comparison{"double:-0.0", "double:0.0", "="},
        Comparison{"double:NaN", "double:NaN", "unordered"},
        Comparison{"double:NaN", "integer:1", "unordered"},
        Comparison{"double:-INF", "integer:-5", "<"}, Comparison{"double:INF", "float:INF", "="},
        Comparison{"string:a", "string:b", "<"}, Comparison{"string:Z", "string:a", "<"},
        Comparison{"string:\xEF\xBF\xBD", "string:\xF0\x9F\x98\x80", "<"},
        Comparison{"string:", "string:a", "<"}, Comparison{"boolean:false", "boolean:true", "<"},
        Comparison{"boolean:1", "boolean:true", "="},
        Comparison{"boolean:true", "integer:1", "error"},
        Comparison{"string:1", "integer:1", "error"},
        Comparison{"date:2020-01-01", "dateTime:2020-01-01T00:00:00", "error"},
        Comparison{"integer:one", "integer:1", "error"}),
    [](const auto& tested) {
      return test_name(tested.param.left) + "_and_" + test_name(tested.param.right);
    });

TEST(Arithmetic, EndsAtTheLimitOfDigits) {
  Value number = value_of("decimal:1.5");
  std::optional<Value> square = number;
  int steps = 0;
  while (square && steps < 100) {
    number = *square;
    square = multiply(number, number);
    ++steps;
  }
  EXPECT_FALSE(square) << "1.5 to the power of 2^100 is no number to be worked out";
  EXPECT_LT(steps, 20);
}

TEST(TotalOrder, IsTransitiveWhereComparisonIsNot) {
  const Value less = value_of("integer:9007199254740992");
  const Value middle = value_of("double:9007199254740992");
  const Value more = value_of("integer:9007199254740993");
  EXPECT_EQ(compare(less, middle), std::partial_ordering::equivalent);
  EXPECT_EQ(compare(middle, more), std::partial_ordering::equivalent);
  EXPECT_EQ(total_order(less, middle), std::weak_ordering::equivalent);
  EXPECT_EQ(total_order(middle, more), std::weak_ordering::less);
  EXPECT_EQ(total_order(less, more), std::weak_ordering::less);
}

TEST(TotalOrder, HasAPlaceForEveryNumber) {
  const std::string huge = "integer:1" + std::string(400, '0');
  const std::string minus_huge = "integer:-1" + std::string(400, '0');
  const std::vector<std::string> ascending{
      "double:NaN",   "double:-INF", minus_huge,   "double:-1e300", "decimal:-0.1",
      "float:0",      "decimal:0.1", "double:0.1", "float:0.1",     "integer:1",
      "double:1e300", huge,          "float:INF"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_EQ(total_order(value_of(ascending[i]), value_of(ascending[j])), i <=> j)
          << ascending[i] << " and " << ascending[j];
    }
  }
  EXPECT_EQ(total_order(value_of("double:NaN"), value_of("float:NaN")),
            std::weak_ordering::equivalent);
}

TEST(TotalOrder, TakesMomentsWithoutTimezoneAsInUtc) {
  EXPECT_EQ(total_order(value_of("dateTime:2020-01-01T00:00:00"),
                        value_of("dateTime:2020-01-01T00:00:00Z")),
            std::weak_ordering::equivalent);
  EXPECT_EQ(total_order(value_of("dateTime:2020-01-01T00:00:00"),
                        value_of("dateTime:2020-01-01T00:00:00-01:00")),
            std::weak_ordering::less);
}

}  // namespace

}  // namespace whence::xsd
