// RDF terms: IRIs, blank nodes, literals (RDF 1.1 Concepts §3). Identity is lexical: two terms are
// equal when kind, lexical form, datatype and language tag are equal character by character.
//
// A TermView borrows its text and is what flows through readers, dictionaries and writers; a Term
// owns it. One invariant holds in both: `datatype` is empty for IRIs, for blank nodes, for literals
// of xsd:string and for language-tagged literals (whose datatype rdf:langString is implied), so
// that one term has one representation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace whence::rdf {

enum class TermKind : std::uint8_t { kBlankNode, kIri, kLiteral };

struct TermView {
  TermKind kind = TermKind::kIri;
  std::string_view value;     ///< The IRI, the blank node's label without "_:", the lexical form.
  std::string_view datatype;  ///< A datatype IRI, or empty (see above).
  std::string_view language;  ///< A language tag as it was written, or empty.

  static TermView iri(std::string_view value) { return {TermKind::kIri, value, {}, {}}; }
  static TermView blank_node(std::string_view label) {
    return {TermKind::kBlankNode, label, {}, {}};
  }
  /// A literal; a datatype of xsd:string becomes the empty one.
  static TermView literal(std::string_view lexical, std::string_view datatype = {});
  static TermView language_literal(std::string_view lexical, std::string_view language) {
    return {TermKind::kLiteral, lexical, {}, language};
  }

  [[nodiscard]] bool is_iri() const { return kind == TermKind::kIri; }
  [[nodiscard]] bool is_blank_node() const { return kind == TermKind::kBlankNode; }
  [[nodiscard]] bool is_literal() const { return kind == TermKind::kLiteral; }

  /// The datatype IRI of a literal with xsd:string and rdf:langString spelled out.
  [[nodiscard]] std::string_view datatype_iri() const;

  friend bool operator==(const TermView&, const TermView&) = default;
};

struct Term {
  TermKind kind = TermKind::kIri;
  std::string value;
  std::string datatype;
  std::string language;

  Term() = default;
  explicit Term(const TermView& view)
      : kind(view.kind), value(view.value), datatype(view.datatype), language(view.language) {}

  static Term iri(std::string_view value) { return Term(TermView::iri(value)); }
  static Term blank_node(std::string_view label) { return Term(TermView::blank_node(label)); }
  static Term literal(std::string_view lexical, std::string_view datatype = {}) {
    return Term(TermView::literal(lexical, datatype));
  }
  static Term language_literal(std::string_view lexical, std::string_view language) {
    return Term(TermView::language_literal(lexical, language));
  }

  [[nodiscard]] TermView view() const { return {kind, value, datatype, language}; }
  // NOLINTNEXTLINE(google-explicit-constructor): a Term is usable wherever its view is.
  operator TermView() const { return view(); }

  [[nodiscard]] bool is_iri() const { return kind == TermKind::kIri; }
  [[nodiscard]] bool is_blank_node() const { return kind == TermKind::kBlankNode; }
  [[nodiscard]] bool is_literal() const { return kind == TermKind::kLiteral; }

  friend bool operator==(const Term&, const Term&) = default;
  /// Blank nodes, IRIs, literals; within a kind by text. A total order for tests and sorted output,
  /// not SPARQL's ORDER BY.
  friend auto operator<=>(const Term&, const Term&) = default;
};

/// The term in N-Triples form (RDF 1.1 N-Triples §2), for messages and printed trees.
[[nodiscard]] std::string to_ntriples(const TermView& term);

}  // namespace whence::rdf
