// The text of a Turtle or TriG document on its way to Serd: read ahead token by token (RDF 1.1
// Turtle §6.5), checked for what Serd lets through, and rewritten where Serd would misread it.
//
// Checked: UTF-8, numeric escapes, nesting depth, language tags, words that are no keywords, where
// a statement may begin, "[] ." and stray dots, braces. Rewritten, each to text of equal meaning:
//   _:label        -> _:xlabel           Serd mixes up labels like "b1" with its own
//   <base>         -> <./base>           as a subject Serd takes it for the keyword
//   true1:x        -> x-true1:x          Serd reads a boolean
//   "a" in """..""" -> \"a\"             Serd loses an escape that follows a quotation mark
//   1.             -> 1 .                Serd reads a string
//   "a" @en, "a" ^^ <t> -> without space Serd wants none there; comments are left out everywhere
// Invariant: position_at() finds, for each byte given out, its place in the original text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/byte_source.h"
#include "io/reader.h"
#include "io/syntax.h"
#include "rdf/error.h"

namespace whence::io {

/// How deep brackets may nest: Serd recurses once a level.
inline constexpr std::size_t kNestingDepthMax = 1000;

class TurtleFilter {
 public:
  static constexpr int kEnd = -1;

  TurtleFilter(Syntax syntax, ByteSource& source, const ReadOptions& options);

  /// The next byte for the parser, or kEnd. Throws what `source` throws, and Error for a mistake in
  /// the text once everything in front of it has been given out.
  int next_byte() {
    if (output_next_ < output_.size()) {
      return static_cast<unsigned char>(output_[output_next_++]);
    }
    return fill_and_next_byte();
  }

  /// An error at the byte that was given out last (or at the one before it, or at the end).
  [[nodiscard]] Error error_here(std::string_view expected, bool is_about_previous) const;
  /// An error at the last place in front of here where `token` stands, if it is near.
  [[nodiscard]] Error error_at_token(std::string_view token, const std::string& message) const;

  /// A prefix as it was written, from what the parser saw.
  [[nodiscard]] static std::string_view unshielded_prefix(std::string_view prefix);

 private:
  enum class Place : std::uint8_t {
    kStart,         ///< A statement may begin.
    kOpenBrackets,  ///< After a "[" that begins a statement.
    kAnonymous,     ///< After "[]" that begins a statement: a predicate or a graph must follow.
    kGraphKeyword,  ///< After GRAPH, in front of "{".
    kWithin,
  };
  enum class Join : std::uint8_t { kNo, kAfterString, kAfterCarets };
  /// A word at next_: its size, and where its ":" stands, if it has one.
  struct Name {
    std::size_t size = 0;
    std::size_t prefix_size = std::string_view::npos;
  };
  /// From this offset of the output on, the input's is `input` onwards.
  struct Checkpoint {
    std::size_t output;
    std::size_t input;
  };

  /// What fail() throws: a mistake in the text, as distinct from one of the source.
  struct Mistake {
    Error error;
  };

  int fill_and_next_byte();
  void fill();
  bool read_more();
  [[nodiscard]] bool ensure(std::size_t size);
  [[nodiscard]] std::string_view rest() const { return std::string_view(input_).substr(next_); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return next_ + ahead < input_.size() ? input_[next_ + ahead] : '\0';
  }

  void copy(std::size_t size);
  bool copy_until(char a, char b, char c);
  void drop(std::size_t size);
  void insert(std::string_view text);

  void token();
  void space_or_comment();
  void iri();
  void string();
  void short_string(char quote);
  void long_string(char quote);
  void escape(bool is_in_iri);
  void label();
  void at_sign();
  void number();
  void word();
  void punctuation(char c);
  void dot();
  void open_brace();
  void close_brace();
  void finish_join();
  void begin_token(bool can_be_subject);
  bool keyword(std::string_view text);
  Name name();

  [[noreturn]] void fail(std::string_view expected);
  [[noreturn]] void fail_with(ErrorCode code, const std::string& message, std::size_t offset) const;
  [[nodiscard]] Position position_at(std::size_t input_offset) const;
  [[nodiscard]] std::size_t input_offset_of(std::size_t output_offset) const;

  ByteSource& source_;
  const ReadOptions& options_;
  bool has_graphs_;

  std::string input_;       // The text around here, from the first byte that output_ stands for.
  std::size_t next_ = 0;    // The first byte of input_ that is not looked at yet.
  Position start_;          // Where input_ begins.
  bool is_at_end_ = false;  // The source has no more.
  std::string tail_;        // Read, but held back: not valid UTF-8 up to now.

  std::string output_;
  std::size_t output_next_ = 0;
  std::vector<Checkpoint> checkpoints_;
  std::optional<Error> pending_;

  Place place_ = Place::kStart;
  Join join_ = Join::kNo;
  bool is_comment_ = false;
  bool has_dropped_space_ = false;  // Since the last token.
  bool is_in_graph_ = false;
  bool has_given_all_ = false;  // The output holds the last there is.
  bool has_ended_ = false;      // kEnd has been returned.
  std::size_t depth_ = 0;
  std::size_t directive_parts_ = 0;  // Tokens that still belong to PREFIX or BASE.
};

}  // namespace whence::io
