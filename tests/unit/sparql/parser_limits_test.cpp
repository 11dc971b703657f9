// Hostile and very long queries: deep ones are refused with a position, flat ones are read, and no
// stack overflows, neither here nor where a tree is printed or destroyed.
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "sparql/parser.h"
#include "sparql/printer.h"

namespace whence::sparql {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    text += part;
  }
  return text;
}

/// `begin`, `part` many times, `end`.
struct Repetition {
  const char* name;
  const char* begin;
  const char* part;
  const char* end;
};
void PrintTo(const Repetition& test, std::ostream* out) { *out << test.begin << test.part; }

std::string repetition_name(const testing::TestParamInfo<Repetition>& tested) {
  return tested.param.name;
}

std::string text_of(const Repetition& test, std::size_t times) {
  return test.begin + repeated(test.part, times) + test.end;
}

class DeepQueryTest : public testing::TestWithParam<Repetition> {};

TEST_P(DeepQueryTest, IsRefusedAtTheLimit) {
  try {
    (void)parse_query(text_of(GetParam(), 100'000));
    FAIL() << "read without an error";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "the query is nested or chained deeper than the limit of 512");
    EXPECT_EQ(error.code(), ErrorCode::kLimit);
    EXPECT_TRUE(error.position().has_value());
  }
}

constexpr Repetition kDeep[] = {
    {"Groups", "ASK ", "{", ""},
    {"Brackets", "ASK { FILTER", "(", ""},
    {"BlankNodes", "ASK { ?s ?p ", "[ ?p ", ""},
    {"Collections", "ASK { ?s ?p ", "(", ""},
    {"BlankNodesInATemplate", "CONSTRUCT { ?s ?p ", "[ ?p ", ""},
    {"Optionals", "ASK ", "{ OPTIONAL ", ""},
    {"OptionalsInARow", "ASK {", " OPTIONAL { ?s ?p ?o }", "}"},
    {"Unions", "ASK ", "{ {} UNION ", ""},
    {"Graphs", "ASK ", "{ GRAPH ?g ", ""},
    {"Minus", "ASK ", "{ MINUS ", ""},
    {"MinusInARow", "ASK {", " MINUS { ?s ?p ?o }", "}"},
    {"Services", "ASK ", "{ SERVICE ?s ", ""},
    {"Exists", "ASK ", "{ FILTER EXISTS ", ""},
    {"ExistsInExpressions", "ASK { FILTER", "(1 + NOT EXISTS { FILTER", ""},
    {"ExistsInHaving", "ASK {} HAVING ", "EXISTS { SELECT * {} HAVING ", ""},
    {"Paths", "ASK { ?s ", "(", ""},
    {"InversePaths", "ASK { ?s ", "^(", ""},
    {"RepeatedPaths", "ASK { ?s ", "(a/(^a|", ""},
    {"PathsInARow", "ASK {", " ?s a* ?o . ", "}"},
    {"Subqueries", "ASK ", "{ SELECT * ", ""},
    {"GroupsInARow", "ASK {", "{ ?s ?p ?o }", "}"},
    {"Sums", "ASK { FILTER(1", "+1", ") }"},
    {"SumsOfSignedNumbers", "ASK { FILTER(1", " -1", ") }"},
    {"Products", "ASK { FILTER(1", "*?x", ") }"},
    {"Negations", "ASK { FILTER(", "!(", ""},
    {"Signs", "ASK { FILTER(", "-(", ""},
    {"Calls", "ASK { FILTER(", "STR(", ""},
    {"CallsByIri", "ASK { FILTER(", "<e:f>(", ""},
    {"Lists", "ASK { FILTER(", "?x IN (", ""},
    {"EveryOperator", "ASK { FILTER(", "?a || ?b && ?c = ?d + ?e * (", ""},
};

INSTANTIATE_TEST_SUITE_P(, DeepQueryTest, testing::ValuesIn(kDeep), repetition_name);

class FlatQueryTest : public testing::TestWithParam<Repetition> {};

TEST_P(FlatQueryTest, IsRead) {
  Query query = parse_query(text_of(GetParam(), 20'000));
  const std::string printed = to_string(query);
  EXPECT_FALSE(printed.empty());
  const Query copy = query;
  query = Query();
  EXPECT_EQ(to_string(copy), printed);
}

constexpr Repetition kFlat[] = {
    {"Triples", "ASK { ", "?s ?p ?o . ", "}"},
    {"Objects", "ASK { ?s ?p 0", ", 1", "}"},
    {"Predicates", "ASK { ?s ?p 0", "; ?p 1", "}"},
    {"Semicolons", "ASK { ?s ?p 0", ";", "}"},
    {"Steps", "ASK { ?s a", "/a", " ?o }"},
    {"StepsOfARepeatedPath", "ASK { ?s (a", "/a", ")* ?o }"},
    {"PathBranches", "ASK { ?s a", "|a", " ?o }"},
    {"NegatedPredicates", "ASK { ?s !(a", "|^a", ") ?o }"},
    {"Exists", "ASK { FILTER(?x", " || EXISTS {}", ") }"},
    {"Graphs", "ASK FROM <e:g>", " FROM NAMED <e:g>", "{}"},
    {"Resources", "DESCRIBE <e:r>", " ?x <e:r>", ""},
    {"Members", "ASK { ?s ?p (", "1 ", ") }"},
    {"Rows", "ASK { VALUES (?x ?y) {", "(1 UNDEF)", "} }"},
    {"Branches", "ASK { {}", " UNION { ?s ?p ?o }", "}"},
    {"Filters", "ASK { ?s ?p ?o", " FILTER(?o > 1)", "}"},
    {"EmptyGroups", "ASK { ", "{}", "}"},
    {"Or", "ASK { FILTER(?x", " || ?x", ") }"},
    {"And", "ASK { FILTER(?x", " && ?x", ") }"},
    {"List", "ASK { FILTER(?x IN (1", ", 1", ")) }"},
    {"Columns", "SELECT ", "?x ", "{}"},
    {"Orders", "SELECT * {} ORDER BY ?x", " DESC(?x)", ""},
    {"Keys", "SELECT ?x {} GROUP BY ?x", " ?y", ""},
    {"Having", "SELECT ?x {} GROUP BY ?x HAVING (1)", " (COUNT(*) > 1)", ""},
};

INSTANTIATE_TEST_SUITE_P(, FlatQueryTest, testing::ValuesIn(kFlat), repetition_name);

/// Each of these once took time with the square of its length, or could.
class LongWordTest : public testing::TestWithParam<Repetition> {};

TEST_P(LongWordTest, IsRefused) {
  EXPECT_THROW((void)parse_query(text_of(GetParam(), 500'000)), Error);
}

constexpr Repetition kLong[] = {
    {"Dashes", "ASK { ", "a-", "}"},       {"Dots", "ASK { ", "a.", "}"},
    {"Letters", "ASK { ", "é", "}"},       {"DotsAfterAName", "ASK { e:a", ".", "}"},
    {"Angles", "ASK { ", "<", "}"},        {"Quotes", "ASK { '", "''", ""},
    {"Nots", "ASK { FILTER(", "!", ") }"},
};

INSTANTIATE_TEST_SUITE_P(, LongWordTest, testing::ValuesIn(kLong), repetition_name);

TEST(DepthLimitTest, IsAnOption) {
  ParserOptions options;
  options.depth_max = 8;
  EXPECT_NO_THROW((void)parse_query("ASK { FILTER(((((?x))))) }", options));
  EXPECT_THROW((void)parse_query("ASK { FILTER((((((((?x)))))))) }", options), Error);
  options.depth_max = 20'000;
  EXPECT_NO_THROW((void)parse_query("ASK { " + repeated("{ ?s ?p ?o }", 2'000) + " }", options));
}

}  // namespace
}  // namespace whence::sparql
