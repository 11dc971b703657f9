#include "io/canonical/canonical_form.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "unit/io/reading.h"

namespace whence::io {
namespace {

using rdf::Quad;
using rdf::Term;

const Term kP = Term::iri("http://e/p");

std::string canonical(std::string_view nquads, const CanonicalOptions& options = {}) {
  return canonical_nquads(read_quads(Syntax::kNQuads, nquads), options);
}

TEST(CanonicalFormTest, SortsAndLeavesEachStatementOnce) {
  EXPECT_EQ(canonical("<s:b> <p:p> <o:o> <g:g> .\n"
                      "<s:b> <p:p> <o:o> .\n"
                      "<s:a> <p:p> \"x\"@en .\n"
                      "<s:b> <p:p> <o:o> .\n"
                      "<s:a> <p:p> \"x\"^^<http://www.w3.org/2001/XMLSchema#string> .\n"),
            "<s:a> <p:p> \"x\" .\n"
            "<s:a> <p:p> \"x\"@en .\n"
            "<s:b> <p:p> <o:o> .\n"
            "<s:b> <p:p> <o:o> <g:g> .\n");
  EXPECT_EQ(canonical(""), "");
}

TEST(CanonicalFormTest, NamesBlankNodesByWhatIsSaidOfThem) {
  const std::string form = canonical("_:x <p:p> _:y .\n_:y <p:q> \"1\" _:g .\n");
  EXPECT_EQ(form, canonical("_:b <p:q> \"1\" _:a .\n_:c <p:p> _:b .\n_:c <p:p> _:b .\n"));
  EXPECT_NE(form, canonical("_:x <p:p> _:y .\n_:x <p:q> \"1\" _:g .\n"));
}

TEST(CanonicalFormTest, EscapesWhatAppendixASays) {
  const std::string text = "\b\t\n\f\r\"\\\x01\x0B\x7F\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD\u00E9";
  EXPECT_EQ(canonical_nquads(std::vector<Quad>{{kP, kP, Term::literal(text)}}),
            "<http://e/p> <http://e/p> \"\\b\\t\\n\\f\\r\\\"\\\\\\u0001\\u000B\\u007F\\uFFFE\\uFFFF"
            "\xEF\xBF\xBD\u00E9\" .\n");
}

TEST(CanonicalFormTest, ComparesDataSets) {
  // Two triangles and a hexagon: each node looks like every other from nearby.
  const auto ring = [](std::string_view name, int size) {
    std::vector<Quad> quads;
    for (int i = 0; i < size; ++i) {
      quads.emplace_back(Term::blank_node(fmt::format("{}{}", name, i)), kP,
                         Term::blank_node(fmt::format("{}{}", name, (i + 1) % size)));
    }
    return quads;
  };
  std::vector<Quad> triangles = ring("a", 3);
  std::ranges::copy(ring("b", 3), std::back_inserter(triangles));
  std::vector<Quad> hexagon = ring("c", 6);
  EXPECT_FALSE(have_same_canonical_form(triangles, hexagon));
  std::vector<Quad> other = ring("z", 6);
  std::mt19937 random(1);
  std::ranges::shuffle(other, random);
  EXPECT_TRUE(have_same_canonical_form(hexagon, other));
}

/// Blank nodes that are all related to one another.
std::vector<Quad> clique(int size) {
  std::vector<Quad> quads;
  for (int i = 0; i < size; ++i) {
    for (int j = 0; j < size; ++j) {
      quads.emplace_back(Term::blank_node(fmt::format("n{}", i)), kP,
                         Term::blank_node(fmt::format("n{}", j)));
    }
  }
  return quads;
}

TEST(CanonicalFormTest, PoisonedGraphsEndAtTheLimit) {
  for (const int size : {10, 60}) {
    try {
      (void)canonical_nquads(clique(size), {.steps_max = 100'000});
      ADD_FAILURE() << "no error for a clique of " << size;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kLimit);
      EXPECT_NE(std::string_view(error.what()).find("more than 100000 steps"),
                std::string_view::npos)
          << error.what();
    }
  }
  EXPECT_NO_THROW((void)canonical_nquads(clique(4), {.steps_max = 100'000}));
}

TEST(CanonicalFormTest, ALongRowOfNodesThatLookAlikeEndsAtTheDepth) {
  std::vector<Quad> row;
  for (int i = 0; i < 20'000; ++i) {
    row.emplace_back(Term::blank_node(fmt::format("n{}", i)), kP,
                     Term::blank_node(fmt::format("n{}", (i + 1) % 20'000)));
  }
  EXPECT_THROW((void)canonical_nquads(row), Error);
}

TEST(CanonicalFormTest, ANodeNamedInManyGraphsIsTriedInOneOrder) {
  std::vector<Quad> quads;
  for (int i = 0; i < 30; ++i) {
    for (const char* left : {"a", "b"}) {
      quads.emplace_back(Term::blank_node(left), kP, Term::blank_node(std::string(left) + "2"),
                         Term::iri(fmt::format("g:{}", i)));
    }
  }
  EXPECT_NO_THROW((void)canonical_nquads(quads, {.steps_max = 10'000}));
}

TEST(CanonicalFormTest, HashesAreSelectable) {
  const std::string text = "_:a <p:p> \"1\" .\n_:b <p:p> \"2\" .\n_:c <p:p> \"3\" .\n";
  EXPECT_NE(canonical(text), canonical(text, {.hash = CanonicalHash::kSha384}));
}

TEST(CanonicalFormTest, TellsTheIssuedLabels) {
  CanonicalForm form;
  for (const Quad& quad : read_quads(Syntax::kNQuads, "_:x <p:p> _:y .\n<s:s> <p:p> _:y .\n")) {
    form.quad(quad.view());
  }
  form.finish();
  const auto labels = form.issued_labels();
  ASSERT_EQ(labels.size(), 2U);
  EXPECT_EQ(labels[0].label, "x");
  EXPECT_EQ(labels[1].label, "y");
  EXPECT_NE(labels[0].canonical, labels[1].canonical);
}

}  // namespace
}  // namespace whence::io
