// Refusals: where, what was found, what was expected.
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "sparql/parser.h"
#include "sparql/printer.h"

namespace whence::sparql {
namespace {

struct Refusal {
  const char* name;
  const char* text;
  std::size_t line;
  std::size_t column;
  const char* message;
};
void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.text; }

std::string refusal_name(const testing::TestParamInfo<Refusal>& tested) {
  return tested.param.name;
}

void expect_refused(const Refusal& refusal, ErrorCode code) {
  ParserOptions options;
  options.base_iri = "http://b/";
  try {
    const Query query = parse_query(refusal.text, options);
    FAIL() << "read without an error:\n" << to_string(query);
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), refusal.message);
    EXPECT_EQ(error.code(), code);
    ASSERT_TRUE(error.position().has_value());
    EXPECT_EQ(error.position()->line, refusal.line);
    EXPECT_EQ(error.position()->column, refusal.column);
  }
}

class SyntaxErrorTest : public testing::TestWithParam<Refusal> {};

TEST_P(SyntaxErrorTest, SaysWhatWasExpected) { expect_refused(GetParam(), ErrorCode::kSyntax); }

constexpr Refusal kGrammar[] = {
    {"Nothing", "", 1, 1,
     "expected SELECT, ASK, CONSTRUCT, DESCRIBE, PREFIX or BASE, found the end of the query"},
    {"OnlyAPrologue", "PREFIX e: <e:>", 1, 15,
     "expected SELECT, ASK, CONSTRUCT, DESCRIBE, PREFIX or BASE, found the end of the query"},
    {"UnknownForm", "SELCT * {}", 1, 1,
     "expected SELECT, ASK, CONSTRUCT, DESCRIBE, PREFIX or BASE, found 'SELCT' (did you mean "
     "SELECT?)"},
    {"MisspeltPrefix", "PREFX e: <e:> ASK {}", 1, 1,
     "expected SELECT, ASK, CONSTRUCT, DESCRIBE, PREFIX or BASE, found 'PREFX' (did you mean "
     "PREFIX?)"},
    {"MisspeltFilter", "SELECT * {\n  ?s ?p ?o\n  FILTR(?o > 1)\n}", 3, 3,
     "expected '}' or a triple pattern, found 'FILTR' (did you mean FILTER?)"},
    {"MisspeltLimit", "SELECT * { ?s ?p ?o } LIMITT 5", 1, 23,
     "expected a solution modifier or the end of the query, found 'LIMITT' (did you mean LIMIT?)"},
    {"MissingBrace", "ASK { ?s ?p ?o", 1, 15,
     "expected '}' or a triple pattern, found the end of the query"},
    {"MissingOpeningBrace", "SELECT * WHERE ?s ?p ?o }", 1, 16, "expected '{', found ?s"},
    {"MissingPattern", "SELECT *", 1, 9, "expected WHERE or '{', found the end of the query"},
    {"TooManyBraces", "ASK { ?s ?p ?o } }", 1, 18,
     "expected a solution modifier or the end of the query, found '}'"},
    {"MissingDot", "ASK { ?s ?p ?o ?x ?y ?z }", 1, 16,
     "expected '.' before the next triple pattern, found ?x"},
    {"TwoDots", "ASK { ?s ?p ?o . . }", 1, 18, "expected '}' or a triple pattern, found '.'"},
    {"DotAtTheBegin", "ASK { . ?s ?p ?o }", 1, 7, "expected '}' or a triple pattern, found '.'"},
    {"MissingObject", "ASK { ?s ?p }", 1, 13,
     "expected a variable, an IRI, a literal or a blank node, found '}'"},
    {"MissingPredicate", "ASK { ?s }", 1, 10,
     "expected a predicate: a variable, an IRI or 'a', found '}'"},
    {"LiteralAsPredicate", "ASK { ?s \"p\" ?o }", 1, 10,
     "expected a predicate: a variable, an IRI or 'a', found the string \"p\""},
    {"BlankNodeAsPredicate", "ASK { ?s _:p ?o }", 1, 10,
     "expected a predicate: a variable, an IRI or 'a', found _:p"},
    {"MissingObjectAfterComma", "ASK { ?s ?p 1, . }", 1, 16,
     "expected a variable, an IRI, a literal or a blank node, found '.'"},
    {"CommaBeforeSemicolon", "ASK { ?s ?p 1; , 2 }", 1, 16,
     "expected '}' or a triple pattern, found ','"},
    {"OpenCollection", "ASK { ?s ?p (1 2 . }", 1, 18,
     "expected ')' or a member of the collection, found '.'"},
    {"OpenBlankNode", "ASK { ?s ?p [ ?q 1 . }", 1, 20, "expected ']', ';' or ',', found '.'"},
    {"EmptyBlankNodeAlone", "ASK { [] }", 1, 10,
     "expected a predicate: a variable, an IRI or 'a', found '}'"},
    {"EmptyCollectionAlone", "ASK { () }", 1, 10,
     "expected a predicate: a variable, an IRI or 'a', found '}'"},
    {"SelectOfNothing", "SELECT { ?s ?p ?o }", 1, 8,
     "expected '*', a variable or '(' after SELECT, found '{'"},
    {"SelectWithCommas", "SELECT ?s, ?p { ?s ?p ?o }", 1, 10, "expected WHERE or '{', found ','"},
    {"DistinctAndReduced", "SELECT DISTINCT REDUCED ?s { ?s ?p ?o }", 1, 17,
     "expected '*', a variable or '(' after SELECT, found 'REDUCED'"},
    {"ExpressionWithoutAs", "SELECT (?s + 1) { ?s ?p ?o }", 1, 15, "expected AS, found ')'"},
    {"ExpressionWithoutName", "SELECT (?s + 1 AS 5) { ?s ?p ?o }", 1, 19,
     "expected a variable, found '5'"},
    {"MissingBracket", "ASK { FILTER(?a > 1 }", 1, 21, "expected ')' or an operator, found '}'"},
    {"FilterWithoutBrackets", "ASK { FILTER ?a > 1 }", 1, 14,
     "expected '(' or a function call, found ?a"},
    {"FilterOfAnIri", "ASK { FILTER <e:f> }", 1, 14, "expected '(' after the name of the function"},
    {"FilterOfAValue", "ASK { FILTER true }", 1, 14,
     "expected '(' or a function call, found 'true'"},
    {"TwoComparisons", "ASK { FILTER(1 < 2 < 3) }", 1, 20,
     "expected ')' or an operator, found '<'"},
    {"TwoOperators", "ASK { FILTER(1 + * 2) }", 1, 18, "expected an expression, found '*'"},
    {"TwoNegations", "ASK { FILTER(!!?a) }", 1, 15, "expected an expression, found '!'"},
    {"UnknownFunction", "ASK { FILTER(STARTSWITH(?a, \"x\")) }", 1, 14,
     "expected the name of a function, found 'STARTSWITH'"},
    {"TooFewArguments", "ASK { FILTER(STRSTARTS(?a)) }", 1, 14,
     "STRSTARTS takes 2 arguments, found 1"},
    {"TooManyArguments", "ASK { FILTER(REGEX(?a, \"b\", \"i\", \"x\")) }", 1, 14,
     "REGEX takes 2 to 3 arguments, found 4"},
    {"BoundOfAnExpression", "ASK { FILTER(BOUND(?a + 1)) }", 1, 14, "BOUND takes a variable"},
    {"BoundOfBrackets", "ASK { FILTER(BOUND((?a))) }", 1, 14, "BOUND takes a variable"},
    {"CommaAtTheEnd", "ASK { FILTER(STRSTARTS(?a, )) }", 1, 28,
     "expected an expression, found ')'"},
    {"OptionalWithoutGroup", "ASK { OPTIONAL ?s ?p ?o }", 1, 16, "expected '{', found ?s"},
    {"UnionWithoutGroup", "ASK { { ?s ?p 1 } UNION ?s ?p 2 }", 1, 25, "expected '{', found ?s"},
    {"UnionOfTriples", "ASK { ?s ?p 1 UNION { ?s ?p 2 } }", 1, 15,
     "expected '}' or a triple pattern, found 'UNION'"},
    {"GraphOfALiteral", "ASK { GRAPH \"g\" { ?s ?p ?o } }", 1, 13,
     "expected a variable or an IRI, found the string \"g\""},
    {"OrderByNothing", "SELECT * {} ORDER BY", 1, 21,
     "expected a variable, '(', ASC, DESC or a function call after ORDER BY, found the end of the "
     "query"},
    {"OrderWithoutBy", "SELECT * {} ORDER ?x", 1, 19, "expected BY, found ?x"},
    {"DescWithoutBrackets", "SELECT * {?x ?y ?z} ORDER BY DESC ?x", 1, 35,
     "expected '(' after DESC, found ?x"},
    {"GroupByNothing", "SELECT ?x {} GROUP BY LIMIT 1", 1, 23,
     "expected a variable, '(' or a function call after GROUP BY, found 'LIMIT'"},
    {"NegativeLimit", "SELECT * {} LIMIT -1", 1, 19,
     "expected a whole number after LIMIT, found '-'"},
    {"LimitOfADecimal", "SELECT * {} LIMIT 1.5", 1, 19,
     "expected a whole number after LIMIT, found '1.5'"},
    {"TwoLimits", "SELECT * {} LIMIT 1 LIMIT 2", 1, 21,
     "expected a solution modifier or the end of the query, found 'LIMIT'"},
    {"OrderAfterLimit", "SELECT * {} LIMIT 1 ORDER BY ?x", 1, 21,
     "expected a solution modifier or the end of the query, found 'ORDER'"},
    {"TextAfterTheQuery", "ASK {} ASK {}", 1, 8,
     "expected a solution modifier or the end of the query, found 'ASK'"},
    {"ConstructWithoutTemplate", "CONSTRUCT ?s ?p ?o WHERE { ?s ?p ?o }", 1, 11,
     "expected a template in braces or WHERE after CONSTRUCT, found ?s"},
    {"FilterInATemplate", "CONSTRUCT { ?s ?p ?o FILTER(?o) } { ?s ?p ?o }", 1, 22,
     "expected '}' or a triple, found 'FILTER'"},
    {"MissingDotInATemplate", "CONSTRUCT { ?s ?p ?o ?s ?p ?o } { ?s ?p ?o }", 1, 22,
     "expected '.' before the next triple, found ?s"},
    {"PathInATemplate", "CONSTRUCT { ?s <e:p>/<e:q> ?o } { ?s ?p ?o }", 1, 21,
     "expected a variable, an IRI, a literal or a blank node, found '/'"},
    {"ConstructWhereWithFilter", "CONSTRUCT WHERE { ?s ?p ?o FILTER(?o) }", 1, 28,
     "expected '}' or a triple, found 'FILTER'"},
    {"PrefixWithLocalName", "PREFIX e:x <e:> ASK {}", 1, 8,
     "expected a prefix such as ex: after PREFIX, found 'e:x'"},
    {"PrefixWithoutIri", "PREFIX e: e: ASK {}", 1, 11,
     "expected an IRI in angle brackets after PREFIX e:, found 'e:'"},
    {"BaseWithoutIri", "BASE e: ASK {}", 1, 6,
     "expected an IRI in angle brackets after BASE, found 'e:'"},
};

INSTANTIATE_TEST_SUITE_P(Grammar, SyntaxErrorTest, testing::ValuesIn(kGrammar), refusal_name);

constexpr Refusal kRules[] = {
    {"UndeclaredPrefix", "SELECT *\nWHERE { ?s foaf:name ?o }", 2, 12,
     "the prefix 'foaf:' is not declared: expected PREFIX foaf: <...> at the beginning of the "
     "query"},
    {"UndeclaredEmptyPrefix", "ASK { ?s ?p :o }", 1, 13,
     "the prefix ':' is not declared: expected PREFIX : <...> at the beginning of the query"},
    {"UndeclaredDatatype", "ASK { ?s ?p \"1\"^^xsd:integer }", 1, 18,
     "the prefix 'xsd:' is not declared: expected PREFIX xsd: <...> at the beginning of the query"},
    {"LabelInTwoBgps", "ASK { _:a ?p ?o OPTIONAL { ?s ?p _:a } }", 1, 34,
     "_:a stands in another basic graph pattern already: expected a label of its own, or a "
     "variable"},
    {"LabelAroundAGroup", "ASK { _:a ?p 1 . { ?s ?p 2 } _:a ?p 3 }", 1, 30,
     "_:a stands in another basic graph pattern already: expected a label of its own, or a "
     "variable"},
    {"LabelInASubquery", "ASK { _:a ?p 1 { SELECT * { _:a ?p 2 } } }", 1, 29,
     "_:a stands in another basic graph pattern already: expected a label of its own, or a "
     "variable"},
    {"LabelInTwoBranches", "ASK { { _:a ?p 1 } UNION { _:a ?p 2 } }", 1, 28,
     "_:a stands in another basic graph pattern already: expected a label of its own, or a "
     "variable"},
    {"BindOfABoundVariable", "ASK { ?s ?p ?o BIND(1 AS ?o) }", 1, 26,
     "?o is bound already by what stands before in this group: BIND needs a new variable"},
    {"BindTwice", "ASK { BIND(1 AS ?x) BIND(2 AS ?x) }", 1, 31,
     "?x is bound already by what stands before in this group: BIND needs a new variable"},
    {"BindAfterOptional", "ASK { OPTIONAL { ?s ?p ?o } BIND(1 AS ?o) }", 1, 39,
     "?o is bound already by what stands before in this group: BIND needs a new variable"},
    {"BindAfterSubquery", "ASK { { SELECT ?o { ?s ?p ?o } } BIND(1 AS ?o) }", 1, 44,
     "?o is bound already by what stands before in this group: BIND needs a new variable"},
    {"BindOfTheGraph", "ASK { GRAPH ?g { ?s ?p ?o } BIND(1 AS ?g) }", 1, 39,
     "?g is bound already by what stands before in this group: BIND needs a new variable"},
    {"BindAfterValues", "ASK { VALUES ?x { 1 } BIND(1 AS ?x) }", 1, 33,
     "?x is bound already by what stands before in this group: BIND needs a new variable"},
    {"TooFewValues", "ASK { VALUES (?x ?y) { (1 2) (3) } }", 1, 30,
     "this row of VALUES has 1 value, expected 2: one for each variable"},
    {"TooManyValues", "ASK { VALUES ?z { 1 } VALUES (?x) { (1 2) } }", 1, 37,
     "this row of VALUES has 2 values, expected 1: one for each variable"},
    {"ValuesWithoutBrackets", "ASK { VALUES (?x ?y) { 1 2 } }", 1, 24,
     "expected '(' or '}', found '1'"},
    {"ValuesOfAVariable", "ASK { VALUES ?x { ?y } }", 1, 19,
     "expected an IRI, a literal or UNDEF, found ?y"},
    {"ValuesOfABlankNode", "ASK { VALUES ?x { _:a } }", 1, 19,
     "expected an IRI, a literal or UNDEF, found _:a"},
    {"VariableTwiceInValues", "ASK { VALUES (?x ?y ?x) {} }", 1, 21,
     "?x stands twice among the variables of VALUES"},
    {"AsOfABoundVariable", "SELECT (1 AS ?o) { ?s ?p ?o }", 1, 14,
     "?o is bound already by the query's pattern: AS needs a new variable"},
    {"AsTwice", "SELECT (1 AS ?x) (2 AS ?x) {}", 1, 24,
     "?x stands already in this SELECT: AS needs a new variable"},
    {"AsOfAnEarlierColumn", "SELECT ?x (2 AS ?x) {}", 1, 17,
     "?x stands already in this SELECT: AS needs a new variable"},
    {"AsOfAVariableOfValues", "SELECT (1 AS ?x) {} VALUES ?x { 1 }", 1, 14,
     "?x is bound already by the query's pattern: AS needs a new variable"},
    {"AsOfAVariableOfASubquery", "SELECT (1 AS ?x) { SELECT (2 AS ?x) {} }", 1, 14,
     "?x is bound already by the query's pattern: AS needs a new variable"},
    {"NotGrouped", "SELECT ?s ?o (COUNT(*) AS ?n)\n{ ?s ?p ?o } GROUP BY ?s", 1, 11,
     "?o is neither grouped by GROUP BY nor inside an aggregate such as SAMPLE(?o)"},
    {"NotGroupedInExpression", "SELECT ?s (?o + COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s", 1, 11,
     "?o is neither grouped by GROUP BY nor inside an aggregate such as SAMPLE(?o)"},
    {"NotGroupedAtAll", "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", 1, 8,
     "?s is neither grouped by GROUP BY nor inside an aggregate such as SAMPLE(?s)"},
    {"GroupedByAnExpressionOfIt", "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (STR(?s))", 1,
     8, "?s is neither grouped by GROUP BY nor inside an aggregate such as SAMPLE(?s)"},
    {"StarWithGroupBy", "SELECT * { ?s ?p ?o } GROUP BY ?s", 1, 8,
     "SELECT * cannot stand with GROUP BY or aggregates: expected the names of the columns"},
    {"StarWithAggregate", "SELECT * { ?s ?p ?o } HAVING (COUNT(*) > 1)", 1, 8,
     "SELECT * cannot stand with GROUP BY or aggregates: expected the names of the columns"},
    {"GroupByABoundVariable", "SELECT ?o { ?s ?p ?o } GROUP BY (STR(?s) AS ?o)", 1, 45,
     "?o is bound already by the query's pattern: AS needs a new variable"},
    {"GroupByTwoOfAName", "SELECT ?k {} GROUP BY (1 AS ?k) (2 AS ?k)", 1, 39,
     "?k is grouped by already: AS needs a new variable"},
    {"AggregateInFilter", "SELECT ?s { ?s ?p ?o FILTER(COUNT(?o) > 1) }", 1, 29,
     "COUNT is an aggregate: it can stand in SELECT, HAVING and ORDER BY, and not inside another"},
    {"AggregateInBind", "SELECT ?s { ?s ?p ?o BIND(SUM(?o) AS ?x) }", 1, 27,
     "SUM is an aggregate: it can stand in SELECT, HAVING and ORDER BY, and not inside another"},
    {"AggregateInGroupBy", "SELECT ?x { ?s ?p ?o } GROUP BY (COUNT(?o) AS ?x)", 1, 34,
     "COUNT is an aggregate: it can stand in SELECT, HAVING and ORDER BY, and not inside another"},
    {"AggregateInAggregate", "SELECT (SUM(COUNT(?o)) AS ?x) { ?s ?p ?o }", 1, 13,
     "COUNT is an aggregate: it can stand in SELECT, HAVING and ORDER BY, and not inside another"},
    {"SumOfAll", "SELECT (SUM(*) AS ?x) { ?s ?p ?o }", 1, 13, "expected an expression, found '*'"},
    {"SeparatorWithoutString", "SELECT (GROUP_CONCAT(?o; SEPARATOR=5) AS ?x) { ?s ?p ?o }", 1, 36,
     "expected a string, found '5'"},
};

INSTANTIATE_TEST_SUITE_P(Rules, SyntaxErrorTest, testing::ValuesIn(kRules), refusal_name);

constexpr Refusal kWords[] = {
    {"StringWithoutEnd", "ASK { ?s ?p \"abc\n}", 1, 17,
     "expected a quote before the end of the line: the string that begins at 1:13 is not closed"},
    {"LongStringWithoutEnd", "ASK { ?s ?p \"\"\"abc\n\" }", 2, 4,
     "expected three quotes before the end of the query: the string that begins at 1:13 is not "
     "closed"},
    {"UnknownEscape", "ASK { ?s ?p \"a\\qb\" }", 1, 15,
     "expected one of t b n r f \\ \" ' after '\\' in a string"},
    {"UnknownEscapeInAName", "ASK { ?s ?p e:a\\qb }", 1, 16,
     "expected one of _~.-!$&'()*+,;=/?#@% after '\\' in a prefixed name"},
    {"ShortCodePoint", "ASK { ?s ?p \"\\u12G4\" }", 1, 14,
     "expected 4 hexadecimal digits after \\u"},
    {"Surrogate", "ASK { ?s ?p \"\\uD800\" }", 1, 14,
     "U+D800 is no character: expected a code point that is not a surrogate and at most 10FFFF"},
    {"BeyondUnicode", "ASK { ?s ?p \"\\U00110000\" }", 1, 14,
     "U+110000 is no character: expected a code point that is not a surrogate and at most 10FFFF"},
    {"PercentWithoutDigits", "ASK { ?s ?p e:a%4 }", 1, 18,
     "expected two hexadecimal digits after '%' in a prefixed name"},
    {"SpaceInAnIri", "ASK { ?s ?p <http://a b> }", 1, 13,
     "expected a variable, an IRI, a literal or a blank node, found '<'"},
    {"DollarAlone", "ASK { ?s ?p $ }", 1, 14, "expected the name of a variable after '$'"},
    {"AtAlone", "ASK { ?s ?p \"a\"@ }", 1, 17,
     "expected a language tag after '@', such as @en or @en-GB"},
    {"LanguageTagEndsWithDash", "ASK { ?s ?p \"a\"@en- }", 1, 20,
     "expected a language tag after '@', such as @en or @en-GB"},
    {"BlankNodeWithoutLabel", "ASK { _: ?p ?o }", 1, 9,
     "expected the label of a blank node after '_:'"},
    {"UnknownCharacter", "ASK { ?s ?p ~ }", 1, 13, "'~' has no meaning here"},
    {"ControlCharacter", "ASK { \001 }", 1, 7, "the character U+0001 has no meaning here"},
    {"SignApartFromItsNumber", "ASK { ?s ?p - 5 }", 1, 13,
     "expected a variable, an IRI, a literal or a blank node, found '-'"},
    {"ColumnsCountCodePoints", "ASK { ?s ?p \"äö😀\" ; ?q \"é\" , ! }", 1, 30,
     "expected a variable, an IRI, a literal or a blank node, found '!'"},
    {"ColumnsAfterEscapes", "ASK { ?s ?p \"\\u00E4\" , ! }", 1, 24,
     "expected a variable, an IRI, a literal or a blank node, found '!'"},
    {"ColumnsCountTabsAsOne", "ASK {\t\t! }", 1, 8, "expected '}' or a triple pattern, found '!'"},
    {"LinesOfWindows", "ASK {\r\n  ?s ?p 1 . # comment\r\n  !\r\n}", 3, 3,
     "expected '}' or a triple pattern, found '!'"},
    {"LinesInLongStrings", "ASK { ?s ?p \"\"\"a\nb\n\"\"\" !", 3, 5,
     "expected '}' or a triple pattern, found '!'"},
    {"LongWordsAreCut",
     "ASK { "
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxx }",
     1, 7,
     "expected '}' or a triple pattern, found "
     "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...'"},
};

INSTANTIATE_TEST_SUITE_P(Words, SyntaxErrorTest, testing::ValuesIn(kWords), refusal_name);

constexpr Refusal kPaths[] = {
    {"NothingAfterASlash", "ASK { ?s <e:p>/ ?o }", 1, 17,
     "expected an IRI, 'a', '!' or '(' in the path, found ?o"},
    {"VariableInAPath", "ASK { ?s <e:p>|?p ?o }", 1, 16,
     "expected an IRI, 'a', '!' or '(' in the path, found ?p"},
    {"TwoInverses", "ASK { ?s ^^<e:p> ?o }", 1, 10,
     "expected a predicate: a variable, an IRI or 'a', found '^^'"},
    {"EmptyParentheses", "ASK { ?s () ?o }", 1, 11,
     "expected an IRI, 'a', '!' or '(' in the path, found ')'"},
    {"OpenParenthesis", "ASK { ?s (<e:p> ?o }", 1, 17,
     "expected ')' or an operator of paths, found ?o"},
    {"TwoRepetitions", "ASK { ?s <e:p>+* ?o }", 1, 16,
     "expected a variable, an IRI, a literal or a blank node, found '*'"},
    {"Braces", "ASK { ?s <e:p>{2} ?o }", 1, 15,
     "expected a variable, an IRI, a literal or a blank node, found '{'"},
    {"NegatedSequence", "ASK { ?s !(<e:p>/<e:q>) ?o }", 1, 17,
     "expected ')' or '|' in the negated property set, found '/'"},
    {"NegatedVariable", "ASK { ?s !?p ?o }", 1, 11,
     "expected an IRI, 'a' or '^' in the negated property set, found ?p"},
    {"NegatedNegation", "ASK { ?s !(!<e:p>) ?o }", 1, 12,
     "expected an IRI, 'a' or '^' in the negated property set, found '!'"},
    {"PathInATemplate", "CONSTRUCT { ?s <e:p>/<e:q> ?o } {}", 1, 21,
     "expected a variable, an IRI, a literal or a blank node, found '/'"},
    {"InverseInATemplate", "CONSTRUCT { ?s ^<e:p> ?o } {}", 1, 16,
     "expected a predicate: a variable, an IRI or 'a', found '^'"},
    {"PathInAShortConstruct", "CONSTRUCT WHERE { ?s <e:p>* ?o }", 1, 27,
     "expected a variable, an IRI, a literal or a blank node, found '*'"},
};

INSTANTIATE_TEST_SUITE_P(Paths, SyntaxErrorTest, testing::ValuesIn(kPaths), refusal_name);

constexpr Refusal kGroups[] = {
    {"MinusWithoutAGroup", "ASK { MINUS ?s ?p ?o }", 1, 13, "expected '{', found ?s"},
    {"ExistsWithoutAGroup", "ASK { FILTER EXISTS (1) }", 1, 21, "expected '{', found '('"},
    {"NotWithoutExists", "ASK { FILTER NOT { ?s ?p ?o } }", 1, 14,
     "expected an expression, found 'NOT'"},
    {"AggregateInExists", "SELECT (COUNT(*) AS ?n) {} HAVING EXISTS { FILTER(COUNT(*) > 1) }", 1,
     51,
     "COUNT is an aggregate: it can stand in SELECT, HAVING and ORDER BY, and not inside another"},
    {"LabelInsideAndOutsideOfExists", "ASK { ?s ?p _:a FILTER EXISTS { ?s ?q _:a } }", 1, 39,
     "_:a stands in another basic graph pattern already: expected a label of its own, or a "
     "variable"},
    {"LabelOnBothSidesOfMinus", "ASK { ?s ?p _:a MINUS { ?s ?q 1 } ?s ?r _:a }", 1, 41,
     "_:a stands in another basic graph pattern already: expected a label of its own, or a "
     "variable"},
    {"BindInTheWayOfAPath", "ASK { ?s <e:p>* ?x BIND(1 AS ?x) }", 1, 30,
     "?x is bound already by what stands before in this group: BIND needs a new variable"},
    {"BindInTheWayOfAnEndpoint", "ASK { SERVICE ?x {} BIND(1 AS ?x) }", 1, 31,
     "?x is bound already by what stands before in this group: BIND needs a new variable"},
    {"ServiceOfNothing", "ASK { SERVICE { ?s ?p ?o } }", 1, 15,
     "expected a variable or an IRI, found '{'"},
    {"ServiceWithoutAGroup", "ASK { SERVICE SILENT <e:s> ?s ?p ?o }", 1, 28,
     "expected '{', found ?s"},
};

INSTANTIATE_TEST_SUITE_P(Groups, SyntaxErrorTest, testing::ValuesIn(kGroups), refusal_name);

constexpr Refusal kForms[] = {
    {"DescribeNothing", "DESCRIBE", 1, 9,
     "expected '*', a variable or an IRI after DESCRIBE, found the end of the query"},
    {"DescribeALiteral", "DESCRIBE 'x'", 1, 10,
     "expected '*', a variable or an IRI after DESCRIBE, found the string \"x\""},
    {"DescribeStarAndMore", "DESCRIBE * ?x", 1, 12,
     "expected a solution modifier or the end of the query, found ?x"},
    {"FromNothing", "SELECT * FROM { ?s ?p ?o }", 1, 15,
     "expected NAMED or the IRI of a graph after FROM, found '{'"},
    {"FromNamedVariable", "ASK FROM NAMED ?g {}", 1, 16,
     "expected the IRI of a graph after FROM NAMED, found ?g"},
    {"FromInASubquery", "ASK { SELECT * FROM <e:g> {} }", 1, 16,
     "expected WHERE or '{', found 'FROM'"},
};

INSTANTIATE_TEST_SUITE_P(Forms, SyntaxErrorTest, testing::ValuesIn(kForms), refusal_name);

/// Features of SPARQL 1.1 that are not there yet are named, never taken for something else.
class UnsupportedTest : public testing::TestWithParam<Refusal> {};

TEST_P(UnsupportedTest, IsNamed) { expect_refused(GetParam(), ErrorCode::kUnsupported); }

constexpr Refusal kUnsupported[] = {
    {"Insert", "INSERT DATA {}", 1, 1, "the update INSERT is not supported yet"},
    {"DeleteWhere", "PREFIX e: <e:> DELETE WHERE {}", 1, 16,
     "the update DELETE is not supported yet"},
    {"With", "WITH <e:g> DELETE {} WHERE {}", 1, 1, "the update WITH is not supported yet"},
    {"Clear", "CLEAR ALL", 1, 1, "the update CLEAR is not supported yet"},
    {"CustomAggregate", "SELECT (<e:f>(DISTINCT ?x) AS ?y) {}", 1, 15,
     "DISTINCT in the call of an extension function is not supported yet"},
};

INSTANTIATE_TEST_SUITE_P(, UnsupportedTest, testing::ValuesIn(kUnsupported), refusal_name);

TEST(RelativeIriTest, NeedsABase) {
  try {
    (void)parse_query("ASK { ?s ?p <x> }");
    FAIL() << "read without an error";
  } catch (const Error& error) {
    EXPECT_EQ(error.formatted("q.rq"),
              "q.rq:1:13: error: the IRI <x> is relative, and there is no BASE to resolve it "
              "against");
  }
}

}  // namespace
}  // namespace whence::sparql
