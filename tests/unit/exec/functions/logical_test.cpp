// Three-valued logic and the functional forms (SPARQL 1.1 §17.2, §17.4.1). "1/0" is an error, and
// so is ?unbound.
#include <memory>

#include <gtest/gtest.h>

#include "store/snapshot.h"
#include "unit/exec/evaluating.h"

namespace whence::exec {

namespace {

class LogicalFunction : public testing::TestWithParam<Example> {};

TEST_P(LogicalFunction, HasTheValue) {
  EXPECT_EQ(evaluated(GetParam().expression), GetParam().result);
}

constexpr const char* kTrue = "\"true\"^^xsd:boolean";
constexpr const char* kFalse = "\"false\"^^xsd:boolean";

INSTANTIATE_TEST_SUITE_P(
    Examples, LogicalFunction,
    testing::Values(
        Example{"TrueOrTrue", "true || true", kTrue}, Example{"TrueOrError", "true || 1/0", kTrue},
        Example{"ErrorOrTrue", "1/0 || true", kTrue},
        Example{"FalseOrFalse", "false || false", kFalse},
        Example{"FalseOrError", "false || ?unbound", "error"},
        Example{"ErrorOrError", "1/0 || 1/0", "error"},
        Example{"ThreeDisjuncts", "1/0 || false || 'x'", kTrue},
        Example{"TrueAndTrue", "true && true", kTrue},
        Example{"TrueAndError", "true && 1/0", "error"},
        Example{"FalseAndError", "false && 1/0", kFalse},
        Example{"ErrorAndFalse", "?unbound && false", kFalse},
        Example{"ErrorAndError", "1/0 && 1/0", "error"},
        Example{"ThreeConjuncts", "1 && 'a' && 0.0", kFalse}, Example{"NotTrue", "!true", kFalse},
        Example{"NotEmpty", "!''", kTrue}, Example{"NotError", "!(1/0)", "error"},
        Example{"NotOfIri", "!:a", "error"}, Example{"NotNaN", "!'NaN'^^xsd:double", kTrue},
        Example{"IllTypedNumberIsFalse", "!'x'^^xsd:integer", kTrue},
        Example{"OtherDatatypeHasNoTruth", "!'x'^^:t", "error"},
        Example{"IfTrue", "IF(1, 'yes', 1/0)", "\"yes\""},
        Example{"IfFalse", "IF('', 1/0, 'no'@en)", "\"no\"@en"},
        Example{"IfError", "IF(1/0, 1, 2)", "error"},
        Example{"IfOfBooleans", "IF(true, false, true)", kFalse},
        Example{"CoalesceFirst", "COALESCE(1, 1/0)", "\"1\"^^xsd:integer"},
        Example{"CoalesceSkipsErrors", "COALESCE(1/0, ?unbound, 'x')", "\"x\""},
        Example{"CoalesceOfErrors", "COALESCE(1/0, ?unbound)", "error"},
        Example{"CoalesceOfNothing", "COALESCE()", "error"},
        Example{"Unbound", "BOUND(?unbound)", kFalse}, Example{"In", "2 IN (1, 2.0, 3)", kTrue},
        Example{"InAfterError", "2 IN (1/0, 2)", kTrue},
        Example{"NotFoundBesideError", "2 IN (1/0, 3)", "error"},
        Example{"InNothing", "2 IN ()", kFalse}, Example{"ErrorInNothing", "1/0 IN ()", kFalse},
        Example{"ErrorIn", "1/0 IN (1)", "error"}, Example{"NotIn", "2 NOT IN (1, 3)", kTrue},
        Example{"NotInButFound", "2 NOT IN (1/0, 2)", kFalse},
        Example{"NotInBesideError", "2 NOT IN (1/0)", "error"},
        Example{"NotInNothing", "2 NOT IN ()", kTrue},
        Example{"IriIn", ":a IN (:b, 'a', :a)", kTrue}),
    example_name);

TEST(Bound, IsAboutTheRow) {
  QueryContext context(std::make_shared<const store::Snapshot>(), {});
  store::Batch batch;
  batch.columns = {{context.id(rdf::Term::literal("")), store::Id()}};
  batch.row_count = 2;
  const auto node = compile(parsed("BOUND(?x)"), {{"x"}});
  EXPECT_EQ(node->truth({&batch, 0}, context), true);
  EXPECT_EQ(node->truth({&batch, 1}, context), false);
}

TEST(AllTrue, CountsAnErrorAsNotTrue) {
  QueryContext context(std::make_shared<const store::Snapshot>(), {});
  const TestRow row(context);
  const auto holds = [&](const std::vector<std::string_view>& texts) {
    std::vector<sparql::Expression> conditions;
    for (const std::string_view text : texts) {
      conditions.push_back(parsed(text));
    }
    return all_true(compile_all(conditions, {}), row.row(), context);
  };
  EXPECT_TRUE(holds({}));
  EXPECT_TRUE(holds({"1 < 2", "'a'"}));
  EXPECT_FALSE(holds({"1 < 2", "1/0"}));
  EXPECT_FALSE(holds({"''", "true"}));
}

}  // namespace

}  // namespace whence::exec
