// See manifest.h. Sord serves well here: a manifest is small, and is walked node by node.
#include "conformance/manifest.h"

#include <memory>
#include <stdexcept>
#include <string_view>

#include <serd/serd.h>
#include <sord/sord.h>

namespace whence::conformance {
namespace {

constexpr std::string_view kManifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
constexpr std::string_view kQuery = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kCanonical = "https://w3c.github.io/rdf-canon/tests/vocab#";
constexpr std::string_view kRdfs = "http://www.w3.org/2000/01/rdf-schema#";
constexpr std::string_view kFileScheme = "file://";

const uint8_t* bytes(const std::string& text) {
  return reinterpret_cast<const uint8_t*>(text.c_str());
}

/// A model and the world its nodes live in. Nodes that are handed out belong to the world.
class Graph {
 public:
  explicit Graph(const std::filesystem::path& file)
      : world_(sord_world_new()), model_(sord_new(world_.get(), SORD_SPO | SORD_OPS, false)) {
    const std::string base = std::string(kFileScheme) + file.string();
    const SerdNode base_node = serd_node_from_string(SERD_URI, bytes(base));
    const std::unique_ptr<SerdEnv, decltype(&serd_env_free)> environment(serd_env_new(&base_node),
                                                                         &serd_env_free);
    const std::unique_ptr<SerdReader, decltype(&serd_reader_free)> reader(
        sord_new_reader(model_.get(), environment.get(), SERD_TURTLE, nullptr), &serd_reader_free);
    if (serd_reader_read_file(reader.get(), bytes(base)) != SERD_SUCCESS) {
      throw std::runtime_error("cannot read the manifest " + file.string());
    }
  }

  /// The object of the first statement with this subject and predicate, or null.
  [[nodiscard]] const SordNode* object(const SordNode* subject, std::string_view predicate) {
    return first(subject, predicate, SORD_OBJECT);
  }
  /// All of them.
  [[nodiscard]] std::vector<const SordNode*> objects(const SordNode* subject,
                                                     std::string_view predicate) {
    std::vector<const SordNode*> nodes;
    SordNode* verb = sord_new_uri(world_.get(), bytes(std::string(predicate)));
    SordIter* found = sord_search(model_.get(), subject, verb, nullptr, nullptr);
    for (; !sord_iter_end(found); sord_iter_next(found)) {
      nodes.push_back(sord_iter_get_node(found, SORD_OBJECT));
    }
    sord_iter_free(found);
    sord_node_free(world_.get(), verb);
    return nodes;
  }
  [[nodiscard]] const SordNode* subject_with(std::string_view predicate) {
    return first(nullptr, predicate, SORD_SUBJECT);
  }

 private:
  struct WorldDeleter {
    void operator()(SordWorld* world) const { sord_world_free(world); }
  };
  struct ModelDeleter {
    void operator()(SordModel* model) const { sord_free(model); }
  };

  const SordNode* first(const SordNode* subject, std::string_view predicate, SordQuadIndex wanted) {
    SordNode* verb = sord_new_uri(world_.get(), bytes(std::string(predicate)));
    SordIter* found = sord_search(model_.get(), subject, verb, nullptr, nullptr);
    const SordNode* node = sord_iter_end(found) ? nullptr : sord_iter_get_node(found, wanted);
    sord_iter_free(found);
    sord_node_free(world_.get(), verb);
    return node;
  }

  std::unique_ptr<SordWorld, WorldDeleter> world_;
  std::unique_ptr<SordModel, ModelDeleter> model_;
};

std::string text_of(const SordNode* node) {
  return node == nullptr ? std::string()
                         : std::string(reinterpret_cast<const char*>(sord_node_get_string(node)));
}

std::string iri(std::string_view vocabulary, std::string_view name) {
  return std::string(vocabulary).append(name);
}

std::filesystem::path path_of(const SordNode* node) {
  const std::string address = text_of(node);
  return address.starts_with(kFileScheme) ? address.substr(kFileScheme.size()) : address;
}

std::vector<std::filesystem::path> paths_of(const std::vector<const SordNode*>& nodes) {
  std::vector<std::filesystem::path> paths;
  for (const SordNode* node : nodes) {
    paths.push_back(path_of(node));
  }
  return paths;
}

}  // namespace

std::vector<TestCase> read_manifest(const std::filesystem::path& manifest,
                                    const std::string& suite_base) {
  const std::filesystem::path file = std::filesystem::absolute(manifest).lexically_normal();
  const std::filesystem::path folder = file.parent_path();
  Graph graph(file);
  const SordNode* head = graph.subject_with(iri(kManifest, "entries"));
  const std::string assumed = text_of(graph.object(head, iri(kManifest, "assumedTestBase")));
  const std::string base = assumed.empty() ? suite_base : assumed;

  std::vector<TestCase> tests;
  const SordNode* rest = head == nullptr ? nullptr : graph.object(head, iri(kManifest, "entries"));
  while (rest != nullptr && text_of(rest) != iri(kRdf, "nil")) {
    const SordNode* entry = graph.object(rest, iri(kRdf, "first"));
    TestCase test;
    test.iri = text_of(entry);
    if (const std::string here = std::string(kFileScheme) + folder.string() + "/";
        test.iri.starts_with(here)) {
      test.iri.replace(0, here.size(), suite_base);
    }
    test.id = test.iri.substr(test.iri.rfind('#') + 1);
    test.name = text_of(graph.object(entry, iri(kManifest, "name")));
    test.type = text_of(graph.object(entry, iri(kRdf, "type")));
    test.comment = text_of(graph.object(entry, iri(kRdfs, "comment")));
    const SordNode* action = graph.object(entry, iri(kManifest, "action"));
    const SordNode* query = graph.object(action, iri(kQuery, "query"));
    test.action = path_of(query == nullptr ? action : query);
    test.data = paths_of(graph.objects(action, iri(kQuery, "data")));
    test.graph_data = paths_of(graph.objects(action, iri(kQuery, "graphData")));
    for (const SordNode* service : graph.objects(action, iri(kQuery, "serviceData"))) {
      test.services.push_back({text_of(graph.object(service, iri(kQuery, "endpoint"))),
                               paths_of(graph.objects(service, iri(kQuery, "data")))});
    }
    test.has_lax_cardinality = text_of(graph.object(entry, iri(kManifest, "resultCardinality"))) ==
                               iri(kManifest, "LaxCardinality");
    test.hash_algorithm = text_of(graph.object(entry, iri(kCanonical, "hashAlgorithm")));
    test.result = path_of(graph.object(entry, iri(kManifest, "result")));
    test.base_iri = base + test.action.lexically_relative(folder).string();
    if (test.name.empty() || test.type.empty() || test.action.empty()) {
      throw std::runtime_error("an entry of " + manifest.string() +
                               " has no name, type or action: " + text_of(entry));
    }
    tests.push_back(std::move(test));
    rest = graph.object(rest, iri(kRdf, "rest"));
  }
  return tests;
}

}  // namespace whence::conformance
