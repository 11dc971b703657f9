#include "conformance/suite_registration.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <utility>

namespace whence::conformance {
namespace {

class MissingSuite : public testing::Test {
 public:
  MissingSuite(std::string repository, std::string folder)
      : repository_(std::move(repository)), folder_(std::move(folder)) {}

  void TestBody() override {
    GTEST_SKIP() << "\n*** The W3C test suite is not at " << folder_
                 << ": NOT ONE of its tests was run.\n"
                    "*** Clone https://github.com/w3c/"
                 << repository_
                 << " into a folder, and configure with\n"
                    "*** -DWHENCE_W3C_DIR=<that folder>.\n";
  }

 private:
  std::string repository_;
  std::string folder_;
};

}  // namespace

std::string test_name(std::string_view text) {
  std::string name(text);
  std::ranges::replace_if(
      name,
      [](char c) {
        return !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9');
      },
      '_');
  return name;
}

void register_case(std::string_view suite, std::string_view name,
                   const std::function<testing::Test*()>& make) {
  testing::RegisterTest(test_name(suite).c_str(), test_name(name).c_str(), nullptr, nullptr,
                        __FILE__, __LINE__, make);
}

void register_missing_suite(std::string_view suite, std::string_view repository,
                            const std::filesystem::path& folder) {
  register_case(suite, "suite_is_missing",
                [name = std::string(repository), path = folder.string()]() -> testing::Test* {
                  return new MissingSuite(name, path);
                });
}

std::function<testing::Test*()> noting_iri(std::string iri, std::function<testing::Test*()> make) {
  return [iri = std::move(iri), make = std::move(make)] {
    testing::Test::RecordProperty("iri", iri);
    return make();
  };
}

void register_suite(std::string_view suite, std::string_view folder,
                    const std::function<SuiteCase(const TestCase&)>& make_case,
                    std::string_view repository) {
  const std::filesystem::path here =
      std::filesystem::path(WHENCE_W3C_DIR) / repository / std::filesystem::path(folder);
  if (!std::filesystem::exists(here / "manifest.ttl")) {
    register_missing_suite(suite, repository, here);
    return;
  }
  const std::string home = std::string("https://w3c.github.io/")
                               .append(repository)
                               .append("/")
                               .append(folder)
                               .append("/");
  // Names that differ in signs alone ("*", "+") are numbered.
  std::map<std::string, int> uses;
  for (const TestCase& test : read_manifest(here / "manifest.ttl", home)) {
    if (const SuiteCase found = make_case(test); found.make) {
      const int use = ++uses[test_name(found.name)];
      register_case(suite, found.name + (use == 1 ? "" : "_" + std::to_string(use)),
                    noting_iri(test.iri, found.make));
    }
  }
}

}  // namespace whence::conformance
