// Every function that the parser lets through is there, and what is not is named with its place.
#include <gtest/gtest.h>

#include "exec/functions/function.h"
#include "rdf/error.h"
#include "rdf/vocabulary.h"
#include "unit/exec/evaluating.h"

namespace whence::exec {

namespace {

TEST(FunctionTable, HasAllOfTheGrammar) {
  // SPARQL 1.1 [121] BuiltInCall, [111] to [118], and §17.5; "uri" and "isuri" are other names.
  for (const char* name : {"||",          "&&",        "!",
                           "=",           "!=",        "<",
                           ">",           "<=",        ">=",
                           "in",          "not in",    "+",
                           "-",           "*",         "/",
                           "unary+",      "unary-",    "abs",
                           "bnode",       "bound",     "ceil",
                           "coalesce",    "concat",    "contains",
                           "datatype",    "day",       "encode_for_uri",
                           "floor",       "hours",     "if",
                           "iri",         "isblank",   "isiri",
                           "isliteral",   "isnumeric", "lang",
                           "langmatches", "lcase",     "md5",
                           "minutes",     "month",     "now",
                           "rand",        "regex",     "replace",
                           "round",       "sameterm",  "seconds",
                           "sha1",        "sha256",    "sha384",
                           "sha512",      "str",       "strafter",
                           "strbefore",   "strdt",     "strends",
                           "strlang",     "strlen",    "strstarts",
                           "struuid",     "substr",    "timezone",
                           "tz",          "ucase",     "uuid",
                           "year"}) {
    EXPECT_NE(find_function(name), nullptr) << name;
  }
  for (const char* cast :
       {"boolean", "double", "float", "decimal", "integer", "dateTime", "string"}) {
    EXPECT_NE(find_function(std::string(rdf::xsd::kNamespace) + cast), nullptr) << cast;
  }
  EXPECT_EQ(find_function("STR"), nullptr);
}

TEST(Compile, NamesAFunctionThatIsNotThere) {
  try {
    static_cast<void>(compile(parsed("1 + :distance(?a, ?b)"), {}));
    FAIL() << "compiled";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUnsupported);
    EXPECT_STREQ(error.what(), "there is no function <http://example.org/distance>");
    EXPECT_EQ(error.position(), (Position{2, 13}));
  }
}

TEST(Compile, TakesAVariableThatIsNoColumnAsUnbound) {
  EXPECT_EQ(evaluated("?a"), "error");
  EXPECT_EQ(evaluated("COALESCE(?a, 1)"), "\"1\"^^xsd:integer");
}

}  // namespace

}  // namespace whence::exec
