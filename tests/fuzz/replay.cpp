// The short run, for any compiler: every seed as it is, then mutations of seeds, the same ones each
// time. It finds what breaks soon; script/fuzz searches with libFuzzer.
//
// usage: fuzz_TARGET FILES... [--mutations N]
//
// A file is a seed; a file that script/fuzz found runs the same way.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t bound) { return bound == 0 ? 0 : random() % bound; }

/// What the grammars hang on: brackets, quotes, ends, bytes that are no UTF-8.
constexpr char kTellingText[] = "<>\"'\\{}[]();.,@#^&%:_=/?!-+0a \n\r\t\0\xC3\x80\xFF\xEF";
constexpr std::string_view kTelling(kTellingText, sizeof(kTellingText) - 1);

/// One to eight small changes: a byte set, a stretch removed, repeated, or taken from another seed.
std::string mutated(const std::vector<std::string>& seeds, Random& random) {
  std::string text = seeds[below(random, seeds.size())];
  for (std::size_t changes = 1 + below(random, 8); changes > 0; --changes) {
    const std::size_t at = below(random, text.size() + 1);
    const std::size_t size = below(random, 1 + std::min<std::size_t>(32, text.size() - at));
    switch (below(random, 4)) {
      case 0:
        text.insert(at, 1, kTelling[below(random, kTelling.size())]);
        break;
      case 1:
        text.erase(at, size);
        break;
      case 2:
        text.insert(at, text.substr(at, size));
        break;
      default: {
        const std::string& other = seeds[below(random, seeds.size())];
        text.insert(at, other.substr(below(random, other.size() + 1), 1 + below(random, 32)));
      }
    }
  }
  return text;
}

void run(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  std::vector<std::string> seeds;
  std::size_t mutations = 0;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--mutations" && i + 1 < arguments.size()) {
      mutations = std::stoul(std::string(arguments[++i]));
      continue;
    }
    std::ifstream file{std::string(arguments[i]), std::ios::binary};
    if (!file) {
      std::cerr << "cannot read " << arguments[i] << '\n';
      return 2;
    }
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (seeds.empty()) {
    std::cerr << "usage: " << argv[0] << " FILES... [--mutations N]\n";
    return 2;
  }
  std::ranges::for_each(seeds, run);
  Random random(20240322);
  for (std::size_t i = 0; i < mutations; ++i) {
    run(mutated(seeds, random));
  }
  std::cout << seeds.size() << " seeds, " << mutations << " mutations\n";
  return 0;
}
