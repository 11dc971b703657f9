// Casts as functions (SPARQL 1.1 §17.5); the rules themselves are tested with xsd/.
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/exec/evaluating.h"

namespace whence::exec {

namespace {

class CastFunction : public testing::TestWithParam<Example> {};

TEST_P(CastFunction, HasTheValue) {
  EXPECT_EQ(evaluated(GetParam().expression), GetParam().result);
}

INSTANTIATE_TEST_SUITE_P(
    Examples, CastFunction,
    testing::Values(Example{"ToInteger", "xsd:integer(' 12 ')", "\"12\"^^xsd:integer"},
                    Example{"ToIntegerFromDouble", "xsd:integer(3.9e0)", "\"3\"^^xsd:integer"},
                    Example{"ToIntegerFromNaN", "xsd:integer('NaN'^^xsd:double)", "error"},
                    Example{"ToDecimal", "xsd:decimal('1.50')", "\"1.5\"^^xsd:decimal"},
                    Example{"ToDouble", "xsd:double('INF')", "\"INF\"^^xsd:double"},
                    Example{"ToFloat", "xsd:float(1)", "\"1.0E0\"^^xsd:float"},
                    Example{"ToBoolean", "xsd:boolean(0.0)", "\"false\"^^xsd:boolean"},
                    Example{"ToDateTime", "xsd:dateTime('2020-01-01T00:00:00Z')",
                            "\"2020-01-01T00:00:00Z\"^^xsd:dateTime"},
                    Example{"ToDate", "xsd:date('2020-01-01T10:00:00Z'^^xsd:dateTime)",
                            "\"2020-01-01Z\"^^xsd:date"},
                    Example{"ToString", "xsd:string(1.50)", "\"1.5\""},
                    Example{"ToStringFromIri", "xsd:string(:a)", "\"http://example.org/a\""},
                    Example{"ToStringFromBlank", "xsd:string(BNODE())", "error"},
                    Example{"OfComputed", "xsd:integer(7 / 2)", "\"3\"^^xsd:integer"},
                    Example{"OfError", "xsd:string(1/0)", "error"},
                    Example{"OfIri", "xsd:integer(:a)", "error"}),
    example_name);

TEST(Cast, TakesOneArgument) {
  try {
    static_cast<void>(compile(parsed("1 + xsd:integer(1, 2)"), {}));
    FAIL() << "compiled";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kSyntax);
    EXPECT_STREQ(
        error.what(),
        "the cast to <http://www.w3.org/2001/XMLSchema#integer> takes 1 argument, found 2");
    EXPECT_EQ(error.position(), (Position{2, 13}));
  }
}

}  // namespace

}  // namespace whence::exec
