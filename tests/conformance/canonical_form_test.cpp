// The W3C's tests of RDF Dataset Canonicalization (RDFC-1.0): one test case each, named by the
// entry's name in the manifest. A test's type decides what is done with it; there is no list of
// exceptions.
#include "io/canonical/canonical_form.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "conformance/data_set.h"
#include "conformance/manifest.h"
#include "conformance/suite_registration.h"
#include "io/blank_node_labels.h"
#include "rdf/error.h"

namespace whence::conformance {
namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

using Labels = std::map<std::string, std::string, std::less<>>;

/// A flat JSON object of strings without escapes, as the suite's maps are.
Labels read_labels(const std::filesystem::path& file) {
  const std::string text = content_of(file);
  std::vector<std::string> strings;
  for (std::size_t start = text.find('"'); start != std::string::npos;) {
    const std::size_t end = text.find('"', start + 1);
    strings.push_back(text.substr(start + 1, end - start - 1));
    start = text.find('"', end + 1);
  }
  Labels labels;
  for (std::size_t i = 0; i + 1 < strings.size(); i += 2) {
    labels.emplace(strings[i], strings[i + 1]);
  }
  return labels;
}

io::CanonicalOptions options_of(const TestCase& test) {
  EXPECT_TRUE(test.hash_algorithm.empty() || test.hash_algorithm == "SHA384");
  return {.hash = test.hash_algorithm.empty() ? io::CanonicalHash::kSha256
                                              : io::CanonicalHash::kSha384};
}

void run_evaluation(const TestCase& test) {
  std::vector<rdf::Quad> quads = read_file(test.action, {}).quads;
  const std::string expected = content_of(test.result);
  EXPECT_EQ(io::canonical_nquads(quads, options_of(test)), expected);
  std::mt19937 random(7);
  std::ranges::shuffle(quads, random);
  EXPECT_EQ(io::canonical_nquads(quads, options_of(test)), expected) << "in another order";
}

void run_map(const TestCase& test) {
  io::CanonicalForm form(options_of(test));
  for (const rdf::Quad& quad : read_file(test.action, {}).quads) {
    form.quad(quad.view());
  }
  form.finish();
  Labels found;
  for (const auto& [label, canonical] : form.issued_labels()) {
    std::string written(label);
    if (io::resembles_generated_label(label)) {  // The reader has put a "_" in.
      written.erase(1, 1);
    }
    found.emplace(written, canonical);
  }
  EXPECT_EQ(found, read_labels(test.result));
}

void run_negative(const TestCase& test) {
  try {
    (void)io::canonical_nquads(read_file(test.action, {}).quads, {.steps_max = 1'000'000});
    ADD_FAILURE() << "a poisoned graph was given a canonical form";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kLimit) << error.formatted();
  }
}

class CanonicalTest : public testing::Test {
 public:
  explicit CanonicalTest(TestCase test) : test_(std::move(test)) {}

  void TestBody() override {
    SCOPED_TRACE(test_.name);
    const std::string_view type = std::string_view(test_.type).substr(test_.type.rfind('#') + 1);
    if (type == "RDFC10EvalTest") {
      run_evaluation(test_);
    } else if (type == "RDFC10MapTest") {
      run_map(test_);
    } else if (type == "RDFC10NegativeEvalTest") {
      run_negative(test_);
    } else {
      FAIL() << "no handler for tests of the type " << test_.type;
    }
  }

 private:
  TestCase test_;
};

bool register_tests() {
  register_suite(
      "Canonical", "tests",
      [](const TestCase& test) -> SuiteCase {
        return {test.id + "_" + test.name, [test] { return new CanonicalTest(test); }};
      },
      "rdf-canon");
  return true;
}

[[maybe_unused]] const bool kIsRegistered = register_tests();

}  // namespace
}  // namespace whence::conformance
