// The canonical form of a data set (RDF Dataset Canonicalization, RDFC-1.0): blank nodes are named
// c14n0, c14n1, ... by what is said of them alone, and the statements are written as canonical
// N-Quads (appendix A), each once, sorted by code point. Two data sets have the same canonical form
// exactly when they are isomorphic, so it can be compared, diffed, hashed and signed.
//
// Naming blank nodes that look alike takes exponential time for graphs made to be hard ("poisoned",
// §7.1), so the work is counted and limited. Statements without blank nodes cost a sort.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/byte_sink.h"
#include "io/reader.h"
#include "rdf/quad.h"

namespace whence::io {

/// The hash that tells blank nodes apart (§4.1). Forms made with different ones may differ.
enum class CanonicalHash : std::uint8_t { kSha256, kSha384 };

/// How many steps naming may take: a hash made, a call of Hash N-Degree Quads, a node placed in an
/// order that is tried. A step is about a microsecond.
inline constexpr std::uint64_t kCanonicalStepsMax = 10'000'000;

struct CanonicalOptions {
  CanonicalHash hash = CanonicalHash::kSha256;
  std::uint64_t steps_max = kCanonicalStepsMax;
};

/// Takes the quads of one data set, in any order, any number of times each. All of them are held.
class CanonicalForm final : public QuadSink {
 public:
  /// An entry of the issued identifiers map (§4.4.3, step 7); labels without "_:".
  struct IssuedLabel {
    std::string_view label;  ///< In the input. Lives as long as the form.
    std::string canonical;

    friend bool operator==(const IssuedLabel&, const IssuedLabel&) = default;
  };

  explicit CanonicalForm(const CanonicalOptions& options = {});
  CanonicalForm(const CanonicalForm&) = delete;
  CanonicalForm(CanonicalForm&&) = delete;
  CanonicalForm& operator=(const CanonicalForm&) = delete;
  CanonicalForm& operator=(CanonicalForm&&) = delete;
  ~CanonicalForm() override;

  void quad(const rdf::QuadView& quad) override;

  /// Names the blank nodes and sorts. Called once, after the last quad; what follows is there only
  /// then. Throws Error (kLimit) when `steps_max` steps were not enough.
  void finish();

  /// The statements, each with its line end; they live as long as the form.
  [[nodiscard]] std::span<const std::string_view> lines() const { return lines_; }
  /// All lines, in pieces.
  void write(ByteSink& sink) const;
  /// In the order in which the input named the blank nodes first.
  [[nodiscard]] std::vector<IssuedLabel> issued_labels() const;

 private:
  struct State;

  CanonicalOptions options_;
  std::unique_ptr<State> state_;
  std::vector<std::string_view> lines_;
};

/// The canonical form as one text.
[[nodiscard]] std::string canonical_nquads(std::span<const rdf::Quad> quads,
                                           const CanonicalOptions& options = {});

/// Whether two data sets are the same up to the names of their blank nodes. Throws as finish()
/// does.
[[nodiscard]] bool have_same_canonical_form(std::span<const rdf::Quad> left,
                                            std::span<const rdf::Quad> right,
                                            const CanonicalOptions& options = {});

}  // namespace whence::io
