// Makes a GoogleTest case of each entry of a W3C suite.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "conformance/manifest.h"

namespace whence::conformance {

/// A case of the suite: what it is called, and how it is made. Without a maker it is left out, as
/// an entry that another runner is for.
struct SuiteCase {
  std::string name;
  std::function<testing::Test*()> make;
};

/// A name that GoogleTest takes: letters, digits and "_".
[[nodiscard]] std::string test_name(std::string_view text);

void register_case(std::string_view suite, std::string_view name,
                   const std::function<testing::Test*()>& make);

/// One case that says loudly that `folder` is not there, and is skipped.
void register_missing_suite(std::string_view suite, std::string_view repository,
                            const std::filesystem::path& folder);

/// The maker, which also notes in the results which test of the suite the case is: `iri` is what
/// script/conformance knows it by.
[[nodiscard]] std::function<testing::Test*()> noting_iri(std::string iri,
                                                         std::function<testing::Test*()> make);

/// Registers the entries of the manifest in `folder`, a path below `repository`, as cases of
/// `suite`. Where the folder is missing, one case says so and is skipped.
void register_suite(std::string_view suite, std::string_view folder,
                    const std::function<SuiteCase(const TestCase&)>& make_case,
                    std::string_view repository = "rdf-tests");

}  // namespace whence::conformance
