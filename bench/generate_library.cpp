// Makes the data of a library: authors, papers with titles, dates, numbers and citations. The same
// triples each time. Popular authors and papers are cited far more often than others (a power law),
// some papers lack an abstract, a date or pages.
//
// usage: generate_library TRIPLES > library.nt
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace {

constexpr std::string_view kLibrary = "http://library.example/";
constexpr std::string_view kDc = "http://purl.org/dc/terms/";
constexpr std::string_view kFoaf = "http://xmlns.com/foaf/0.1/";
constexpr std::string_view kBibo = "http://purl.org/ontology/bibo/";
constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";
constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

constexpr std::array<std::string_view, 40> kWords{
    "adaptive",   "analysis", "bounded", "cache",   "cellular", "circuits", "compact",  "data",
    "dense",      "design",   "dynamic", "entropy", "fields",   "finite",   "flow",     "graphs",
    "greedy",     "hidden",   "indexes", "joins",   "kernels",  "lattices", "learning", "linear",
    "local",      "markets",  "memory",  "models",  "networks", "optimal",  "parallel", "queries",
    "randomised", "sampling", "signals", "sorting", "sparse",   "streams",  "trees",    "waves"};
constexpr std::array<std::string_view, 4> kLanguages{"en", "de", "fr", "pt-BR"};

class Generator {
 public:
  explicit Generator(std::uint64_t wanted) : wanted_(wanted) {}

  void run() {
    while (written_ < wanted_) {
      if (papers_ % 4 == 0) {
        author();
      }
      paper();
    }
    flush();
  }

 private:
  // Not std::uniform_int_distribution: its results differ between standard libraries.
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  /// Small numbers far more often than large ones.
  std::uint64_t skewed_below(std::uint64_t limit) {
    const double u = static_cast<double>(random_() >> 11) * 0x1p-53;
    return static_cast<std::uint64_t>(static_cast<double>(limit) * u * u * u);
  }

  std::string words(std::uint64_t count) {
    std::string text;
    for (std::uint64_t i = 0; i < count; ++i) {
      text.append(i == 0 ? "" : " ").append(kWords[skewed_below(kWords.size())]);
    }
    return text;
  }

  void author() {
    const std::string subject = fmt::format("<{}author/{}>", kLibrary, authors_++);
    iri(subject, kType, fmt::format("{}Person", kFoaf));
    line(subject, kFoaf, "name",
         fmt::format("\"{} {} {}\"", words(1), words(1), below(authors_ * 3 + 10)));
    line(subject, kLibrary, "born", typed(1900 + below(100), "integer"));
    if (below(3) == 0) {
      iri(subject, fmt::format("{}worksWith", kLibrary),
          fmt::format("{}author/{}", kLibrary, skewed_below(authors_)));
    }
  }

  void paper() {
    const std::uint64_t number = papers_++;
    const std::string subject = fmt::format("<{}paper/{}>", kLibrary, number);
    iri(subject, kType, fmt::format("{}{}", kBibo, below(5) == 0 ? "Book" : "Article"));
    line(subject, kDc, "title",
         fmt::format("\"{} {}\"@{}", words(3 + below(6)), number,
                     kLanguages[skewed_below(kLanguages.size())]));
    for (std::uint64_t i = 0; i <= below(4); ++i) {
      iri(subject, fmt::format("{}creator", kDc),
          fmt::format("{}author/{}", kLibrary, skewed_below(authors_)));
    }
    if (below(10) != 0) {
      line(subject, kDc, "issued",
           typed(fmt::format("{}-{:02}-{:02}", 1950 + below(75), 1 + below(12), 1 + below(28)),
                 "date"));
    }
    if (below(4) != 0) {
      line(subject, kBibo, "numPages", typed(1 + skewed_below(900), "integer"));
    }
    if (below(3) == 0) {
      line(subject, kDc, "abstract", fmt::format("\"{}.\"", words(20 + below(20))));
    }
    if (below(2) == 0) {
      line(subject, kLibrary, "score",
           typed(fmt::format("{}.{}", below(100), 1 + below(9)), "decimal"));
    }
    for (std::uint64_t i = 0, count = skewed_below(12); i < count && number > 0; ++i) {
      iri(subject, fmt::format("{}cites", kBibo),
          fmt::format("{}paper/{}", kLibrary, skewed_below(number)));
    }
  }

  template <typename Value>
  static std::string typed(const Value& value, std::string_view type) {
    return fmt::format("\"{}\"^^<{}{}>", value, kXsd, type);
  }

  void iri(std::string_view subject, std::string_view predicate, std::string_view object) {
    if (written_++ < wanted_) {
      fmt::format_to(std::back_inserter(out_), "{} <{}> <{}> .\n", subject, predicate, object);
    }
  }

  void line(std::string_view subject, std::string_view space, std::string_view name,
            std::string_view object) {
    if (written_++ < wanted_) {
      fmt::format_to(std::back_inserter(out_), "{} <{}{}> {} .\n", subject, space, name, object);
    }
    if (out_.size() > kFlushBytes) {
      flush();
    }
  }

  void flush() {
    if (std::fwrite(out_.data(), 1, out_.size(), stdout) != out_.size() ||
        std::fflush(stdout) != 0) {
      std::perror("generate_library: standard output");
      std::exit(4);
    }
    out_.clear();
  }

  static constexpr std::size_t kFlushBytes = std::size_t{1} << 18;

  std::uint64_t wanted_;
  std::uint64_t written_ = 0;
  std::uint64_t papers_ = 0;
  std::uint64_t authors_ = 0;
  std::mt19937_64 random_{42};  // NOLINT(bugprone-random-generator-seed): the same data each time.
  std::string out_;
};

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t wanted = argc == 2 ? std::strtoull(argv[1], nullptr, 10) : 0;
  if (wanted == 0) {
    std::fputs("usage: generate_library TRIPLES > library.nt\n", stderr);
    return 2;
  }
  Generator(wanted).run();
  return 0;
}
