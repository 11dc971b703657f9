// See statements.h. Terms are written by RDFC-1.0 appendix A, "A Canonical form of N-Quads".
#include "io/canonical/statements.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include <fmt/format.h>

#include "io/term_text.h"
#include "rdf/error.h"

namespace whence::io {
namespace {

/// U+FFFE and U+FFFF do not match XML 1.1's Char and are escaped; all others that do not are
/// control characters and surrogates, which append_string_content() knows or UTF-8 has not.
void append_canonical_string(std::string& out, std::string_view text) {
  constexpr std::string_view kPlaneEnd = "\xEF\xBF";
  std::size_t start = 0;
  for (std::size_t at = text.find(kPlaneEnd); at != std::string_view::npos;
       at = text.find(kPlaneEnd, at + 1)) {
    const char last = at + 2 < text.size() ? text[at + 2] : '\0';
    if (last == '\xBE' || last == '\xBF') {
      append_string_content(out, text.substr(start, at - start));
      out += last == '\xBE' ? "\\uFFFE" : "\\uFFFF";
      start = at + 3;
    }
  }
  append_string_content(out, text.substr(start));
}

void append_literal(std::string& out, const rdf::TermView& literal) {
  out += '"';
  append_canonical_string(out, literal.value);
  out += '"';
  if (!literal.language.empty()) {
    out.append("@").append(literal.language);
  } else if (!literal.datatype.empty()) {
    out += "^^";
    append_iri(out, literal.datatype);
  }
}

}  // namespace

void Statements::add(const rdf::QuadView& quad) {
  buffer_.clear();
  GappedStatement statement;
  append(quad.subject, 's', statement);
  buffer_ += ' ';
  const std::size_t predicate = buffer_.size();
  append_iri(buffer_, quad.predicate.value);
  const std::size_t predicate_size = buffer_.size() - predicate;
  buffer_ += ' ';
  append(quad.object, 'o', statement);
  if (quad.graph) {
    buffer_ += ' ';
    append(*quad.graph, 'g', statement);
  }
  buffer_ += " .\n";
  const std::string_view text = keep(buffer_);
  if (statement.mentions().empty()) {
    lines_.push_back(text);
    return;
  }
  statement.text = text;
  statement.predicate = text.substr(predicate, predicate_size);
  gapped_.push_back(statement);
}

void Statements::remove_duplicates() {
  std::ranges::sort(lines_);
  lines_.erase(std::ranges::unique(lines_).begin(), lines_.end());
  std::ranges::sort(gapped_);
  gapped_.erase(std::ranges::unique(gapped_).begin(), gapped_.end());
}

std::string_view Statements::keep(std::string_view text) {
  char* copy = static_cast<char*>(memory_.allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

void Statements::append(const rdf::TermView& term, char position, GappedStatement& statement) {
  switch (term.kind) {
    case rdf::TermKind::kIri:
      append_iri(buffer_, term.value);
      return;
    case rdf::TermKind::kLiteral:
      append_literal(buffer_, term);
      return;
    case rdf::TermKind::kBlankNode:
      statement.add_mention({buffer_.size(), node_of(term.value), position});
      return;
  }
}

BlankNode Statements::node_of(std::string_view label) {
  if (const auto known = nodes_.find(label); known != nodes_.end()) {
    return known->second;
  }
  if (labels_.size() >= std::numeric_limits<BlankNode>::max()) {
    throw Error(ErrorCode::kLimit, fmt::format("a canonical form has at most {} blank nodes",
                                               std::numeric_limits<BlankNode>::max()));
  }
  const auto node = static_cast<BlankNode>(labels_.size());
  labels_.push_back(keep(label));
  nodes_.emplace(labels_.back(), node);
  return node;
}

}  // namespace whence::io
