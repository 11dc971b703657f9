// The judge of the evaluation tests, judged itself.
#include "conformance/isomorphism.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "io/reader.h"

namespace whence::conformance {
namespace {

class Collector final : public io::QuadSink {
 public:
  void quad(const rdf::QuadView& quad) override { quads.emplace_back(quad); }
  std::vector<rdf::Quad> quads;
};

std::vector<rdf::Quad> trig(const std::string& text) {
  const std::string whole = "PREFIX : <http://e/>\n" + text;
  io::StringSource source(whole);
  Collector collector;
  io::read(io::Syntax::kTriG, source, {}, collector);
  return collector.quads;
}

struct Case {
  const char* what;
  const char* left;
  const char* right;
  bool is_isomorphic;
};

class IsomorphismTest : public testing::TestWithParam<Case> {};

TEST_P(IsomorphismTest, ComparesUpToBlankNodeNames) {
  const Case& test = GetParam();
  EXPECT_EQ(are_isomorphic(trig(test.left), trig(test.right)), test.is_isomorphic) << test.what;
  EXPECT_EQ(are_isomorphic(trig(test.right), trig(test.left)), test.is_isomorphic) << test.what;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, IsomorphismTest,
    testing::Values(
        Case{"nothing", "", "", true},  //
        Case{"other names", "_:a :p _:b .", "_:x :p _:y .", true},
        Case{"one node for two", "_:a :p _:a .", "_:a :p _:b .", false},
        Case{"duplicates count once", ":a :p 1, 1 .", ":a :p 1 .", true},
        Case{"another literal", ":a :p 1 .", ":a :p 01 .", false},
        Case{"another language", ":a :p 'x'@en .", ":a :p 'x'@fr .", false},
        Case{"another graph", ":g { :a :p 1 }", ":a :p 1 .", false},
        Case{"a blank node as graph", "_:g { :a :p _:g }", "_:h { :a :p _:h }", true},
        Case{"a graph's node elsewhere", "_:g { :a :p _:g }", "_:g { :a :p _:h }", false},
        Case{"a swapped pair", "_:a :p _:b . _:b :q :x .", "_:b :p _:a . _:a :q :x .", true},
        Case{"the direction", "_:a :p _:b . _:a :q :x .", "_:b :p _:a . _:a :q :x .", false},
        // All nodes look alike, so that refinement alone cannot tell one six-cycle from two
        // three-cycles.
        Case{"one cycle against two",
             "_:a :p _:b . _:b :p _:c . _:c :p _:d . _:d :p _:e . _:e :p _:f . _:f :p _:a .",
             "_:a :p _:b . _:b :p _:c . _:c :p _:a . _:d :p _:e . _:e :p _:f . _:f :p _:d .",
             false},
        Case{"a turned cycle", "_:a :p _:b . _:b :p _:c . _:c :p _:a .",
             "_:c :p _:b . _:b :p _:a . _:a :p _:c .", true},
        Case{"interchangeable nodes", "_:a :p 1 . _:b :p 1 . _:c :p 1 .",
             "_:x :p 1 . _:y :p 1 . _:z :p 1 .", true},
        Case{"fewer of them", "_:a :p 1 . _:b :p 1 .", "_:x :p 1 .", false}));

}  // namespace
}  // namespace whence::conformance
