// A W3C test manifest (the vocabulary test-manifest#), read with Sord: what to run, on which files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace whence::conformance {

/// An endpoint that a query asks by SERVICE, and its data (qt:serviceData).
struct ServiceData {
  std::string endpoint;
  std::vector<std::filesystem::path> files;
};

struct TestCase {
  std::string iri;               ///< The entry's, as the suite's address makes it.
  std::string id;                ///< The entry's own name: what follows "#" in its IRI.
  std::string name;              ///< mf:name
  std::string type;              ///< The test's class, an IRI: what decides how it is run.
  std::string comment;           ///< rdfs:comment, for messages; may be empty.
  std::filesystem::path action;  ///< mf:action, or its qt:query
  std::filesystem::path result;  ///< mf:result; empty where there is none.
  std::string base_iri;          ///< The address that the action's file has in the suite.

  /// For queries: qt:data and qt:graphData, and whether a REDUCED may keep any number of copies
  /// (mf:resultCardinality). A graph's name is the address that its file has in the suite.
  std::vector<std::filesystem::path> data;
  std::vector<std::filesystem::path> graph_data;
  bool has_lax_cardinality = false;
  std::vector<ServiceData> services;

  std::string hash_algorithm;  ///< For canonical forms: rdfc:hashAlgorithm; mostly empty.

  /// The address in the suite of a file beside the action's.
  [[nodiscard]] std::string address_of(const std::filesystem::path& file) const {
    return base_iri.substr(0, base_iri.rfind('/') + 1) + file.filename().string();
  }
};

/// The entries of `manifest`, in their order. `suite_base` is the address of its folder, used where
/// the manifest names none with mf:assumedTestBase. Throws std::runtime_error where it cannot be
/// read, or an entry has no name, type or action.
[[nodiscard]] std::vector<TestCase> read_manifest(const std::filesystem::path& manifest,
                                                  const std::string& suite_base);

}  // namespace whence::conformance
