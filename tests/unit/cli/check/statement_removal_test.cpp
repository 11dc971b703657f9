#include "cli/check/statement_removal.h"

#include <ostream>
#include <vector>

#include <gtest/gtest.h>

namespace whence::cli {
namespace {

using io::Syntax;

struct Case {
  const char* name;
  std::string_view text;
  std::size_t line;
  std::string_view rest;
  Syntax syntax = Syntax::kTriG;
};

void PrintTo(const Case& it, std::ostream* out) { *out << it.name; }

std::string name_of(const testing::TestParamInfo<Case>& info) { return info.param.name; }

class StatementRemovalTest : public testing::TestWithParam<Case> {};

TEST_P(StatementRemovalTest, LeavesTheRest) {
  EXPECT_EQ(without_statement(GetParam().text, GetParam().line, GetParam().syntax),
            GetParam().rest);
}

INSTANTIATE_TEST_SUITE_P(
    Documents, StatementRemovalTest,
    testing::ValuesIn(std::vector<Case>{
        {"ALine", "a b c .\nd e f .\ng h i .", 2, "a b c .\n\ng h i .\n"},
        {"FromTheMiddleOfSeveralLines", "a b c .\nd\n  e f ;\n  g h .\ni j k .", 3,
         "a b c .\n\n\n\ni j k .\n"},
        {"ACommentBehindTheStop", "a b c . # first\nd e f .", 2, "a b c . # first\n\n"},
        {"AfterAPrefix", "PREFIX a: <http://e/>\na b c .", 2, "PREFIX a: <http://e/>\n\n"},
        {"WithoutAStop", "a b c\nd e f .\ng h i .", 1, "\n\ng h i .\n"},
        {"LastOfAGraph", "g {\n  a b c\n}\nd e f .", 2, "g {\n\n}\nd e f .\n"},
        {"TheNameOfAGraph", "g {\n  a b c .\n}\nd e f .", 1, "\n\n\nd e f .\n"},
        {"APrefix", "PREFIX a: http://e/\na b c .", 1, ""},
        {"ABase", "@base <e> .\na b c .", 1, ""},
        {"ANameLikeABase", "base:a b c .", 1, "\n"},
        {"NoSuchLine", "a b c .", 3, ""},
        {"NoSuchLineZero", "a b c .", 0, ""},
        {"NTriples", "oops\na b c .", 1, "\na b c .\n", Syntax::kNTriples},
        {"RdfXml", "<rdf:RDF>\n</b>", 2, "", Syntax::kRdfXml},
    }),
    name_of);

}  // namespace
}  // namespace whence::cli
