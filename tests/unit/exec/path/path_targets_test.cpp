// What is kept of one start and used for another is what a search would have found: closures over
// small graphs against the closure of their relation.
#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/exec/path/path_rows.h"

namespace whence::exec {
namespace {

using testing::UnorderedElementsAreArray;

/// Nodes with one edge, or none, or several, as a sequence of numbers has it: cycles with tails,
/// self-loops, trees.
class SmallGraph {
 public:
  static constexpr std::size_t kNodes = 8;
  using Relation = std::array<std::array<bool, kNodes>, kNodes>;

  explicit SmallGraph(std::uint32_t seed) : random_(seed) {
    for (std::size_t i = 0; i < kNodes; ++i) {
      const std::uint32_t kind = random_() % 8;
      for (std::uint32_t edges = kind == 0 ? 0 : kind == 1 ? 2 : 1; edges > 0; --edges) {
        edges_[i][random_() % kNodes] = true;
      }
    }
  }

  [[nodiscard]] std::string data() const {
    std::string text;
    for (const std::string& pair : pairs(edges_)) {
      text += ":" + pair.substr(0, 2) + " :p :" + pair.substr(3) + " . ";
    }
    return text;
  }
  [[nodiscard]] const Relation& edges() const { return edges_; }
  /// All nodes in some order, some of them several times: "VALUES ?x { ... }".
  [[nodiscard]] std::string starts() {
    std::string text = "VALUES ?x {";
    for (std::size_t i = 0; i < 2 * kNodes; ++i) {
      starts_.push_back(random_() % kNodes);
      text += " :n" + std::to_string(starts_.back());
    }
    return text + " }";
  }
  [[nodiscard]] std::vector<std::string> from_starts(const Relation& relation) const {
    std::vector<std::string> result;
    for (const std::size_t start : starts_) {
      Relation row{};
      row[start] = relation[start];
      std::ranges::copy(pairs(row), std::back_inserter(result));
    }
    return result;
  }

  static std::vector<std::string> pairs(const Relation& relation) {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < kNodes; ++i) {
      for (std::size_t j = 0; j < kNodes; ++j) {
        if (relation[i][j]) {
          result.push_back("n" + std::to_string(i) + " n" + std::to_string(j));
        }
      }
    }
    return result;
  }
  static Relation composed(const Relation& first, const Relation& second) {
    Relation result{};
    for (std::size_t i = 0; i < kNodes; ++i) {
      for (std::size_t j = 0; j < kNodes; ++j) {
        for (std::size_t k = 0; k < kNodes; ++k) {
          result[i][k] = result[i][k] || (first[i][j] && second[j][k]);
        }
      }
    }
    return result;
  }
  static Relation united(Relation relation, const Relation& other) {
    for (std::size_t i = 0; i < kNodes; ++i) {
      for (std::size_t j = 0; j < kNodes; ++j) {
        relation[i][j] = relation[i][j] || other[i][j];
      }
    }
    return relation;
  }
  static Relation inverse(const Relation& relation) {
    Relation result{};
    for (std::size_t i = 0; i < kNodes; ++i) {
      for (std::size_t j = 0; j < kNodes; ++j) {
        result[j][i] = relation[i][j];
      }
    }
    return result;
  }
  static Relation plus(const Relation& relation) {
    Relation result = relation;
    for (std::size_t i = 0; i < kNodes; ++i) {
      result = united(result, composed(result, relation));
    }
    return result;
  }
  /// Of no length: each node of the graph with itself.
  [[nodiscard]] Relation with_nodes(Relation relation) const {
    for (std::size_t i = 0; i < kNodes; ++i) {
      for (std::size_t j = 0; j < kNodes; ++j) {
        if (edges_[i][j]) {
          relation[i][i] = true;
          relation[j][j] = true;
        }
      }
    }
    return relation;
  }

 private:
  std::mt19937 random_;
  Relation edges_{};
  std::vector<std::size_t> starts_;
};

// What one start leads to is made of what others do: whatever the order in which they come.
TEST(PathSearchKeptTest, AgreesWithTheRelationOnSmallGraphs) {
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    SmallGraph graph(seed);
    const auto snapshot = load(graph.data());
    const std::string starts = graph.starts();
    const auto p = graph.edges();
    const auto back = SmallGraph::inverse(p);
    const auto twice = SmallGraph::composed(p, p);
    const std::vector<std::pair<const char*, SmallGraph::Relation>> paths{
        {":p+", SmallGraph::plus(p)},
        {":p*", graph.with_nodes(SmallGraph::plus(p))},
        {":p?", graph.with_nodes(p)},
        {"^:p+", SmallGraph::plus(back)},
        {"(:p/:p)+", SmallGraph::plus(twice)},
        {"(:p/:p)*", graph.with_nodes(SmallGraph::plus(twice))},
        {"(:p/:p*)+", SmallGraph::plus(p)},
        {"(:p|^:p)+", SmallGraph::plus(SmallGraph::united(p, back))},
        {"(!:q)+", SmallGraph::plus(p)},
    };
    for (const auto& [path, relation] : paths) {
      const std::string pattern = "?x " + std::string(path) + " ?y }";
      EXPECT_THAT(rows(snapshot, "SELECT ?x ?y { " + pattern),
                  UnorderedElementsAreArray(SmallGraph::pairs(relation)))
          << path << " over " << graph.data();
      for (const auto& without : std::vector<std::vector<std::string>>{{}, {"search-paths"}}) {
        EXPECT_THAT(rows(snapshot, "SELECT ?x ?y { " + starts + " " + pattern, without),
                    UnorderedElementsAreArray(graph.from_starts(relation)))
            << path << " over " << graph.data() << " from " << starts;
      }
    }
  }
}

}  // namespace
}  // namespace whence::exec
