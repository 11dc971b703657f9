// Micro benchmarks of the load and scan paths: reading lines, encoding terms, scanning a range.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "io/byte_source.h"
#include "io/reader.h"
#include "store/bulk_loader.h"
#include "store/dictionary.h"
#include "store/inline_value.h"
#include "store/load_dictionary.h"
#include "store/snapshot.h"

namespace {

using namespace whence;  // NOLINT(google-build-using-namespace): a program of one file.

constexpr std::size_t kLines = 50'000;

std::string lines() {
  std::string text;
  for (std::size_t i = 0; i < kLines; ++i) {
    text += fmt::format(
        "<http://library.example/paper/{}> <http://purl.org/dc/terms/title> \"a title, {}\" .\n",
        i / 5, i * 7919 % kLines);
  }
  return text;
}

class NoSink final : public io::QuadSink {
 public:
  void quad(const rdf::QuadView& quad) override { benchmark::DoNotOptimize(quad.object.value); }
};

void parse_n_triples(benchmark::State& state) {
  const std::string text = lines();
  for (auto _ : state) {
    io::StringSource source(text);
    NoSink sink;
    io::read(io::Syntax::kNTriples, source, {}, sink);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kLines));
}
BENCHMARK(parse_n_triples)->Unit(benchmark::kMillisecond);

void encode_terms(benchmark::State& state) {
  std::vector<rdf::Term> terms;
  for (std::size_t i = 0; i < kLines; ++i) {
    terms.push_back(
        rdf::Term::iri(fmt::format("http://library.example/paper/{}", i * 7919 % (kLines / 4))));
  }
  for (auto _ : state) {
    store::LoadDictionary dictionary(std::make_shared<const store::Dictionary>(), 2);
    store::TermEncoder encoder(dictionary);
    for (const rdf::Term& term : terms) {
      benchmark::DoNotOptimize(encoder.encode(term));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kLines));
}
BENCHMARK(encode_terms)->Unit(benchmark::kMillisecond);

void encode_inlined(benchmark::State& state, const char* lexical, const char* type) {
  const auto term =
      rdf::Term::literal(lexical, std::string("http://www.w3.org/2001/XMLSchema#") + type);
  for (auto _ : state) {
    benchmark::DoNotOptimize(store::inline_id(term));
  }
}
BENCHMARK_CAPTURE(encode_inlined, integer, "12345", "integer");
BENCHMARK_CAPTURE(encode_inlined, decimal, "12.5", "decimal");
BENCHMARK_CAPTURE(encode_inlined, double, "1.25E3", "double");
BENCHMARK_CAPTURE(encode_inlined, date, "2024-02-29", "date");
BENCHMARK_CAPTURE(encode_inlined, date_time, "2024-02-29T12:30:00Z", "dateTime");

void scan_all(benchmark::State& state) {
  const std::string text = lines();
  io::StringSource source(text);
  const auto snapshot =
      store::load(std::make_shared<const store::Snapshot>(), {{.source = &source,
                                                               .syntax = io::Syntax::kNTriples,
                                                               .base_iri = {},
                                                               .name = {},
                                                               .graph = {}}});
  const store::SortOrder order = snapshot->sort_orders({}).front();
  store::Batch batch;
  for (auto _ : state) {
    store::Scan scan = snapshot->scan({}, order);
    while (scan.next(batch)) {
      benchmark::DoNotOptimize(batch.columns.front().data());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kLines));
}
BENCHMARK(scan_all)->Unit(benchmark::kMicrosecond);

}  // namespace
