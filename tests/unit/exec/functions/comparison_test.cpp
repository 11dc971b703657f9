// =, <, their kin and sameTerm (SPARQL 1.1 §17.3, §17.4.1.7, §17.4.1.8).
#include <gtest/gtest.h>

#include "unit/exec/example.h"

namespace whence::exec {

namespace {

class Comparison : public testing::TestWithParam<Example> {};

TEST_P(Comparison, HasTheValue) { EXPECT_EQ(evaluated(GetParam().expression), GetParam().result); }

constexpr const char* kTrue = "\"true\"^^xsd:boolean";
constexpr const char* kFalse = "\"false\"^^xsd:boolean";

INSTANTIATE_TEST_SUITE_P(
    Equality, Comparison,
    testing::Values(
        Example{"Integers", "1 = 1", kTrue}, Example{"IntegersDiffer", "1 = 2", kFalse},
        Example{"LexicalFormsOfOneValue", "'01'^^xsd:integer = 1", kTrue},
        Example{"AcrossTypes", "1 = 1.0", kTrue}, Example{"DoubleAndInteger", "1.0e0 = 1", kTrue},
        Example{"DerivedType", "'1'^^xsd:byte = 1", kTrue},
        Example{"FloatIsRounded", "0.1 = '0.1'^^xsd:float", kTrue},
        Example{"ZeroHasNoSign", "-0.0e0 = 0.0e0", kTrue},
        Example{"NaNIsNotItself", "'NaN'^^xsd:double = 'NaN'^^xsd:double", kFalse},
        Example{"NaNDiffersFromItself", "'NaN'^^xsd:double != 'NaN'^^xsd:double", kTrue},
        Example{"FloatNaN", "'NaN'^^xsd:float = 'NaN'^^xsd:float", kFalse},
        Example{"Booleans", "true = '1'^^xsd:boolean", kTrue},
        Example{"Strings", "'a' = 'a'^^xsd:string", kTrue},
        Example{"StringsDiffer", "'a' != 'b'", kTrue}, Example{"StringCase", "'a' = 'A'", kFalse},
        Example{"StringAndNumber", "'1' = 1", kFalse},
        Example{"BooleanAndNumber", "true = 1", kFalse},
        Example{"StringAndTagged", "'a' = 'a'@en", kFalse},
        Example{"Tagged", "'a'@en = 'a'@en", kTrue},
        // A tag's value is in lower case (RDF 1.1 Concepts §3.3).
        Example{"TagsWithoutCase", "'a'@en = 'a'@EN", kTrue},
        Example{"TagsDiffer", "'a'@en = 'a'@de", kFalse},
        Example{"TaggedDiffer", "'a'@en != 'b'@en", kTrue},
        Example{"TaggedAndUnknown", "'a'@en = 'a'^^:t", kFalse}, Example{"Iris", ":a = :a", kTrue},
        Example{"IrisDiffer", ":a = :b", kFalse},
        Example{"IriAndString", ":a = 'http://example.org/a'", kFalse},
        Example{"IriAndNumber", "1 != :a", kTrue},
        // The same term is equal to itself whatever its datatype; another one may have its value.
        Example{"UnknownDatatypeSameTerm", "'a'^^:t = 'a'^^:t", kTrue},
        Example{"UnknownDatatype", "'a'^^:t = 'b'^^:t", "error"},
        Example{"UnknownDatatypeDiffers", "'a'^^:t != 'b'^^:t", "error"},
        Example{"UnknownAndString", "'a'^^:t = 'a'", "error"},
        Example{"UnknownAndNumber", "'1'^^:t = 1", "error"},
        Example{"IllTypedSameTerm", "'x'^^xsd:integer = 'x'^^xsd:integer", kTrue},
        Example{"IllTyped", "'x'^^xsd:integer = 1", "error"},
        Example{"IllTypedAndString", "'x'^^xsd:integer = 'x'", "error"},
        Example{"UnboundSide", "?unbound = 1", "error"},
        Example{"Moments",
                "'2020-01-01T12:00:00+02:00'^^xsd:dateTime = '2020-01-01T10:00:00Z'^^xsd:dateTime",
                kTrue},
        Example{"IndeterminateMoments",
                "'2020-01-01T12:00:00'^^xsd:dateTime = '2020-01-01T12:00:00Z'^^xsd:dateTime",
                "error"},
        Example{"DistantMoments",
                "'2020-01-01T12:00:00'^^xsd:dateTime = '2020-01-03T12:00:00Z'^^xsd:dateTime",
                kFalse},
        Example{"DateAndDateTime", "'2020-01-01'^^xsd:date = '2020-01-01T00:00:00'^^xsd:dateTime",
                kFalse},
        Example{"Computed", "1 + 1 = 4 / 2", kTrue},
        Example{"ComputedString", "CONCAT('a', 'b') = 'ab'", kTrue},
        Example{"ComputedIri", "IRI('http://example.org/a') = :a", kTrue},
        Example{"ComputedTerm", "STRLANG('a', 'en') = 'a'@en", kTrue}),
    example_name);

INSTANTIATE_TEST_SUITE_P(
    Order, Comparison,
    testing::Values(
        Example{"Less", "1 < 2", kTrue}, Example{"NotLess", "2 < 2", kFalse},
        Example{"LessOrEqual", "2 <= 2", kTrue}, Example{"Greater", "10 > 9", kTrue},
        Example{"GreaterOrEqual", "9 >= 10", kFalse}, Example{"Negative", "-5 < 3", kTrue},
        Example{"AcrossTypes", "1 < 1.5e0", kTrue},
        Example{"LargeIntegers", "'100000000000000000000'^^xsd:integer > 99999999999999999999.5",
                kTrue},
        Example{"NaNLess", "'NaN'^^xsd:double < 1", kFalse},
        Example{"NaNGreaterOrEqual", "'NaN'^^xsd:double >= 1", kFalse},
        Example{"Strings", "'a' < 'b'", kTrue}, Example{"StringsByCodePoint", "'Z' < 'a'", kTrue},
        Example{"Booleans", "false < true", kTrue},
        Example{"Dates", "'2020-01-31'^^xsd:date < '2020-02-01'^^xsd:date", kTrue},
        Example{"DatesNotEqual", "'2020-01-31'^^xsd:date >= '2020-02-01'^^xsd:date", kFalse},
        Example{"Times", "'09:00:00'^^xsd:time < '10:00:00'^^xsd:time", kTrue},
        Example{"Years", "'1999'^^xsd:gYear < '2000'^^xsd:gYear", kTrue},
        Example{"IndeterminateMoments",
                "'2020-01-01T12:00:00'^^xsd:dateTime < '2020-01-01T13:00:00Z'^^xsd:dateTime",
                "error"},
        Example{"StringAndNumber", "'1' < 2", "error"}, Example{"Iris", ":a < :b", "error"},
        Example{"Tagged", "'a'@en < 'b'@en", "error"},
        Example{"UnknownDatatype", "'a'^^:t < 'b'^^:t", "error"},
        Example{"IllTyped", "'x'^^xsd:integer < 1", "error"},
        Example{"BooleanAndNumber", "false < 1", "error"},
        Example{"UnboundSide", "1 < ?unbound", "error"}),
    example_name);

INSTANTIATE_TEST_SUITE_P(
    SameTerm, Comparison,
    testing::Values(Example{"Same", "sameTerm('a', 'a'^^xsd:string)", kTrue},
                    Example{"LexicalForms", "sameTerm(1, '01'^^xsd:integer)", kFalse},
                    Example{"Types", "sameTerm(1, 1.0)", kFalse},
                    Example{"Tags", "sameTerm('a'@en, 'a'@EN)", kFalse},
                    Example{"NaN", "sameTerm('NaN'^^xsd:double, 'NaN'^^xsd:double)", kTrue},
                    Example{"Iris", "sameTerm(:a, :a)", kTrue},
                    Example{"Computed", "sameTerm(1 + 1, 2)", kTrue},
                    Example{"Error", "sameTerm(?unbound, ?unbound)", "error"}),
    example_name);

}  // namespace

}  // namespace whence::exec
