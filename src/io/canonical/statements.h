// The statements of a data set as the canonicalization needs them: those without blank nodes are
// finished lines of canonical N-Quads; the others are such lines with gaps where the labels of
// blank nodes go.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "rdf/quad.h"

namespace whence::io {

/// A blank node: its place in the order in which the input named them first.
using BlankNode = std::uint32_t;

/// One gap of a statement.
struct Mention {
  std::size_t offset = 0;  ///< In the statement's text: where the label goes.
  BlankNode node = 0;
  char position = 's';  ///< "s", "o" or "g" (RDFC-1.0 §4.7.3).

  friend auto operator<=>(const Mention&, const Mention&) = default;
};

class GappedStatement {
 public:
  std::string_view text;       ///< The line, with nothing where the gaps are.
  std::string_view predicate;  ///< The IRI in "<" and ">".

  void add_mention(const Mention& mention) { mentions_[mention_count_++] = mention; }
  [[nodiscard]] std::span<const Mention> mentions() const {
    return std::span(mentions_).first(mention_count_);
  }

  /// Appends the line to `out` with what `append_label(node, out)` appends in each gap.
  template <typename AppendLabel>
  void write(std::string& out, AppendLabel&& append_label) const {
    std::size_t start = 0;
    for (const Mention& mention : mentions()) {
      out.append(text, start, mention.offset - start);
      append_label(mention.node, out);
      start = mention.offset;
    }
    out.append(text, start);
  }

  friend auto operator<=>(const GappedStatement& a, const GappedStatement& b) {
    return std::tie(a.text, a.mention_count_, a.mentions_) <=>
           std::tie(b.text, b.mention_count_, b.mentions_);
  }
  friend bool operator==(const GappedStatement& a, const GappedStatement& b) {
    return (a <=> b) == std::strong_ordering::equal;
  }

 private:
  std::array<Mention, 3> mentions_{};
  std::uint8_t mention_count_ = 0;
};

class Statements {
 public:
  void add(const rdf::QuadView& quad);
  /// Leaves each statement once. The lines are sorted after it.
  void remove_duplicates();

  [[nodiscard]] const std::vector<std::string_view>& lines() const { return lines_; }
  [[nodiscard]] const std::vector<GappedStatement>& gapped() const { return gapped_; }
  /// The labels of the input, by node.
  [[nodiscard]] const std::vector<std::string_view>& labels() const { return labels_; }

  /// A copy that lives as long as this.
  [[nodiscard]] std::string_view keep(std::string_view text);

 private:
  void append(const rdf::TermView& term, char position, GappedStatement& statement);
  [[nodiscard]] BlankNode node_of(std::string_view label);

  std::pmr::monotonic_buffer_resource memory_;
  std::vector<std::string_view> lines_;
  std::vector<GappedStatement> gapped_;
  std::vector<std::string_view> labels_;
  std::unordered_map<std::string_view, BlankNode> nodes_;
  std::string buffer_;
};

}  // namespace whence::io
