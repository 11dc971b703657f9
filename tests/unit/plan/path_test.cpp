// Paths of queries, and what is walked for them: inverses in the steps, closures of closures as
// one, what no quad can match left out.
#include "plan/path.h"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "io/byte_source.h"
#include "plan/id_text.h"
#include "sparql/parser.h"
#include "store/bulk_loader.h"

namespace whence::plan {
namespace {

constexpr std::string_view kData =
    "<http://e/a> <http://e/p> <http://e/b> ; <http://e/q> <http://e/b> ; <http://e/r> "
    "<http://e/b> .";

const std::shared_ptr<const store::Snapshot>& snapshot() {
  static const auto kLoaded = [] {
    io::StringSource source(kData);
    return store::load(std::make_shared<const store::Snapshot>(), {{.source = &source,
                                                                    .syntax = io::Syntax::kTurtle,
                                                                    .base_iri = {},
                                                                    .name = "data",
                                                                    .graph = {}}});
  }();
  return kLoaded;
}

/// The path as it is written; what the parser would take apart or turn round is hidden in `( )?`.
Path path_of(const std::string& text) {
  const auto parse = [](const std::string& path) {
    return sparql::parse_query("PREFIX : <http://e/> ASK { ?x " + path + " ?y }").pattern;
  };
  const sparql::Algebra pattern = parse(text);
  if (const auto* path = std::get_if<sparql::Path>(&pattern.node);
      path != nullptr && path->subject == sparql::PatternTerm(sparql::Variable{"x"})) {
    return make_path(path->path, *snapshot());
  }
  const sparql::Algebra hidden = parse("(" + text + ")?");
  const auto& repeated =
      std::get<sparql::RepeatedPath>(std::get<sparql::Path>(hidden.node).path.node);
  return make_path(*repeated.path, *snapshot());
}

/// With the names of predicates for their ids.
std::string named(std::string text) {
  for (const std::string name : {"p", "q", "r"}) {
    const auto id = snapshot()->find(rdf::TermView::iri("http://e/" + name));
    const std::string number = id_text(*id);
    for (std::size_t at = text.find(number); at != std::string::npos; at = text.find(number)) {
      text.replace(at, number.size(), name);
    }
  }
  return text;
}

struct Case {
  const char* name;
  const char* path;
  const char* tree;
};
void PrintTo(const Case& tested, std::ostream* out) { *out << tested.path; }

class PathTest : public testing::TestWithParam<Case> {};

TEST_P(PathTest, IsWalkedAs) {
  EXPECT_EQ(named(to_string(path_of(GetParam().path))), GetParam().tree);
}

const std::vector<Case> kPaths{
    {"Step", ":p", "p"},
    {"Inverse", "^:p", "^p"},
    {"InverseTwice", "^(^:p)", "p"},
    {"Sequence", ":p/:q/:r", "(/ p q r)"},
    {"SequenceOfSequences", "(:p/:q)/(:r/:p)", "(/ p q r p)"},
    {"InverseOfASequence", "^(:p/^:q)", "(/ q ^p)"},
    {"Choice", ":p|^:q", "(| p ^q)"},
    {"ChoiceOfChoices", "(:p|:q)|:r", "(| p q r)"},
    {"ChoiceOfTheSameTwice", ":p|:p", "(| p p)"},
    {"Closure", ":p+", "(+ p)"},
    {"InverseOfAClosure", "^((:p/:q)*)", "(* (/ ^q ^p))"},
    {"StarOfPlus", "(:p+)*", "(* p)"},
    {"PlusOfOptional", "(:p?)+", "(* p)"},
    {"OptionalOfPlus", "(:p+)?", "(* p)"},
    {"PlusOfPlus", "(:p+)+", "(+ p)"},
    {"ClosureWithin", "(:p/:q*)+", "(+ (/ p (* q)))"},
    {"NegatedSet", "!:p", "(not p)"},
    {"NegatedSetTwiceTheSame", "!(:p|:p)", "(not p)"},
    {"NegatedInverses", "!(^:p)", "(^not p)"},
    {"NegatedBothWays", "!(:p|^:q)", "(| (not p) (^not q))"},
    {"InverseOfANegatedSet", "^(!(:p|^:q))", "(| (^not p) (not q))"},
    {"NegatedSetOfWhatIsNotThere", "!:none", "(not)"},
    {"NotThere", ":none", "(|)"},
    {"SequenceWithWhatIsNotThere", ":p/:none*/:q", "(/ p (* (|)) q)"},
    {"SequenceThatCannotBe", ":p/:none/:q", "(|)"},
    {"ChoiceWithWhatIsNotThere", ":p|:none", "p"},
    {"PlusOfWhatIsNotThere", ":none+", "(|)"},
};

INSTANTIATE_TEST_SUITE_P(Paths, PathTest, testing::ValuesIn(kPaths),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(PathReversedTest, ReadsEverythingTheOtherWay) {
  const Path path = path_of(":p/(^:q|!:r)/(:p/:q)*");
  EXPECT_EQ(named(to_string(reversed(path))), "(/ (* (/ ^q ^p)) (| q (^not r)) ^p)");
  EXPECT_EQ(to_string(reversed(reversed(path))), to_string(path));
}

TEST(PathNullableTest, MayHaveNoLength) {
  for (const char* text : {":p*", ":p?", ":p*/:q?", ":p|:q*", "(:p*/:q*)+"}) {
    EXPECT_TRUE(is_nullable(path_of(text))) << text;
  }
  for (const char* text : {":p", ":p+", ":p/:q*", ":p|:q", "!:p", "(:p*/:q)+"}) {
    EXPECT_FALSE(is_nullable(path_of(text))) << text;
  }
}

TEST(PathFirstEdgesTest, AreThoseAWalkCanBeginWith) {
  const auto edges = [](const char* text) {
    std::string all;
    for (const Path& edge : first_edges(path_of(text))) {
      all += (all.empty() ? "" : " ") + named(to_string(edge));
    }
    return all;
  };
  EXPECT_EQ(edges(":p/:q"), "p");
  EXPECT_EQ(edges(":p*/:q/:r"), "p q");
  EXPECT_EQ(edges("(:p|^:p|:p)+"), "p ^p");
  EXPECT_EQ(edges("!:r"), "(not r)");
}

// §18.4: between terms that are in no triple.
TEST(PathZeroLengthTest, CountsTheWaysThatNeedNoEdge) {
  struct Expected {
    const char* path;
    std::uint64_t between_variables, from_term, to_term, between_terms;
  };
  for (const Expected& expected :
       {Expected{":p*", 0, 1, 1, 1}, Expected{":p+", 0, 0, 0, 0}, Expected{":p*/:q*", 0, 0, 0, 1},
        Expected{":p*|:q*", 0, 2, 2, 2}, Expected{":p*/:q*/:r*", 0, 0, 0, 0},
        Expected{"(:p*/:q*)+", 0, 0, 0, 0}, Expected{"(:p*/:q*)*", 0, 1, 1, 1},
        Expected{"(:p*|:q*)+", 0, 1, 1, 1}}) {
    const Path path = path_of(expected.path);
    EXPECT_EQ(zero_length_count(path, false, false), expected.between_variables) << expected.path;
    EXPECT_EQ(zero_length_count(path, true, false), expected.from_term) << expected.path;
    EXPECT_EQ(zero_length_count(path, false, true), expected.to_term) << expected.path;
    EXPECT_EQ(zero_length_count(path, true, true), expected.between_terms) << expected.path;
  }
}

}  // namespace
}  // namespace whence::plan
