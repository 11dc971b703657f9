// Expressions (SPARQL 1.1 §17, §19.8 [110] to [128]): precedence, functions, as trees.
#include <gtest/gtest.h>

#include "unit/sparql/tree_case.h"

namespace whence::sparql {
namespace {

class ExpressionTest : public testing::TestWithParam<TreeCase> {};

TEST_P(ExpressionTest, IsTranslated) {
  EXPECT_EQ(condition_tree(GetParam().text), GetParam().tree);
}

constexpr TreeCase kCases[] = {
    {"OrOfAnds", "?a && ?b || ?c && ?d", "(|| (&& ?a ?b) (&& ?c ?d))"},
    {"ChainsAreOneNode", "?a || ?b || ?c || (?d && ?e && ?f)", "(|| ?a ?b ?c (&& ?d ?e ?f))"},
    {"BracketsKeepChainsApart", "(?a || ?b) || ?c", "(|| (|| ?a ?b) ?c)"},
    {"ComparisonBindsMoreThanAnd", "?a = 1 && ?b != 2", "(&& (= ?a 1) (!= ?b 2))"},
    {"Comparisons", "?a < 1 || ?a <= 1 || ?a > 1 || ?a >= 1",
     "(|| (< ?a 1) (<= ?a 1) (> ?a 1) (>= ?a 1))"},
    {"LessThanIsNoIri", "?a<?b && ?c>?d", "(&& (< ?a ?b) (> ?c ?d))"},
    {"SumsFromTheLeft", "?a - ?b + ?c - ?d", "(- (+ (- ?a ?b) ?c) ?d)"},
    {"ProductsBindMore", "?a + ?b * ?c / ?d", "(+ ?a (/ (* ?b ?c) ?d))"},
    {"SumsInComparisons", "?a + 1 < ?b * 2 - 1", "(< (+ ?a 1) (- (* ?b 2) 1))"},
    {"Brackets", "(?a + ?b) * (?c)", "(* (+ ?a ?b) ?c)"},
    {"SignOrOperator", "?a -1 + +2 = ?b-1", "(= (+ (- ?a 1) +2) (- ?b 1))"},
    {"SignedNumberTimes", "?a -2*3", "(- ?a (* 2 3))"},
    {"UnaryOperators", "!?a || -?b = +?c", "(|| (! ?a) (= (unary- ?b) (unary+ ?c)))"},
    {"SignApart", "- 5 = -5", "(= (unary- 5) -5)"},
    {"In", R"(?a IN (1, ?b + 1, "x"))", R"((in ?a 1 (+ ?b 1) "x"))"},
    {"NotIn", "?a + 1 NOT IN () && ?b", "(&& (not in (+ ?a 1)) ?b)"},
    {"InOfBrackets", "(?a IN (1)) IN (true)", "(in (in ?a 1) true)"},
    {"Functions", R"(STRSTARTS(str(?a), "x") && IF(BOUND(?b), ?c, 1))",
     R"((&& (strstarts (str ?a) "x") (if (bound ?b) ?c 1)))"},
    {"FunctionNamesInAnyCase", "lcAse(?a) = UcasE(?b)", "(= (lcase ?a) (ucase ?b))"},
    {"TwoNames", "URI(?a) = IRI(?b) && isURI(?c) && isIRI(?d)",
     "(&& (= (iri ?a) (iri ?b)) (isiri ?c) (isiri ?d))"},
    {"NoArguments", "NOW() = RAND()", "(= (now) (rand))"},
    {"ArgumentsThatMayBeLeftOut",
     R"(REGEX(?a, "x") || REGEX(?a, "x", "i") || SUBSTR(?a, 1) = SUBSTR(?a, 1, 2))",
     R"((|| (regex ?a "x") (regex ?a "x" "i") (= (substr ?a 1) (substr ?a 1 2))))"},
    {"AnyNumberOfArguments",
     R"(COALESCE() = CONCAT() || COALESCE(?a, ?b, 1) = CONCAT("a", "b", "c"))",
     R"((|| (= (coalesce) (concat)) (= (coalesce ?a ?b 1) (concat "a" "b" "c"))))"},
    {"FunctionsByIri", R"(:f() || :f(?a, 1) && <http://www.w3.org/2001/XMLSchema#integer>("1"))",
     R"((|| (<e:f>) (&& (<e:f> ?a 1) (<http://www.w3.org/2001/XMLSchema#integer> "1"))))"},
    {"IriAlone", "?a = :f", "(= ?a <e:f>)"},
    {"Literals", R"("a"@en = "b"^^:t || true = FALSE || 1.0 = 1e0)",
     R"((|| (= "a"@en "b"^^<e:t>) (= true false) (= 1.0 "1e0"^^<http://www.w3.org/2001/XMLSchema#double>)))"},
};

INSTANTIATE_TEST_SUITE_P(, ExpressionTest, testing::ValuesIn(kCases), tree_case_name);

}  // namespace
}  // namespace whence::sparql
