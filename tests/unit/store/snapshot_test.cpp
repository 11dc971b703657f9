// Scans, counts and seeks against a filter over a plain list of quads, for every shape of pattern
// and every order that is offered.
#include "store/snapshot.h"

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/store/loading.h"

namespace whence::store {
namespace {

using Quad = std::array<Id, 4>;  // Indexed by Column.

/// A snapshot of random quads over few terms, so that patterns find many, and the same quads.
struct RandomData {
  std::shared_ptr<const Snapshot> snapshot;
  std::set<Quad> quads;
  std::array<std::vector<Id>, 4> terms;  // Of each column.
};

RandomData random_data(std::size_t line_count, unsigned term_count, unsigned seed) {
  std::mt19937 random(seed);
  const auto any = [&](unsigned count) { return random() % count; };
  std::string text;
  std::vector<std::array<std::string, 4>> rows;
  for (std::size_t i = 0; i < line_count; ++i) {
    std::array<std::string, 4> row{
        fmt::format("x:s{}", any(term_count)), fmt::format("x:p{}", any(5)),
        fmt::format("x:o{}", any(term_count)), any(2) == 0 ? "" : fmt::format("x:g{}", any(7))};
    text += fmt::format("<{}> <{}> <{}> {} .\n", row[0], row[1], row[2],
                        row[3].empty() ? "" : "<" + row[3] + ">");
    rows.push_back(std::move(row));
  }
  RandomData data{.snapshot = load_text(text), .quads = {}, .terms = {}};
  for (const auto& row : rows) {
    Quad quad;
    for (std::size_t i = 0; i < 4; ++i) {
      quad[i] = row[i].empty() ? Id::default_graph()
                               : data.snapshot->find(rdf::TermView::iri(row[i])).value();
    }
    data.quads.insert(quad);
  }
  for (std::size_t i = 0; i < 4; ++i) {
    std::set<Id> found;
    for (const Quad& quad : data.quads) {
      found.insert(quad[i]);
    }
    data.terms[i].assign(found.begin(), found.end());
  }
  return data;
}

/// The rows that a scan must give: the free columns in the order, sorted.
std::vector<std::vector<Id>> expected_rows(const std::set<Quad>& quads, const QuadPattern& pattern,
                                           const SortOrder& order) {
  std::vector<std::vector<Id>> rows;
  for (const Quad& quad : quads) {
    bool fits = pattern.graph.is_bound() || quad[3] != Id::default_graph();
    for (std::size_t i = 0; i < 4; ++i) {
      const Id wanted = pattern.at(static_cast<Column>(i));
      fits = fits && (!wanted.is_bound() || wanted == quad[i]);
    }
    if (fits) {
      std::vector<Id> row;
      for (const Column column : order) {
        row.push_back(quad[static_cast<std::size_t>(column)]);
      }
      rows.push_back(std::move(row));
    }
  }
  std::ranges::sort(rows);
  return rows;
}

std::vector<std::vector<Id>> rest_of(Scan& scan, std::size_t column_count) {
  std::vector<std::vector<Id>> rows;
  for (Batch batch; scan.next(batch);) {
    EXPECT_EQ(batch.columns.size(), column_count);
    EXPECT_LE(batch.row_count, kBatchRows);
    EXPECT_THAT(batch.multiplicities, testing::IsEmpty());
    for (std::size_t row = 0; row < batch.row_count; ++row) {
      std::vector<Id> ids;
      for (const auto& column : batch.columns) {
        ids.push_back(column.at(row));
      }
      rows.push_back(std::move(ids));
    }
  }
  return rows;
}

/// Which columns of a pattern are fixed: one bit each.
class EveryShape : public testing::TestWithParam<unsigned> {
 protected:
  static QuadPattern pattern_from(const Quad& quad) {
    QuadPattern pattern;
    pattern.subject = (GetParam() & 1) != 0 ? quad[0] : Id();
    pattern.predicate = (GetParam() & 2) != 0 ? quad[1] : Id();
    pattern.object = (GetParam() & 4) != 0 ? quad[2] : Id();
    pattern.graph = (GetParam() & 8) != 0 ? quad[3] : Id();
    return pattern;
  }
};

std::string shape_name(const testing::TestParamInfo<unsigned>& info) {
  constexpr std::array kNames{"Subject", "Predicate", "Object", "Graph"};
  std::string name;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    name += (info.param >> i & 1) != 0 ? kNames[i] : "";
  }
  return name.empty() ? "Nothing" : name;
}

INSTANTIATE_TEST_SUITE_P(Fixed, EveryShape, testing::Range(0U, 16U), shape_name);

TEST_P(EveryShape, IsFoundInEveryOrder) {
  const RandomData data = random_data(12'000, 100, 1);
  std::mt19937 random(GetParam());
  for (int round = 0; round < 8; ++round) {
    Quad quad;  // Sometimes one that is there, sometimes terms of different quads.
    for (std::size_t i = 0; i < 4; ++i) {
      quad[i] = data.terms[i][random() % data.terms[i].size()];
    }
    if (round % 2 == 0) {
      quad = *std::next(data.quads.begin(), static_cast<long>(random() % data.quads.size()));
    }
    const QuadPattern pattern = pattern_from(quad);
    for (const SortOrder& order : data.snapshot->sort_orders(pattern)) {
      const auto expected = expected_rows(data.quads, pattern, order);
      Scan scan = data.snapshot->scan(pattern, order);
      EXPECT_EQ(rest_of(scan, order.size()), expected);
      EXPECT_EQ(data.snapshot->count(pattern), expected.size());
    }
  }
}

TEST_P(EveryShape, OffersEveryFreeColumnFirst) {
  const Snapshot snapshot;
  const QuadPattern pattern = pattern_from(
      {Id(IdTag::kIri, 1), Id(IdTag::kIri, 2), Id(IdTag::kIri, 3), Id(IdTag::kIri, 4)});
  std::set<Column> first;
  for (const SortOrder& order : snapshot.sort_orders(pattern)) {
    for (const Column column : order) {
      EXPECT_TRUE(pattern.is_free(column));
    }
    if (!order.empty()) {
      first.insert(order.front());
    }
  }
  std::set<Column> free;
  for (const Column column :
       {Column::kSubject, Column::kPredicate, Column::kObject, Column::kGraph}) {
    if (pattern.is_free(column)) {
      free.insert(column);
    }
  }
  EXPECT_EQ(first, free);
}

TEST_P(EveryShape, SeeksForwardAndNeverBack) {
  const RandomData data = random_data(12'000, 100, 2);
  std::mt19937 random(GetParam());
  for (int round = 0; round < 8; ++round) {
    const Quad quad =
        *std::next(data.quads.begin(), static_cast<long>(random() % data.quads.size()));
    const QuadPattern pattern = pattern_from(quad);
    for (const SortOrder& order : data.snapshot->sort_orders(pattern)) {
      if (order.empty()) {
        continue;
      }
      auto expected = expected_rows(data.quads, pattern, order);
      Scan scan = data.snapshot->scan(pattern, order);
      if (Batch batch; round % 3 == 0 && scan.next(batch)) {
        expected.erase(expected.begin(),
                       expected.begin() + static_cast<std::ptrdiff_t>(batch.row_count));
      }
      const auto& terms = data.terms[static_cast<std::size_t>(order.front())];
      for (std::uint64_t step = 0; step < 3; ++step) {
        // One more than an id is for the most part no term's id.
        const Id target = Id::from_bits(terms[random() % terms.size()].bits() + step);
        scan.seek(target);
        const auto kept =
            std::ranges::find_if(expected, [&](const auto& row) { return row[0] >= target; });
        expected.erase(expected.begin(), kept);
      }
      EXPECT_EQ(rest_of(scan, order.size()), expected);
    }
  }
}

TEST(Snapshot, OfNothingHasNothing) {
  const Snapshot snapshot;
  EXPECT_EQ(snapshot.quad_count(), 0);
  EXPECT_EQ(snapshot.term_count(), 0);
  EXPECT_THAT(snapshot.named_graphs(), testing::IsEmpty());
  EXPECT_EQ(snapshot.find(rdf::TermView::iri("x:a")), std::nullopt);
  for (const Id graph : {Id::default_graph(), Id(), Id(IdTag::kIri, 3)}) {
    QuadPattern pattern;
    pattern.graph = graph;
    EXPECT_EQ(snapshot.count(pattern), 0);
    for (const SortOrder& order : snapshot.sort_orders(pattern)) {
      Scan scan = snapshot.scan(pattern, order);
      scan.seek(Id(IdTag::kIri, 1));
      Batch batch;
      EXPECT_FALSE(scan.next(batch));
      EXPECT_EQ(batch.columns.size(), order.size());
      EXPECT_EQ(batch.row_count, 0);
    }
  }
}

TEST(Snapshot, KeepsTheDefaultGraphApartFromNamedOnes) {
  const auto snapshot = load_text("<x:a> <x:p> <x:b> .\n<x:a> <x:p> <x:c> <x:g> .\n");
  QuadPattern pattern;
  EXPECT_EQ(snapshot->count(pattern), 1);
  pattern.object = snapshot->find(rdf::TermView::iri("x:c")).value();
  EXPECT_EQ(snapshot->count(pattern), 0);
  pattern.graph = Id();
  EXPECT_EQ(snapshot->count(pattern), 1);
  pattern.object = snapshot->find(rdf::TermView::iri("x:b")).value();
  EXPECT_EQ(snapshot->count(pattern), 0);
}

TEST(Snapshot, NamesItsGraphsOnceAndAscending) {
  const auto snapshot = load_text(
      "<x:a> <x:p> <x:b> <x:g2> .\n<x:a> <x:p> <x:c> <x:g1> .\n<x:b> <x:p> <x:c> <x:g2> .\n");
  const auto graphs = snapshot->named_graphs();
  EXPECT_TRUE(std::ranges::is_sorted(graphs));
  EXPECT_THAT(graphs,
              testing::UnorderedElementsAre(snapshot->find(rdf::TermView::iri("x:g1")).value(),
                                            snapshot->find(rdf::TermView::iri("x:g2")).value()));
}

TEST(Snapshot, RefusesAnOrderThatDoesNotNameTheFreeColumns) {
  const auto snapshot = load_text("<x:a> <x:p> <x:b> .\n");
  EXPECT_ANY_THROW((void)snapshot->scan({}, {Column::kSubject, Column::kPredicate}));
  EXPECT_ANY_THROW((void)snapshot->scan(
      {}, {Column::kGraph, Column::kSubject, Column::kPredicate, Column::kObject}));
}

}  // namespace
}  // namespace whence::store
