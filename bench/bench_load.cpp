// Loads files as the program does and says how fast, and how much memory a triple takes: of the
// snapshot afterwards, and of the whole process at its peak. One line for people, one of JSON.
//
// usage: bench_load [--threads N] FILE...
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <vector>

#include <fmt/format.h>

#include "io/byte_source.h"
#include "io/syntax.h"
#include "rdf/error.h"
#include "store/bulk_loader.h"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

int measure(const std::vector<std::string>& paths, const whence::store::LoadOptions& options) {
  std::vector<std::unique_ptr<whence::io::ByteSource>> sources;
  std::vector<whence::store::Document> documents;
  for (const std::string& path : paths) {
    sources.push_back(whence::io::open_source(path));
    documents.push_back(
        {.source = sources.back().get(),
         .syntax = whence::io::syntax_from_path(path).value_or(whence::io::Syntax::kNTriples),
         .base_iri = "file:///bench",
         .name = path,
         .graph = {}});
  }
  const auto start = Clock::now();
  const auto snapshot =
      whence::store::load(std::make_shared<const whence::store::Snapshot>(), documents, options);
  const double wall = std::chrono::duration<double>(Clock::now() - start).count();
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto quads = static_cast<double>(snapshot->quad_count());
  const double cpu = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  const double rate = quads / wall;
  const double held = static_cast<double>(snapshot->memory_bytes()) / quads;
  const double peak = static_cast<double>(usage.ru_maxrss) * 1024 / quads;
  fmt::print(
      "load: {} quads, {} terms in {:.2f} s: {:.0f} k/s (cpu {:.2f} s: {:.0f} k/s and core); "
      "{:.0f} "
      "bytes a quad held, {:.0f} at the peak\n",
      snapshot->quad_count(), snapshot->term_count(), wall, rate / 1e3, cpu, quads / cpu / 1e3,
      held, peak);
  fmt::print(
      R"({{"bench":"load","quads":{},"terms":{},"wall_s":{:.3f},"cpu_s":{:.3f},"quads_per_s":{:.0f},)"
      R"("bytes_per_quad":{:.1f},"peak_bytes_per_quad":{:.1f}}})"
      "\n",
      snapshot->quad_count(), snapshot->term_count(), wall, cpu, rate, held, peak);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  whence::store::LoadOptions options;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--threads" && i + 1 < argc) {
      options.thread_count = std::strtoull(argv[++i], nullptr, 10);
    } else {
      paths.emplace_back(argv[i]);
    }
  }
  if (paths.empty()) {
    std::fputs("usage: bench_load [--threads N] FILE...\n", stderr);
    return 2;
  }
  try {
    return measure(paths, options);
  } catch (const whence::Error& error) {
    fmt::print(stderr, "{}\n", error.formatted("bench_load"));
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_load: error: {}\n", error.what());
  }
  return 4;
}
