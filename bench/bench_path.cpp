// Property paths over a tree of 200,000 edges and a dense cyclic graph: whole queries, from the
// text to the last row.
#include <benchmark/benchmark.h>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>

#include <fmt/format.h>

#include "exec/operator.h"
#include "exec/query_context.h"
#include "io/byte_source.h"
#include "plan/planner.h"
#include "sparql/parser.h"
#include "store/bulk_loader.h"
#include "store/snapshot.h"

namespace {

using namespace whence;  // NOLINT(google-build-using-namespace): a program of one file.

constexpr std::uint32_t kTreeEdges = 200'000;
constexpr std::uint32_t kPeople = 20'000;
constexpr std::uint32_t kFollowsEach = 10;

void add(std::string& text, std::string_view subject, std::string_view predicate,
         std::string_view object) {
  text += fmt::format("<http://e/{}> <http://e/{}> <http://e/{}> .\n", subject, predicate, object);
}

/// Each node's parent is any that came before: some eleven levels deep. Half of the nodes are used
/// by a paper each, and a hundred of them by many.
std::string data() {
  std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same data in each run.
  std::string text;
  for (std::uint32_t i = 1; i <= kTreeEdges; ++i) {
    add(text, fmt::format("n{}", i), "broader", fmt::format("n{}", random() % i));
    if (i % 2 == 0) {
      add(text, fmt::format("paper{}", i), "topic", fmt::format("n{}", i));
      add(text, fmt::format("paper{}", i), "field", fmt::format("n{}", 1000 + i % 100));
    }
  }
  for (std::uint32_t i = 0; i < kPeople * kFollowsEach; ++i) {
    add(text, fmt::format("p{}", i % kPeople), "follows", fmt::format("p{}", random() % kPeople));
  }
  return text;
}

const std::shared_ptr<const store::Snapshot>& snapshot() {
  static const auto loaded = [] {
    const std::string text = data();
    io::StringSource source(text);
    return store::load(std::make_shared<const store::Snapshot>(), {{.source = &source,
                                                                    .syntax = io::Syntax::kNTriples,
                                                                    .base_iri = {},
                                                                    .name = "tree",
                                                                    .graph = {}}});
  }();
  return loaded;
}

void run(benchmark::State& state, const char* text) {
  const auto& data = snapshot();
  std::uint64_t rows = 0;
  for (auto _ : state) {
    const sparql::Query query = sparql::parse_query(std::string("PREFIX : <http://e/> ") + text);
    const plan::Plan plan = plan::make_plan(query.pattern, *data);
    exec::QueryContext context(data, {});
    const auto root = exec::make_operator(plan, context);
    store::Batch batch;
    rows = 0;
    while (root->next(batch)) {
      rows += batch.row_count;
    }
  }
  state.counters["rows"] = static_cast<double>(rows);
}

BENCHMARK_CAPTURE(run, ancestors_of_one, "SELECT ?y { :n199999 :broader+ ?y }")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run, subtree_of_a_thousand, "SELECT ?x { ?x :broader+ :n200 }")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run, whole_tree_from_its_root, "SELECT ?x { ?x :broader+ :n0 }")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, all_pairs_of_the_tree, "SELECT ?x ?y { ?x :broader+ ?y }")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, all_pairs_and_themselves, "SELECT ?x ?y { ?x :broader* ?y }")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, after_a_join_distinct_starts,
                  "SELECT ?p ?y { ?p :topic ?t . ?p :field ?f . ?t :broader+ ?y }")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, after_a_join_hundred_starts,
                  "SELECT ?p ?y { ?p :topic ?t . ?p :field ?f . ?f :broader+ ?y }")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, both_ends_bound,
                  "SELECT ?p { ?p :topic ?t . ?p :field ?f . ?t :broader+ ?f }")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, sequence_with_a_closure, "SELECT ?y { :paper1000 :topic/:broader* ?y }")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run, whole_cyclic_graph_from_one, "SELECT ?y { :p1 :follows+ ?y }")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run, friends_of_friends_from_one, "SELECT ?y { :p1 (:follows/:follows)? ?y }")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(run, any_edge_but_one_from_one, "SELECT ?y { :paper1000 (!:follows)+ ?y }")
    ->Unit(benchmark::kMicrosecond);

}  // namespace
