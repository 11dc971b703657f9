#include "results/tsv_writer.h"

#include <gtest/gtest.h>

#include "unit/results/writing.h"

namespace whence::results {
namespace {

TEST(TsvWriterTest, WritesTermsAsSparqlDoes) {
  EXPECT_EQ(write(Format::kTsv, {"x", "literal"},
                  {{iri("http://e/x"), text("String")},
                   {TermView::blank_node("b0"), TermView::language_literal("Paris", "fr")},
                   {kUnbound, TermView::literal("2019-07-01", rdf::xsd::kDate)},
                   {kUnbound, kUnbound}}),
            "?x\t?literal\n"
            "<http://e/x>\t\"String\"\n"
            "_:b0\t\"Paris\"@fr\n"
            "\t\"2019-07-01\"^^<http://www.w3.org/2001/XMLSchema#date>\n"
            "\t\n");
}

TEST(TsvWriterTest, NumbersStandBareWhereTheyReadBack) {
  const struct {
    std::string_view value;
    std::string_view datatype;
    std::string_view written;
  } cases[] = {{"007", rdf::xsd::kInteger, "007"},
               {"-5.5", rdf::xsd::kDecimal, "-5.5"},
               {"1.0E6", rdf::xsd::kDouble, "1.0E6"},
               {"true", rdf::xsd::kBoolean, "true"},
               {"5", rdf::xsd::kDecimal, "\"5\"^^<http://www.w3.org/2001/XMLSchema#decimal>"},
               {"INF", rdf::xsd::kDouble, "\"INF\"^^<http://www.w3.org/2001/XMLSchema#double>"},
               {"1 2", rdf::xsd::kInteger, "\"1 2\"^^<http://www.w3.org/2001/XMLSchema#integer>"},
               {"1.5E0", rdf::xsd::kFloat, "\"1.5E0\"^^<http://www.w3.org/2001/XMLSchema#float>"}};
  for (const auto& test : cases) {
    EXPECT_EQ(write_one(Format::kTsv, TermView::literal(test.value, test.datatype)),
              "?x\n" + std::string(test.written) + "\n");
  }
}

TEST(TsvWriterTest, EscapesTabsAndLineEnds) {
  EXPECT_EQ(write_one(Format::kTsv, text("a\tb\nc\rd\"e\\f")), "?x\n\"a\\tb\\nc\\rd\\\"e\\\\f\"\n");
}

TEST(TsvWriterTest, WritesABoolean) {
  EXPECT_EQ(write_boolean(Format::kTsv, true), "true\n");
  EXPECT_EQ(write_boolean(Format::kTsv, false), "false\n");
}

}  // namespace
}  // namespace whence::results
