// Functions on terms (SPARQL 1.1 §17.4.2).
#include <memory>
#include <set>

#include <gtest/gtest.h>

#include "store/snapshot.h"
#include "unit/exec/evaluating.h"

namespace whence::exec {

namespace {

class TermFunctionOf : public testing::TestWithParam<Example> {};

TEST_P(TermFunctionOf, HasTheValue) {
  EXPECT_EQ(evaluated(GetParam().expression), GetParam().result);
}

constexpr const char* kTrue = "\"true\"^^xsd:boolean";
constexpr const char* kFalse = "\"false\"^^xsd:boolean";

INSTANTIATE_TEST_SUITE_P(
    Examples, TermFunctionOf,
    testing::Values(
        Example{"IsIri", "isIRI(:a)", kTrue}, Example{"IsUri", "isURI('a')", kFalse},
        Example{"IsIriOfComputed", "isIRI(IRI('http://example.org/'))", kTrue},
        Example{"IsIriOfError", "isIRI(?unbound)", "error"},
        Example{"IsBlank", "isBLANK(BNODE())", kTrue},
        Example{"IsBlankOfIri", "isBLANK(:a)", kFalse}, Example{"IsLiteral", "isLITERAL(1)", kTrue},
        Example{"IsLiteralOfTagged", "isLITERAL('a'@en)", kTrue},
        Example{"IsLiteralOfComputed", "isLITERAL(1 + 1)", kTrue},
        Example{"IsLiteralOfIri", "isLITERAL(:a)", kFalse},
        Example{"IsNumeric", "isNUMERIC(12)", kTrue},
        Example{"IsNumericOfDerived", "isNUMERIC('1200'^^xsd:byte)", kFalse},
        Example{"IsNumericOfString", "isNUMERIC('12')", kFalse},
        Example{"IsNumericOfIri", "isNUMERIC(:a)", kFalse},
        Example{"StrOfIri", "STR(:a)", "\"http://example.org/a\""},
        Example{"StrOfTyped", "STR('007'^^xsd:integer)", "\"007\""},
        Example{"StrOfTagged", "STR('a'@en)", "\"a\""},
        Example{"StrOfComputed", "STR(1/4)", "\"0.25\""},
        Example{"StrOfBlank", "STR(BNODE())", "error"},
        Example{"Lang", "LANG('a'@en-GB)", "\"en-GB\""},
        Example{"LangOfSimple", "LANG('a')", "\"\""}, Example{"LangOfIri", "LANG(:a)", "error"},
        Example{"Datatype", "DATATYPE(1.5)", "<http://www.w3.org/2001/XMLSchema#decimal>"},
        Example{"DatatypeOfSimple", "DATATYPE('a')", "<http://www.w3.org/2001/XMLSchema#string>"},
        Example{"DatatypeOfTagged", "DATATYPE('a'@en)",
                "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"},
        Example{"DatatypeOfUnknown", "DATATYPE('a'^^:t)", "<http://example.org/t>"},
        Example{"DatatypeOfIri", "DATATYPE(:a)", "error"},
        Example{"Iri", "IRI('http://example.org/x')", "<http://example.org/x>"},
        Example{"IriOfIri", "IRI(:x)", "<http://example.org/x>"},
        Example{"IriOfTagged", "IRI('http://example.org/x'@en)", "error"},
        Example{"IriOfNumber", "IRI(1)", "error"},
        Example{"IriWithSpace", "IRI('http://example.org/a b')", "error"},
        Example{"IriWithoutBase", "IRI('x')", "error"},
        Example{"StrDt", "STRDT('x', :t)", "\"x\"^^<http://example.org/t>"},
        Example{"StrDtOfString", "STRDT('x', xsd:string)", "\"x\""},
        Example{"StrDtOfTagged", "STRDT('x'@en, :t)", "error"},
        Example{"StrDtOfTyped", "STRDT(1, :t)", "error"},
        Example{"StrDtByString", "STRDT('x', 'http://example.org/t')", "error"},
        Example{"StrDtLangString",
                "STRDT('x', <http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>)", "error"},
        Example{"StrLang", "STRLANG('chat', 'en-Latn-GB')", "\"chat\"@en-Latn-GB"},
        Example{"StrLangOfTagged", "STRLANG('a'@de, 'en')", "error"},
        Example{"StrLangEmpty", "STRLANG('a', '')", "error"},
        Example{"StrLangIllFormed", "STRLANG('a', 'en en')", "error"},
        Example{"StrLangEndsInHyphen", "STRLANG('a', 'en-')", "error"},
        Example{"StrLangFirstSubtagOfDigits", "STRLANG('a', '123-en')", "error"}),
    example_name);

TEST(Iri, ResolvesAgainstTheBase) {
  QueryContext context(std::make_shared<const store::Snapshot>(), {});
  context.set_base_iri("http://example.org/a/b?c");
  EXPECT_EQ(evaluated(parsed("IRI('../x')"), context), "<http://example.org/x>");
  EXPECT_EQ(evaluated(parsed("IRI('#f')"), context), "<http://example.org/a/b?c#f>");
  EXPECT_EQ(evaluated(parsed("IRI('urn:x')"), context), "<urn:x>");
  EXPECT_EQ(evaluated(parsed("IRI('12:00')"), context), "error") << "no scheme, no reference";
  EXPECT_EQ(evaluated(parsed("IRI('x/12:00')"), context), "<http://example.org/a/x/12:00>");
}

TEST(Uuid, IsAnotherEachTime) {
  QueryContext context(std::make_shared<const store::Snapshot>(), {});
  const TestRow row(context);
  const auto uuid = compile(parsed("UUID()"), {});
  const auto struuid = compile(parsed("STRUUID()"), {});
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const rdf::Term iri = to_term(uuid->evaluate(row.row(), context), context);
    const rdf::Term text = to_term(struuid->evaluate(row.row(), context), context);
    ASSERT_TRUE(iri.is_iri());
    EXPECT_EQ(iri.value.substr(0, 9), "urn:uuid:");
    EXPECT_EQ(text.datatype, "");
    for (const std::string& form : {iri.value.substr(9), text.value}) {
      ASSERT_EQ(form.size(), 36U);
      EXPECT_EQ(form[14], '4');  // The version (RFC 4122 §4.1.3).
      EXPECT_NE(std::string("89ab").find(form[19]), std::string::npos);
      EXPECT_EQ(form.find_first_not_of("0123456789abcdef-"), std::string::npos);
      EXPECT_TRUE(seen.insert(form).second);
    }
  }
}

class BlankNodes : public testing::Test {
 protected:
  store::Id node(Evaluator& call, std::size_t row) {
    const auto value = call.evaluate({&batch_, row}, context_);
    return std::holds_alternative<store::Id>(value) ? std::get<store::Id>(value) : store::Id();
  }

  QueryContext context_{std::make_shared<const store::Snapshot>(), {}};
  store::Batch batch_{.columns = {}, .multiplicities = {}, .row_count = 2};
};

TEST_F(BlankNodes, AreFreshWithoutALabel) {
  const auto call = compile(parsed("BNODE()"), {});
  EXPECT_NE(node(*call, 0), node(*call, 0));
  std::string scratch;
  EXPECT_TRUE(context_.term(node(*call, 0), scratch).is_blank_node());
}

TEST_F(BlankNodes, AreOneForALabelInASolution) {
  const auto first = compile(parsed("BNODE('a')"), {});
  const auto second = compile(parsed("BNODE('a')"), {});
  const auto other = compile(parsed("BNODE('b')"), {});
  for (int batch = 0; batch < 2; ++batch) {
    std::vector<store::Id> firsts{node(*first, 0), node(*first, 1)};
    // The batch grows by the column of the first, as Extend makes it.
    batch_.columns.push_back(firsts);
    EXPECT_NE(firsts[0], firsts[1]);
    EXPECT_EQ(node(*second, 0), firsts[0]);
    EXPECT_EQ(node(*second, 1), firsts[1]);
    EXPECT_NE(node(*other, 0), firsts[0]);
    // The next batch is other solutions, though its rows are equal.
    batch_.columns.clear();
    EXPECT_NE(node(*first, 0), firsts[0]);
  }
}

TEST_F(BlankNodes, HaveSimpleLiteralsAsLabels) {
  EXPECT_EQ(node(*compile(parsed("BNODE('a'@en)"), {}), 0), store::Id());
  EXPECT_EQ(node(*compile(parsed("BNODE(1)"), {}), 0), store::Id());
  EXPECT_EQ(node(*compile(parsed("BNODE(:a)"), {}), 0), store::Id());
}

}  // namespace

}  // namespace whence::exec
