// What a literal's value is, and its canonical form.
#include "xsd/value.h"

#include <ostream>

#include <gtest/gtest.h>

#include "unit/xsd/literals.h"

namespace whence::xsd {

namespace {

struct Canonical {
  const char* name;
  const char* literal;
  const char* value;
};
void PrintTo(const Canonical& example, std::ostream* out) { *out << example.literal; }

class CanonicalForm : public testing::TestWithParam<Canonical> {};

TEST_P(CanonicalForm, IsThatOfTheValue) {
  EXPECT_EQ(printed(value_of(GetParam().literal)), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    Literals, CanonicalForm,
    testing::Values(
        Canonical{"String", "string: a b ", "string: a b "},
        Canonical{"True", "boolean:true", "boolean:true"},
        Canonical{"One", "boolean:1", "boolean:true"},
        Canonical{"Zero", "boolean:0", "boolean:false"},
        Canonical{"BooleanInCapitals", "boolean:TRUE", "error"},
        Canonical{"LeadingZeros", "integer:-007", "integer:-7"},
        Canonical{"PlusSign", "integer:+7", "integer:7"},
        Canonical{"MinusZero", "integer:-0", "integer:0"},
        Canonical{"BeyondSixtyFourBits", "integer:123456789012345678901234567890",
                  "integer:123456789012345678901234567890"},
        Canonical{"NotOctal", "integer:0644", "integer:644"},
        Canonical{"NoDigits", "integer:", "error"}, Canonical{"SignAlone", "integer:-", "error"},
        Canonical{"TwoSigns", "integer:--1", "error"},
        // Lexical forms are not trimmed (RDF 1.1 Concepts §5.4 knows no whitespace facet).
        Canonical{"SpaceBefore", "integer: 7", "error"},
        Canonical{"SpaceBehind", "integer:7 ", "error"},
        Canonical{"PointInInteger", "integer:7.0", "error"},
        Canonical{"Letters", "integer:seven", "error"},
        Canonical{"TrailingZeros", "decimal:1.500", "decimal:1.5"},
        Canonical{"WholeDecimal", "decimal:2", "decimal:2.0"},
        Canonical{"NoWholeDigits", "decimal:-.5", "decimal:-0.5"},
        Canonical{"NoFractionDigits", "decimal:+5.", "decimal:5.0"},
        Canonical{"PointAlone", "decimal:.", "error"},
        Canonical{"TwoPoints", "decimal:1.2.3", "error"},
        Canonical{"ExponentInDecimal", "decimal:1e3", "error"},
        Canonical{"DecimalMinusZero", "decimal:-0.0", "decimal:0.0"},
        Canonical{"SmallFraction", "decimal:0.00001", "decimal:0.00001"},
        Canonical{"Double", "double:12.5", "double:1.25E1"},
        Canonical{"DoubleOne", "double:1", "double:1.0E0"},
        Canonical{"DoubleNoFraction", "double:1.e1", "double:1.0E1"},
        Canonical{"DoubleNoWhole", "double:.5E-3", "double:5.0E-4"},
        Canonical{"DoubleMinusZero", "double:-0", "double:-0.0E0"},
        Canonical{"DoubleShortest", "double:0.1000", "double:1.0E-1"},
        Canonical{"DoubleLarge", "double:+1E+300", "double:1.0E300"},
        Canonical{"Infinity", "double:+INF", "double:INF"},
        Canonical{"MinusInfinity", "double:-INF", "double:-INF"},
        Canonical{"NotANumber", "double:NaN", "double:NaN"},
        Canonical{"InfinityInSmallLetters", "double:inf", "error"},
        Canonical{"NanInSmallLetters", "double:nan", "error"},
        Canonical{"SignedNan", "double:-NaN", "error"},
        Canonical{"Hexadecimal", "double:0x10", "error"},
        Canonical{"ExponentAlone", "double:E5", "error"},
        Canonical{"ExponentWithoutDigits", "double:1e+", "error"},
        Canonical{"FloatShortest", "float:0.1", "float:1.0E-1"},
        Canonical{"FloatRounded", "float:16777217", "float:1.6777216E7"},
        Canonical{"Byte", "byte:127", "integer:127"},
        Canonical{"ByteTooLarge", "byte:128", "error"},
        Canonical{"UnsignedBelowZero", "unsignedInt:-1", "error"},
        Canonical{"UnsignedLongMost", "unsignedLong:18446744073709551615",
                  "integer:18446744073709551615"},
        Canonical{"UnsignedLongTooLarge", "unsignedLong:18446744073709551616", "error"},
        Canonical{"NegativeIntegerZero", "negativeInteger:0", "error"},
        Canonical{"PositiveIntegerZero", "positiveInteger:0", "error"},
        Canonical{"LongLeast", "long:-9223372036854775808", "integer:-9223372036854775808"},
        Canonical{"AnotherDatatypeOfTheNamespace", "anyURI:http://a/", "error"}),
    [](const auto& tested) { return tested.param.name; });

TEST(ParseValue, KnowsNoValueOfOtherTerms) {
  for (const rdf::Term& term :
       {rdf::Term::iri("http://example.org/"), rdf::Term::blank_node("b"),
        rdf::Term::language_literal("a", "en"), rdf::Term::literal("1", "http://example.org/t")}) {
    EXPECT_EQ(printed(parse_value(term)), "error") << rdf::to_ntriples(term);
  }
}

struct Truth {
  const char* name;
  const char* literal;
  std::optional<bool> truth;
};
void PrintTo(const Truth& example, std::ostream* out) { *out << example.literal; }

class EffectiveBooleanValue : public testing::TestWithParam<Truth> {};

TEST_P(EffectiveBooleanValue, IsThatOfTheSpecification) {
  EXPECT_EQ(effective_boolean_value(literal(GetParam().literal)), GetParam().truth);
}

// SPARQL 1.1 §17.2.2
INSTANTIATE_TEST_SUITE_P(
    Literals, EffectiveBooleanValue,
    testing::Values(Truth{"True", "boolean:1", true}, Truth{"False", "boolean:false", false},
                    Truth{"IllTypedBoolean", "boolean:yes", false},
                    Truth{"EmptyString", "string:", false}, Truth{"String", "string:false", true},
                    Truth{"Zero", "integer:-0", false}, Truth{"Number", "integer:-1", true},
                    Truth{"IllTypedNumber", "integer:one", false},
                    Truth{"IllTypedDerived", "positiveInteger:0", false},
                    Truth{"IllTypedNegative", "negativeInteger:x", false},
                    Truth{"DecimalZero", "decimal:0.00", false},
                    Truth{"Decimal", "decimal:0.001", true},
                    Truth{"MinusZero", "double:-0.0", false}, Truth{"NaN", "double:NaN", false},
                    Truth{"Infinity", "double:INF", true}, Truth{"FloatNaN", "float:NaN", false},
                    Truth{"Date", "date:2020-01-01", std::nullopt},
                    Truth{"OtherDatatype", "anyURI:x", std::nullopt}),
    [](const auto& tested) { return tested.param.name; });

TEST(EffectiveBooleanValueOf, LanguageTaggedAndOtherTerms) {
  EXPECT_EQ(effective_boolean_value(rdf::Term::language_literal("a", "en")), true);
  EXPECT_EQ(effective_boolean_value(rdf::Term::language_literal("", "en")), false);
  EXPECT_EQ(effective_boolean_value(rdf::Term::iri("http://example.org/")), std::nullopt);
}

}  // namespace

}  // namespace whence::xsd
