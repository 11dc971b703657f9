// The statements of a data set by numbers of terms, sorted, each once: what a serializer needs that
// must see all of a node. Terms are numbered as they come, so that sorting keeps the order of the
// input. Memory: each different term once, and 16 bytes a statement.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rdf/quad.h"

namespace whence::io::jsonld {

using TermNumber = std::uint32_t;
inline constexpr TermNumber kDefaultGraph = 0;

struct Statement {
  TermNumber graph;
  TermNumber subject;
  TermNumber predicate;
  TermNumber object;

  friend auto operator<=>(const Statement&, const Statement&) = default;
};

class Statements {
 public:
  /// Throws Error (kLimit) where there are more terms than numbers.
  void add(const rdf::QuadView& quad);
  /// Must be called after the last add(), before anything is asked.
  void sort();

  [[nodiscard]] const rdf::Term& term(TermNumber number) const { return terms_[number - 1]; }
  [[nodiscard]] TermNumber term_count() const { return static_cast<TermNumber>(terms_.size()); }
  [[nodiscard]] std::span<const Statement> all() const { return statements_; }
  /// All that a graph says, and all that it says of one subject.
  [[nodiscard]] std::span<const Statement> of_graph(TermNumber graph) const;
  [[nodiscard]] std::span<const Statement> of_node(TermNumber graph, TermNumber subject) const;

 private:
  struct Hash {
    std::size_t operator()(const rdf::TermView& term) const;
  };

  [[nodiscard]] TermNumber number_of(const rdf::TermView& term);

  std::deque<rdf::Term> terms_;                                  // Term 1 is the first.
  std::unordered_map<rdf::TermView, TermNumber, Hash> numbers_;  // Views of terms_.
  std::vector<Statement> statements_;
};

}  // namespace whence::io::jsonld
