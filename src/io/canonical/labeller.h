// Names blank nodes by what is said of them: the algorithms of RDFC-1.0 §4.4 to §4.8, with the
// steps counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/canonical/canonical_form.h"
#include "io/canonical/digest.h"
#include "io/canonical/statements.h"

namespace whence::io {

/// The depth of Hash N-Degree Quads' recursion: how many nodes that look alike may follow one
/// another in a row. With sanitizers a level takes 4 kB of stack and more.
inline constexpr std::size_t kCanonicalDepthMax = 1'000;

class Labeller {
 public:
  /// `statements` must outlive it, and have no duplicates.
  Labeller(const Statements& statements, const CanonicalOptions& options);

  /// The number in the canonical label of each node. Throws Error (kLimit).
  [[nodiscard]] std::vector<std::uint32_t> label_nodes();

 private:
  /// §4.5: gives out b0, b1, ...
  class Issuer {
   public:
    [[nodiscard]] bool has(BlankNode node) const { return numbers_.contains(node); }
    /// The number of `node`, a new one where it has none.
    std::size_t issue(BlankNode node);
    /// In the order of their numbers.
    [[nodiscard]] const std::vector<BlankNode>& order() const { return order_; }

   private:
    std::unordered_map<BlankNode, std::size_t> numbers_;
    std::vector<BlankNode> order_;
  };
  struct Path {
    std::string text;
    Issuer issuer;
  };
  using RelatedNodes = std::map<std::string, std::vector<BlankNode>>;

  [[nodiscard]] std::string hash_first_degree(BlankNode node);
  [[nodiscard]] std::string hash_related(BlankNode related, const GappedStatement& statement,
                                         char position, Issuer& issuer);
  [[nodiscard]] RelatedNodes related_nodes(BlankNode node, Issuer& issuer);
  [[nodiscard]] std::string hash_n_degree(BlankNode node, Issuer& issuer, std::size_t depth);
  [[nodiscard]] Path choose_path(std::vector<BlankNode>& nodes, Issuer& issuer, std::size_t depth);
  [[nodiscard]] bool follow(const std::vector<BlankNode>& nodes, std::string_view best, Path& path,
                            std::size_t depth);
  void label_alike(const std::vector<BlankNode>& nodes);

  [[nodiscard]] bool is_labelled(BlankNode node) const;
  void label(BlankNode node);
  void count_steps(std::size_t steps);
  [[noreturn]] void throw_limit(std::string_view limit, std::uint64_t value) const;

  const Statements& statements_;
  CanonicalOptions options_;
  Digest digest_;
  std::vector<std::vector<std::uint32_t>> statements_of_;  // By node: its statements, each once.
  std::vector<std::string> first_degree_;                  // By node: its first-degree hash.
  std::vector<std::uint32_t> numbers_;                     // By node: its canonical number.
  std::uint32_t labelled_count_ = 0;
  std::uint64_t step_count_ = 0;
};

}  // namespace whence::io
