// The casts of SPARQL 1.1 §17.5.
#include <ostream>

#include <gtest/gtest.h>

#include "unit/xsd/literals.h"

namespace whence::xsd {

namespace {

struct Cast {
  const char* source;
  const char* target;
  const char* result;
};
void PrintTo(const Cast& example, std::ostream* out) {
  *out << example.source << " to " << example.target;
}

class Casting : public testing::TestWithParam<Cast> {};

TEST_P(Casting, IsThatOfXPath) {
  const std::string target = std::string(rdf::xsd::kNamespace) + GetParam().target;
  EXPECT_EQ(printed(cast(literal(GetParam().source), target)), GetParam().result);
}

// XPath Functions §17.1
INSTANTIATE_TEST_SUITE_P(
    Casts, Casting,
    testing::Values(
        Cast{"string:true", "boolean", "boolean:true"},
        Cast{"string:0", "boolean", "boolean:false"}, Cast{"string:yes", "boolean", "error"},
        Cast{"string: 1 ", "boolean", "boolean:true"},
        Cast{"integer:0", "boolean", "boolean:false"},
        Cast{"integer:-7", "boolean", "boolean:true"},
        Cast{"decimal:0.0", "boolean", "boolean:false"},
        Cast{"double:NaN", "boolean", "boolean:false"},
        Cast{"float:INF", "boolean", "boolean:true"},
        Cast{"dateTime:2020-01-01T00:00:00", "boolean", "error"},
        Cast{"string:\n\t 12 ", "integer", "integer:12"}, Cast{"string: ", "integer", "error"},
        Cast{"string:1 2", "integer", "error"}, Cast{"string:1.0", "integer", "error"},
        Cast{"string:1e3", "integer", "error"}, Cast{"boolean:true", "integer", "integer:1"},
        Cast{"decimal:-3.99", "integer", "integer:-3"}, Cast{"double:3.99", "integer", "integer:3"},
        Cast{"double:1e20", "integer", "integer:100000000000000000000"},
        Cast{"double:NaN", "integer", "error"}, Cast{"float:-INF", "integer", "error"},
        Cast{"integer:one", "integer", "error"}, Cast{"byte:5", "integer", "integer:5"},
        Cast{"string:+1.50", "decimal", "decimal:1.5"}, Cast{"string:1e3", "decimal", "error"},
        Cast{"boolean:false", "decimal", "decimal:0.0"},
        Cast{"double:0.5", "decimal", "decimal:0.5"},
        Cast{"float:0.1", "decimal", "decimal:0.100000001490116119384765625"},
        Cast{"double:INF", "decimal", "error"}, Cast{"string:INF", "double", "double:INF"},
        Cast{"string: 1e3 ", "double", "double:1.0E3"}, Cast{"string:1d", "double", "error"},
        Cast{"boolean:true", "double", "double:1.0E0"},
        Cast{"decimal:0.1", "double", "double:1.0E-1"},
        Cast{"integer:9007199254740993", "double", "double:9.007199254740992E15"},
        Cast{"float:0.1", "double", "double:1.0000000149011612E-1"},
        Cast{"double:0.1", "float", "float:1.0E-1"}, Cast{"double:1e300", "float", "float:INF"},
        Cast{"date:2020-01-01", "double", "error"}, Cast{"boolean:1", "float", "float:1.0E0"},
        Cast{"string: 2020-01-01T00:00:00Z", "dateTime", "dateTime:2020-01-01T00:00:00Z"},
        Cast{"string:2020-01-01", "dateTime", "error"},
        Cast{"date:2020-01-01+01:00", "dateTime", "dateTime:2020-01-01T00:00:00+01:00"},
        Cast{"dateTime:2020-01-01T23:30:00.5-05:00", "date", "date:2020-01-01-05:00"},
        Cast{"time:10:00:00", "dateTime", "error"}, Cast{"gYear:2020", "date", "error"},
        Cast{"integer:2020", "date", "error"}, Cast{"integer:007", "string", "string:7"},
        Cast{"decimal:2.0", "string", "string:2"}, Cast{"decimal:2.50", "string", "string:2.5"},
        Cast{"boolean:1", "string", "string:true"}, Cast{"double:1e0", "string", "string:1"},
        Cast{"double:0.000001", "string", "string:0.000001"},
        Cast{"double:0.0000001", "string", "string:1.0E-7"},
        Cast{"double:999999.5", "string", "string:999999.5"},
        Cast{"double:-1000000", "string", "string:-1.0E6"},
        Cast{"double:-0.0", "string", "string:-0"}, Cast{"double:0", "string", "string:0"},
        Cast{"double:-12.5", "string", "string:-12.5"}, Cast{"float:0.1", "string", "string:0.1"},
        Cast{"double:120000", "string", "string:120000"}, Cast{"float:NaN", "string", "string:NaN"},
        Cast{"double:-INF", "string", "string:-INF"},
        Cast{"dateTime:2020-01-01T24:00:00", "string", "string:2020-01-02T00:00:00"},
        Cast{"string: a ", "string", "string: a "}, Cast{"integer:one", "string", "string:one"},
        Cast{"integer:1", "anyURI", "error"}, Cast{"string:1", "anyURI", "error"}),
    [](const auto& tested) {
      return std::to_string(tested.index) + "_" + test_name(tested.param.source) + "_to_" +
             tested.param.target;
    });

TEST(CastOf, OtherTerms) {
  const rdf::Term iri = rdf::Term::iri("http://example.org/1");
  EXPECT_EQ(printed(cast(iri, rdf::xsd::kString)), "string:http://example.org/1");
  EXPECT_EQ(printed(cast(iri, rdf::xsd::kInteger)), "error");
  EXPECT_EQ(printed(cast(rdf::Term::blank_node("b"), rdf::xsd::kString)), "error");
  EXPECT_EQ(printed(cast(rdf::Term::language_literal("1", "en"), rdf::xsd::kInteger)), "error");
}

}  // namespace

}  // namespace whence::xsd
