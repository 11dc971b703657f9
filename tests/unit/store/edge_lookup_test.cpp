// Edges of single nodes, by one predicate and by any but some, in one graph.
#include "store/edge_lookup.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/byte_source.h"
#include "store/bulk_loader.h"

namespace whence::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::string_view kData = R"(
@prefix : <http://e/> .
:a :p :b, :c ; :q :b ; :r 1 .
:b :p :c .
:g { :a :p :d }
)";

class EdgeLookupTest : public testing::Test {
 protected:
  EdgeLookupTest() {
    io::StringSource source(kData);
    snapshot_ = load(std::make_shared<const Snapshot>(), {{.source = &source,
                                                           .syntax = io::Syntax::kTriG,
                                                           .base_iri = {},
                                                           .name = "data",
                                                           .graph = {}}});
  }

  [[nodiscard]] Id id(const std::string& name) const {
    return snapshot_->find(rdf::TermView::iri("http://e/" + name)).value_or(Id());
  }

  /// The last part of the IRIs at the far ends of the edges of `node`.
  [[nodiscard]] std::vector<std::string> ends(const EdgeLookup& edges,
                                              const std::string& node) const {
    std::vector<Id> ids;
    edges.append(id(node), ids);
    std::vector<std::string> names;
    std::string scratch;
    for (const Id end : ids) {
      const std::string value(snapshot_->term(end, scratch).value);
      names.push_back(value.substr(value.rfind('/') + 1));
    }
    return names;
  }

  std::shared_ptr<const Snapshot> snapshot_;
};

TEST_F(EdgeLookupTest, OfOnePredicate) {
  const EdgeLookup forward(*snapshot_, id("p"), false, Id::default_graph());
  EXPECT_THAT(ends(forward, "a"), UnorderedElementsAre("b", "c"));
  EXPECT_THAT(ends(forward, "c"), IsEmpty());
  EXPECT_EQ(forward.size(), 3U);
  const EdgeLookup backward(*snapshot_, id("p"), true, Id::default_graph());
  EXPECT_THAT(ends(backward, "c"), UnorderedElementsAre("a", "b"));
}

TEST_F(EdgeLookupTest, OfOneGraphAlone) {
  const EdgeLookup edges(*snapshot_, id("p"), false, id("g"));
  EXPECT_THAT(ends(edges, "a"), ElementsAre("d"));
}

TEST_F(EdgeLookupTest, OfAnyPredicateButSome) {
  const auto edges = EdgeLookup::any_but(*snapshot_, {id("p")}, false, Id::default_graph());
  EXPECT_THAT(ends(edges, "a"), UnorderedElementsAre("b", "1"));
  const auto few = EdgeLookup::any_but(*snapshot_, {id("r"), id("q")}, false, Id::default_graph());
  EXPECT_THAT(ends(few, "a"), UnorderedElementsAre("b", "c"));
  const auto all = EdgeLookup::any_but(*snapshot_, {}, true, Id::default_graph());
  EXPECT_THAT(ends(all, "b"), ElementsAre("a", "a"));
}

TEST_F(EdgeLookupTest, SaysWhetherANodeHasAny) {
  const auto edges = EdgeLookup::any_but(*snapshot_, {}, false, Id::default_graph());
  EXPECT_TRUE(edges.has(id("a")));
  EXPECT_FALSE(edges.has(id("c")));
  EXPECT_FALSE(edges.has(Id(IdTag::kLocal, 0)));
}

TEST_F(EdgeLookupTest, GivesAllByTheNearEnd) {
  const EdgeLookup edges(*snapshot_, id("p"), true, Id::default_graph());
  std::vector<Id> near;
  std::vector<Id> far;
  edges.append_edges(0, edges.size(), near, far);
  EXPECT_EQ(near.size(), 3U);
  EXPECT_TRUE(std::is_sorted(near.begin(), near.end()));
  EXPECT_EQ(far.size(), 3U);
}

}  // namespace
}  // namespace whence::store
