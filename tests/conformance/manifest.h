// A W3C test manifest (the vocabulary test-manifest#), read with Sord: what to run, on which files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace whence::conformance {

struct TestCase {
  std::string name;              ///< mf:name
  std::string type;              ///< The test's class, an IRI: what decides how it is run.
  std::string comment;           ///< rdfs:comment, for messages; may be empty.
  std::filesystem::path action;  ///< mf:action
  std::filesystem::path result;  ///< mf:result; empty where there is none.
  std::string base_iri;          ///< The address that the action's file has in the suite.
};

/// The entries of `manifest`, in their order. `suite_base` is the address of its folder, used where
/// the manifest names none with mf:assumedTestBase. Throws std::runtime_error where it cannot be
/// read, or an entry has no name, type or action.
[[nodiscard]] std::vector<TestCase> read_manifest(const std::filesystem::path& manifest,
                                                  const std::string& suite_base);

}  // namespace whence::conformance
