#include "store/dataset_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rdf/error.h"
#include "store/edge_lookup.h"
#include "unit/store/loading.h"

namespace whence::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kData = R"(
<e:s> <e:p> <e:own> .
<e:s> <e:p> "1" <e:g1> .
<e:s> <e:q> "2" <e:g1> .
<e:s> <e:p> "1" <e:g2> .
<e:t> <e:p> "3" <e:g2> .
<e:s> <e:p> "4" <e:g3> .
)";

std::vector<rdf::Term> names(const std::vector<std::string>& iris) {
  std::vector<rdf::Term> terms;
  for (const std::string& iri : iris) {
    terms.push_back(rdf::Term::iri(iri));
  }
  return terms;
}

std::shared_ptr<const Snapshot> view(const std::vector<std::string>& default_graphs,
                                     const std::vector<std::string>& named_graphs) {
  // The view does not need the snapshot that it was made of.
  return dataset_view(
      *load_text(kData), {names(default_graphs), names(named_graphs)}, [](std::uint64_t) {}, [] {});
}

TEST(DatasetViewTest, OneDefaultGraphIsSeenInPlace) {
  const auto snapshot = view({"e:g2"}, {});
  EXPECT_THAT(quads_of(*snapshot), ElementsAre("<e:s> <e:p> \"1\" .", "<e:t> <e:p> \"3\" ."));
  EXPECT_EQ(snapshot->quad_count(), 2U);
  EXPECT_THAT(snapshot->named_graphs(), IsEmpty());
  // In every order, with every column fixed.
  const Id subject = *snapshot->find(rdf::TermView::iri("e:t"));
  const Id predicate = *snapshot->find(rdf::TermView::iri("e:p"));
  EXPECT_EQ(snapshot->count({.subject = subject, .predicate = {}, .object = {}}), 1U);
  for (const SortOrder& order : snapshot->sort_orders({})) {
    Scan scan = snapshot->scan({}, order);
    Batch batch;
    ASSERT_TRUE(scan.next(batch));
    EXPECT_EQ(batch.row_count, 2U);
  }
  Scan scan = snapshot->scan({.subject = {}, .predicate = predicate, .object = {}},
                             {Column::kSubject, Column::kObject});
  scan.seek(subject);
  Batch batch;
  ASSERT_TRUE(scan.next(batch));
  EXPECT_THAT(batch.columns[0], ElementsAre(subject));
  const EdgeLookup edges(*snapshot, predicate, false, Id::default_graph());
  EXPECT_EQ(edges.size(), 2U);
  EXPECT_TRUE(edges.has(subject));
}

TEST(DatasetViewTest, SeveralDefaultGraphsAreMerged) {
  EXPECT_THAT(quads_of(*view({"e:g1", "e:g2", "e:g1"}, {})),
              ElementsAre("<e:s> <e:p> \"1\" .", "<e:s> <e:q> \"2\" .", "<e:t> <e:p> \"3\" ."));
}

TEST(DatasetViewTest, NamedGraphsAreThoseThatAreListed) {
  EXPECT_THAT(quads_of(*view({}, {"e:g3", "e:g1", "e:g3"})),
              ElementsAre("<e:s> <e:p> \"1\" <e:g1> .", "<e:s> <e:p> \"4\" <e:g3> .",
                          "<e:s> <e:q> \"2\" <e:g1> ."));
  EXPECT_THAT(quads_of(*view({"e:g3"}, {"e:g3"})),
              ElementsAre("<e:s> <e:p> \"4\" .", "<e:s> <e:p> \"4\" <e:g3> ."));
}

TEST(DatasetViewTest, AGraphThatIsNotThereIsEmpty) {
  EXPECT_THAT(quads_of(*view({"e:nowhere"}, {"e:s"})), IsEmpty());
  EXPECT_THAT(quads_of(*view({"e:nowhere", "e:g3"}, {})), ElementsAre("<e:s> <e:p> \"4\" ."));
  EXPECT_THAT(quads_of(*view({}, {})), IsEmpty());
}

TEST(DatasetViewTest, SaysWhatItWillHoldBeforeItCopies) {
  const auto snapshot = load_text(kData);
  std::uint64_t bytes = 0;
  bool is_copying = false;
  const auto reserve = [&](std::uint64_t wanted) {
    EXPECT_FALSE(is_copying);
    bytes = wanted;
  };
  const auto check = [&] { is_copying = true; };
  (void)dataset_view(*snapshot, {names({"e:g1"}), {}}, reserve, check);
  EXPECT_EQ(bytes, 0U);
  EXPECT_FALSE(is_copying);
  (void)dataset_view(*snapshot, {names({"e:g1", "e:g2"}), names({"e:g3"})}, reserve, check);
  EXPECT_GT(bytes, 0U);
  EXPECT_TRUE(is_copying);
  const auto refuse = [](std::uint64_t) { throw Error(ErrorCode::kMemoryLimit, "no"); };
  EXPECT_THROW((void)dataset_view(*snapshot, {{}, names({"e:g3"})}, refuse, check), Error);
}

}  // namespace
}  // namespace whence::store
